import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBounds } from '../../electron/shell/window-bounds.ts';
import { fail, succeed } from '../../shared/ipc/result.ts';
import { type StartedShell, startFakeShell } from './start-fake-shell.ts';

describe('start', () => {
  it('takes the lock before anything else and registers its scheme before it is ready', async () => {
    const { electron } = await startFakeShell();
    expect(electron.app.calls).toEqual([
      'requestSingleInstanceLock',
      'enableSandbox',
      'registerSchemes',
      'whenReady',
    ]);
  });

  it('ends at once where the app runs already', async () => {
    const { electron, folder } = await startFakeShell({ isFirst: false });
    expect(electron.app.calls).toEqual(['requestSingleInstanceLock', 'quit']);
    expect(electron.windows).toEqual([]);
    expect(existsSync(join(folder, 'window.json'))).toBe(false);
  });

  it('opens one window, shown once its first picture is ready', async () => {
    const { electron, window } = await startFakeShell();
    expect(electron.windows).toHaveLength(1);
    expect(window.options).toMatchObject({ minWidth: 1024, minHeight: 700, show: false });
    expect(window.calls).toEqual([]);
    window.emit('ready-to-show');
    expect(window.calls).toEqual(['show']);
  });

  it('says so and leaves where the engine does not start', async () => {
    const { electron } = await startFakeShell({ startEngine: () => Promise.reject(new Error('no worker')) });
    expect(electron.dialogs.errors).toEqual(['Myaku could not start: Myaku']);
    expect(electron.app.calls).toContain('exit 1');
  });

  it('shows the app again after the window died, but not twice at once', async () => {
    const { window } = await startFakeShell();
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window.loaded).toEqual(['app://myaku/', 'app://myaku/']);
  });
});

describe('opening a workspace from outside', () => {
  it('opens the one on the command line', async () => {
    const { engine, folder } = await startFakeShell({ argv: ['--flag', 'client.myaku'] });
    expect(engine.opened).toEqual([join(folder, 'client.myaku')]);
  });

  it('opens nothing where none is named', async () => {
    const { engine } = await startFakeShell({ argv: ['--open=client.myaku', '-x.myaku', 'client.csv'] });
    expect(engine.opened).toEqual([]);
  });

  it('opens the one of a second start, in its folder, and comes to the front', async () => {
    const { electron, engine, window } = await startFakeShell();
    electron.app.emit('second-instance', {}, ['myaku', '--allow-x', 'Other.MYAKU'], '/elsewhere');
    expect(engine.opened).toEqual(['/elsewhere/Other.MYAKU']);
    expect(window.calls).toEqual(['restore', 'show', 'focus']);
  });

  it('opens a double-clicked one on macOS', async () => {
    const { electron, engine } = await startFakeShell({ platform: 'darwin' });
    electron.app.emit('open-file', { preventDefault: () => {} }, '/data/client.myaku');
    expect(engine.opened).toEqual(['/data/client.myaku']);
  });
});

describe('closing', () => {
  it('saves, ends the engine and remembers the bounds', async () => {
    const shell = await startFakeShell();
    expect(shell.window.close()).toBe(true);
    await settle();
    expect(shell.engine.dispatched).toEqual([{ channel: 'workspace.save', payload: {} }]);
    expect(hasLeft(shell)).toBe(true);
    expect(JSON.parse(readFileSync(join(shell.folder, 'window.json'), 'utf8'))).toEqual(shell.window.bounds);
  });

  it.each(['noWorkspace', 'readOnly'] as const)('leaves without a question on %s', async (code) => {
    const shell = await startFakeShell();
    shell.engine.saveAnswer = fail(code);
    shell.window.close();
    await settle();
    expect(shell.electron.dialogs.shown).toEqual([]);
    expect(hasLeft(shell)).toBe(true);
  });

  it('stays where saving failed and the person goes back, and saves anew next time', async () => {
    const shell = await startFakeShell();
    shell.engine.saveAnswer = fail('diskFull');
    shell.window.close();
    await settle();
    expect(hasLeft(shell)).toBe(false);
    shell.engine.saveAnswer = succeed(null);
    shell.window.close();
    await settle();
    expect(hasLeft(shell)).toBe(true);
  });

  it('leaves where saving failed and the person says so', async () => {
    const shell = await startFakeShell();
    shell.engine.saveAnswer = fail('diskFull');
    shell.electron.dialogs.response = 1;
    shell.window.close();
    await settle();
    expect(shell.electron.dialogs.shown).toMatchObject([
      { buttons: ['Go Back', 'Leave Without Saving'], cancelId: 0 },
    ]);
    expect(hasLeft(shell)).toBe(true);
  });

  it('asks once however often the window is closed meanwhile', async () => {
    const shell = await startFakeShell();
    for (let times = 0; times < 3; times++) shell.window.close();
    await settle();
    expect(shell.engine.dispatched).toHaveLength(1);
  });
});

describe('window bounds', () => {
  const areas = [{ x: 0, y: 0, width: 1920, height: 1040 }];

  it('come back where they were left', async () => {
    const { folder } = await startFakeShell();
    expect(readKept(folder, { x: 100, y: 50, width: 1300, height: 900 })).toEqual({
      x: 100,
      y: 50,
      width: 1300,
      height: 900,
    });
  });

  it('drop a position that no screen shows and a size below the smallest', async () => {
    const { folder } = await startFakeShell();
    expect(readKept(folder, { x: 4000, y: 0, width: 200, height: 100 })).toEqual({
      width: 1024,
      height: 700,
    });
    expect(readKept(folder, { x: 0, y: -500, width: 1100, height: 800 })).toEqual({
      width: 1100,
      height: 800,
    });
  });

  it('are the usual ones where the file says nothing readable', async () => {
    const { folder } = await startFakeShell();
    for (const kept of [
      'text',
      null,
      [1],
      { x: 'a', y: 0, width: 1, height: 1 },
      { x: 0.5, y: 0, width: 1, height: 1 },
    ]) {
      expect(readKept(folder, kept)).toEqual({ width: 1360, height: 880 });
    }
  });

  function readKept(folder: string, kept: unknown) {
    const file = join(folder, 'kept.json');
    writeFileSync(file, JSON.stringify(kept));
    return readBounds(file, areas);
  }
});

function hasLeft({ electron, engine, window }: StartedShell): boolean {
  return engine.isClosed && window.isDestroyed() && electron.app.calls.includes('quit');
}

/** Lets the promises of an event handler, which nobody can await, run to their end. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
