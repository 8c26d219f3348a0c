import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { dataFolderOf } from '../../electron/engine/data-folder.ts';
import { browserPaths, findBrowser } from '../../electron/loopback/find-browser.ts';
import { whyNoWindow, windowArguments } from '../../electron/loopback/open-window.ts';
import { readArguments } from '../../electron/loopback/read-arguments.ts';
import { createIdleStop } from '../../electron/loopback/stop-when-idle.ts';

const linux = (env: Record<string, string>) => ({ platform: 'linux' as const, env, home: '/home/a' });

describe('the app window', () => {
  it('keeps to itself and never gives up the sandbox', () => {
    const args = windowArguments('http://127.0.0.1:1/#token=x', '/data/window');
    expect(args).toEqual([
      '--app=http://127.0.0.1:1/#token=x',
      '--user-data-dir=/data/window',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-features=Translate',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ]);
  });

  it('is not opened as root or without a display', () => {
    expect(whyNoWindow(linux({ DISPLAY: ':0' }), 0)).toMatch(/root/);
    expect(whyNoWindow(linux({}), 1000)).toMatch(/display/);
    expect(whyNoWindow(linux({ DISPLAY: ':0' }), 1000)).toBeNull();
    expect(whyNoWindow(linux({ WAYLAND_DISPLAY: 'wayland-0' }), 1000)).toBeNull();
    expect(whyNoWindow({ platform: 'win32', env: {}, home: '' }, undefined)).toBeNull();
  });
});

describe('the browser', () => {
  it('is the one that CHROMIUM_PATH names, where it exists', () => {
    const machine = linux({ CHROMIUM_PATH: '/opt/c', PATH: '/usr/bin' });
    expect(findBrowser(machine, () => true)).toBe('/opt/c');
    expect(findBrowser(machine, (path) => path === '/usr/bin/google-chrome')).toBe('/usr/bin/google-chrome');
    expect(findBrowser(machine, () => false)).toBeNull();
  });

  it('is looked for where each system keeps its programs', () => {
    const windows = { platform: 'win32' as const, env: { PROGRAMFILES: 'C:\\P' }, home: 'C:\\U' };
    expect(browserPaths(windows)).toContain('C:\\P\\Microsoft\\Edge\\Application\\msedge.exe');
    const mac = { platform: 'darwin' as const, env: {}, home: '/Users/a' };
    expect(browserPaths(mac)).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  });

  it('is not taken from a relative entry of PATH', () => {
    expect(browserPaths(linux({ PATH: '.:bin' }))).toEqual(['/snap/bin/chromium']);
  });
});

describe('the data folder', () => {
  it('is where each system keeps such data, or where MYAKU_DATA says', () => {
    expect(dataFolderOf(linux({}))).toBe('/home/a/.local/share/myaku');
    expect(dataFolderOf(linux({ XDG_DATA_HOME: '/x' }))).toBe('/x/myaku');
    expect(dataFolderOf(linux({ MYAKU_DATA: '/y', XDG_DATA_HOME: '/x' }))).toBe('/y');
  });
});

describe('the command line', () => {
  const read = (...args: string[]) =>
    readArguments({ args, env: { INIT_CWD: '/here' }, currentFolder: '/app' });

  it('resolves names from where the person is', () => {
    expect(read('client.myaku', '--folder=w', '--data', '/d', '--no-open')).toEqual({
      dataFolder: '/d',
      workspaceFolder: '/here/w',
      port: 0,
      opensWindow: false,
      file: '/here/client.myaku',
    });
  });

  it.each([
    [['--port=x'], /--port takes a number/],
    [['--port=70000'], /--port takes a number/],
    [['a.csv'], /not a \.myaku file/],
    [['a.myaku', 'b.myaku'], /one workspace at a time/],
    [['--unknown'], /Unknown option/],
  ])('refuses %j with a sentence', (args, sentence) => {
    expect(() => read(...args)).toThrow(sentence);
  });
});

describe('stopping when idle', () => {
  function idleHost(isBusy: () => boolean) {
    let stops = 0;
    const idle = createIdleStop({
      isBusy: async () => isBusy(),
      stop: () => {
        stops += 1;
      },
      delayMs: 20,
      retryMs: 10,
    });
    return { idle, stops: () => stops };
  }

  it('happens some time after the last window closed', async () => {
    const { idle, stops } = idleHost(() => false);
    idle.windowsChanged(1);
    idle.windowsChanged(0);
    expect(stops()).toBe(0);
    await expect.poll(stops).toBe(1);
  });

  it('happens neither before the first window nor after a reload', async () => {
    const { idle, stops } = idleHost(() => false);
    await wait(60);
    expect(stops()).toBe(0);
    idle.windowsChanged(0);
    idle.windowsChanged(1);
    await wait(60);
    expect(stops()).toBe(0);
    idle.end();
  });

  it('waits while something is unsaved or running', async () => {
    let busy = true;
    const { idle, stops } = idleHost(() => busy);
    idle.windowsChanged(0);
    await wait(80);
    expect(stops()).toBe(0);
    busy = false;
    await expect.poll(stops).toBe(1);
  });
});
