import { describe, expect, it } from 'vitest';
import { shellText } from '../../electron/shell/shell-text.ts';
import { callChannel, eventChannel } from '../../shared/ipc/channel-names.ts';
import { hostCommands } from '../../shared/ipc/host-commands.ts';
import { fail, succeed } from '../../shared/ipc/result.ts';
import type { MenuItem } from '../helpers/fake-electron.ts';
import { startFakeShell } from './start-fake-shell.ts';

describe('menu', () => {
  it('is Japanese on a Japanese system and English elsewhere', async () => {
    expect(titles((await startFakeShell({ locale: 'ja' })).electron.menus[0])).toEqual([
      'ファイル',
      '編集',
      '表示',
      'ヘルプ',
    ]);
    expect(titles((await startFakeShell({ locale: 'de' })).electron.menus[0])).toEqual([
      'File',
      'Edit',
      'View',
      'Help',
    ]);
  });

  it('follows the language of the window', async () => {
    const { electron, engine, invoke } = await startFakeShell();
    expect(await invoke(callChannel, ['host.setLanguage', { language: 'ja' }])).toEqual(succeed(null));
    expect(titles(electron.menus.at(-1))[0]).toBe('ファイル');
    for (const payload of [{ language: 'fr' }, {}, { language: 'en', more: 1 }]) {
      expect(await invoke(callChannel, ['host.setLanguage', payload])).toEqual(fail('badRequest'));
    }
    expect(electron.menus).toHaveLength(2);
    expect(engine.dispatched).toEqual([]);
  });

  it('sends each command to the window, once', async () => {
    const { electron, window } = await startFakeShell();
    const items = flatten(electron.menus[0]).filter((item) => item.click !== undefined);
    for (const item of items) item.click?.();
    const sent = window.webContents.sent.map(({ message }) => message);
    const wanted = hostCommands.map((command) => ({ type: 'host.command', command }));
    expect(window.webContents.sent.every(({ channel }) => channel === eventChannel)).toBe(true);
    expect(sent).toHaveLength(wanted.length);
    expect(sent).toEqual(expect.arrayContaining(wanted));
  });

  it('leaves the keys of undo and redo to the window', async () => {
    const items = flatten((await startFakeShell()).electron.menus[0]);
    const left = items.filter((item) => item.registerAccelerator === false).map((item) => item.id);
    expect(left).toEqual(['undo', 'redo']);
  });

  it('gives no key twice', async () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const items = flatten((await startFakeShell({ platform })).electron.menus[0]);
      const keys = items.flatMap((item) => item.accelerator ?? []);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('starts with the app on macOS', async () => {
    const { electron } = await startFakeShell({ platform: 'darwin', locale: 'ja' });
    expect(titles(electron.menus[0])).toEqual(['Myaku', 'ファイル', '編集', '表示', 'ウインドウ', 'ヘルプ']);
  });

  it('offers developer tools in a development run only', async () => {
    for (const isPackaged of [true, false]) {
      const roles = flatten((await startFakeShell({ isPackaged })).electron.menus[0]).map(
        (item) => item.role,
      );
      expect(roles.includes('toggleDevTools')).toBe(!isPackaged);
      expect(roles).not.toContain('reload');
    }
  });

  it('says everything in both languages', () => {
    for (const [key, text] of Object.entries(shellText.ja)) {
      expect(text).not.toBe('');
      expect(text, key).not.toBe(shellText.en[key as keyof typeof shellText.en]);
    }
  });
});

function titles(menu: readonly MenuItem[] = []) {
  return menu.map((item) => item.label);
}

function flatten(menu: readonly MenuItem[] = []): MenuItem[] {
  return menu.flatMap((item) => [item, ...flatten(item.submenu)]);
}
