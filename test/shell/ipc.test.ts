import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callChannel, dropChannel, eventChannel } from '../../shared/ipc/channel-names.ts';
import { fail, succeed } from '../../shared/ipc/result.ts';
import { loadPreload } from './load-preload.ts';
import { startFakeShell } from './start-fake-shell.ts';

describe('calls', () => {
  it('carries channel and payload to the engine and its Result back', async () => {
    const { engine, invoke } = await startFakeShell();
    expect(await invoke(callChannel, ['workspace.create', { name: 'A' }])).toEqual(succeed('answered'));
    expect(engine.dispatched).toEqual([{ channel: 'workspace.create', payload: { name: 'A' } }]);
  });

  it.each(['nothing.here', '', 'toString', '__proto__', 'constructor', 'hasOwnProperty'])(
    'knows no channel %j',
    async (channel) => {
      const { engine, invoke } = await startFakeShell();
      expect(await invoke(callChannel, [channel, {}])).toEqual(fail('unknownChannel'));
      expect(engine.dispatched).toEqual([]);
    },
  );

  it.each([
    ['a channel that is no text', 7, {}],
    ['more than 1 MiB', 'files.paste', { name: 'a.csv', text: 'x'.repeat(1_048_577) }],
    ['bytes', 'files.paste', new Uint8Array(8)],
  ])('refuses %s', async (_name, channel, payload) => {
    const { engine, invoke } = await startFakeShell();
    expect(await invoke(callChannel, [channel, payload])).toEqual(fail('badRequest'));
    expect(engine.dispatched).toEqual([]);
  });

  it('carries the largest paste that the contract allows', async () => {
    const { invoke } = await startFakeShell();
    const payload = { name: 'a.csv', text: 'x'.repeat(900_000) };
    expect(await invoke(callChannel, ['files.paste', payload])).toEqual(succeed('answered'));
  });
});

describe('events', () => {
  it('reach the window until it is gone', async () => {
    const { engine, window } = await startFakeShell();
    engine.emit({ type: 'workspace.switched' });
    window.destroy();
    engine.emit({ type: 'engine.restarted' });
    expect(window.webContents.sent).toEqual([
      { channel: eventChannel, message: { type: 'workspace.switched' } },
    ]);
  });
});

describe('dropped files', () => {
  it('are registered where they lie, and the window gets the token', async () => {
    const { engine, folder, invoke } = await startFakeShell();
    const path = join(folder, 'accounts.csv');
    writeFileSync(path, 'id\n');
    expect(await invoke(dropChannel, [path])).toEqual(succeed('token-1'));
    expect(engine.registered).toEqual([{ path, name: 'accounts.csv', temporary: false }]);
  });

  it('are refused where there is no plain file at an absolute path', async () => {
    const { engine, folder, invoke } = await startFakeShell();
    mkdirSync(join(folder, 'folder.csv'));
    writeFileSync(join(folder, 'real.csv'), '');
    symlinkSync(join(folder, 'real.csv'), join(folder, 'link.csv'));
    for (const path of [
      '',
      'real.csv',
      ...['folder.csv', 'link.csv', 'none.csv'].map((name) => join(folder, name)),
    ]) {
      expect(await invoke(dropChannel, [path]), path).toEqual(fail('fileMissing'));
    }
    for (const path of [7, null, `${folder}/real.csv\0`, `/${'x'.repeat(5000)}`]) {
      expect(await invoke(dropChannel, [path])).toEqual(fail('badRequest'));
    }
    expect(engine.registered).toEqual([]);
  });
});

describe('preload', () => {
  it('calls through one channel only', async () => {
    const { bridge, answers, invoked } = await loadPreload();
    answers.set(callChannel, succeed(1));
    expect(bridge.host).toBe('electron');
    expect(await bridge.call('workspace.state', {})).toEqual(succeed(1));
    expect(invoked).toEqual([[callChannel, 'workspace.state', {}]]);
  });

  it('stops listening when told so', async () => {
    const { bridge, ipcRenderer } = await loadPreload();
    const heard: unknown[] = [];
    const stop = bridge.onEvent((event) => heard.push(event));
    ipcRenderer.emit(eventChannel, {}, 'first');
    stop();
    ipcRenderer.emit(eventChannel, {}, 'second');
    expect(heard).toEqual(['first']);
  });

  it('sends the path of a dropped file to the main process and gives the page only its token', async () => {
    const { bridge, answers, invoked, paths } = await loadPreload();
    const file = new File(['id'], 'accounts.csv');
    paths.set(file, '/data/accounts.csv');
    answers.set(dropChannel, succeed('token-1'));
    expect(await bridge.registerDroppedFile(file)).toBe('token-1');
    expect(invoked).toEqual([[dropChannel, '/data/accounts.csv']]);
  });

  it('rejects a dropped file that has no path, with the code', async () => {
    const { bridge, answers } = await loadPreload();
    answers.set(dropChannel, fail('fileMissing'));
    await expect(bridge.registerDroppedFile(new File([], 'made-by-script.csv'))).rejects.toThrow(
      'fileMissing',
    );
  });
});
