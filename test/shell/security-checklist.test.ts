import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callChannel, dropChannel } from '../../shared/ipc/channel-names.ts';
import { fail } from '../../shared/ipc/result.ts';
import type { FakeSession } from '../helpers/fake-electron.ts';
import { loadPreload } from './load-preload.ts';
import { startFakeShell } from './start-fake-shell.ts';

const project = join(import.meta.dirname, '..', '..');
const remote = 'https://example.com/';

/** The items and their numbers are those of Electron's own security tutorial. */
describe('Electron security checklist', () => {
  it('1. Only load secure content', async () => {
    const { window, electron } = await startFakeShell();
    expect(window.loaded).toEqual(['app://myaku/']);
    expect(electron.schemes.map((scheme) => scheme.privileges)).toEqual([
      { standard: true, secure: true, supportFetchAPI: true },
    ]);
    for (const url of [
      remote,
      'http://127.0.0.1/',
      'ws://example.com/',
      'file:///etc/passwd',
      'app://other/',
    ]) {
      expect(await requestIsCancelled(url), url).toBe(true);
    }
    expect(await requestIsCancelled('blob:https://example.com/1')).toBe(true);
    expect(await requestIsCancelled('app://myaku/assets/index.js')).toBe(false);
    expect(await requestIsCancelled('blob:app://myaku/1')).toBe(false);
  });

  it('2. Do not enable Node.js integration for remote content', async () => {
    expect(await webPreferences()).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
  });

  it('3. Enable Context Isolation', async () => {
    expect((await webPreferences()).contextIsolation).toBe(true);
  });

  it('4. Enable process sandboxing', async () => {
    const { electron, window } = await startFakeShell();
    expect(window.options.webPreferences.sandbox).toBe(true);
    const calls = electron.app.calls;
    expect(calls).toContain('enableSandbox');
    expect(calls.indexOf('enableSandbox')).toBeLessThan(calls.indexOf('whenReady'));
  });

  it('5. Handle session permission requests from remote content', async () => {
    const { electron } = await startFakeShell();
    for (const permission of ['media', 'geolocation', 'notifications', 'fileSystem', 'openExternal', 'hid']) {
      expect(askPermission(electron.session, permission, 'app://myaku/'), permission).toBe(false);
      expect(electron.session.ask('permissionCheck', null, permission, 'app://myaku/', {}), permission).toBe(
        false,
      );
    }
    expect(askPermission(electron.session, 'clipboard-sanitized-write', remote)).toBe(false);
    expect(askPermission(electron.session, 'clipboard-sanitized-write', 'app://myaku/', false)).toBe(false);
    expect(electron.session.ask('permissionCheck', null, 'clipboard-sanitized-write', remote, {})).toBe(
      false,
    );
    expect(askPermission(electron.session, 'clipboard-sanitized-write', 'app://myaku/')).toBe(true);
    expect(electron.session.ask('devicePermission', {})).toBe(false);
    let streams: unknown = 'not answered';
    electron.session.ask('displayMedia', {}, (answer: unknown) => {
      streams = answer;
    });
    expect(streams).toEqual({});
  });

  it('6. Do not disable webSecurity', async () => {
    expect((await webPreferences()).webSecurity).toBe(true);
  });

  it('7. Define a Content Security Policy', async () => {
    const { electron } = await startFakeShell();
    const serve = electron.served.get('app');
    const page = await serve?.({ method: 'GET', url: 'app://myaku/' });
    expect(page?.status).toBe(200);
    expect(page?.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
        "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; " +
        'trusted-types default',
    );
  });

  it('8. Do not enable allowRunningInsecureContent', async () => {
    expect((await webPreferences()).allowRunningInsecureContent).toBe(false);
  });

  it('9. Do not enable experimental features', async () => {
    const { electron, window } = await startFakeShell();
    expect(window.options.webPreferences.experimentalFeatures).toBe(false);
    expect(electron.app.switches.has('enable-experimental-web-platform-features')).toBe(false);
  });

  it('10. Do not use enableBlinkFeatures', async () => {
    const { electron, window } = await startFakeShell();
    expect(Object.keys(window.options.webPreferences)).not.toContain('enableBlinkFeatures');
    expect(electron.app.switches.has('enable-blink-features')).toBe(false);
  });

  it('11. Do not use allowpopups for WebViews', async () => {
    expect((await webPreferences()).webviewTag).toBe(false);
    expect(readSources('renderer', 'electron/shell').filter(({ text }) => /allowpopups/i.test(text))).toEqual(
      [],
    );
  });

  it('12. Verify WebView options before creation', async () => {
    const { window } = await startFakeShell();
    expect(window.webContents.raise('will-attach-webview', {}, {}, { src: 'app://myaku/' })).toBe(true);
  });

  it('13. Disable or limit navigation', async () => {
    const { webContents } = (await startFakeShell()).window;
    for (const url of [
      remote,
      'file:///tmp/dropped.csv',
      'app://other/',
      'javascript:alert(1)',
      'data:text/html,x',
    ]) {
      expect(webContents.raise('will-navigate', { url }), url).toBe(true);
      expect(webContents.raise('will-frame-navigate', { url, isMainFrame: true }), url).toBe(true);
    }
    expect(webContents.raise('will-frame-navigate', { url: 'app://myaku/', isMainFrame: false })).toBe(true);
    expect(webContents.raise('will-redirect', { url: 'app://myaku/' })).toBe(true);
    expect(webContents.raise('will-navigate', { url: 'app://myaku/' })).toBe(false);
    expect((await webPreferences()).navigateOnDragDrop).toBe(false);
  });

  it('14. Disable or limit creation of new windows', async () => {
    const { window } = await startFakeShell();
    for (const url of [remote, 'app://myaku/', 'about:blank']) {
      expect(window.webContents.openWindow({ url }), url).toEqual({ action: 'deny' });
    }
  });

  it('15. Do not use shell.openExternal with untrusted content', () => {
    const calls = readSources('electron').filter(({ text }) =>
      /openExternal\s*\(|openPath\s*\(.*shell|shell\.openPath/.test(text),
    );
    expect(calls.map(({ name }) => name)).toEqual([]);
  });

  it('16. Use a current version of Electron', () => {
    const declared = readJson('package.json').devDependencies.electron;
    const installed = readJson('node_modules/electron/package.json').version;
    expect(declared).toMatch(/^\^45\./);
    expect(Number.parseInt(installed, 10)).toBeGreaterThanOrEqual(45);
  });

  it('17. Validate the sender of all IPC messages', async () => {
    const { electron, engine, invoke } = await startFakeShell();
    expect([...electron.ipc.keys()].sort()).toEqual([callChannel, dropChannel].sort());
    const strangers = [
      { senderFrame: null },
      { senderFrame: { url: 'app://myaku/' } },
      { sender: {} },
      { sender: {}, senderFrame: { url: 'app://myaku/' } },
    ];
    for (const sender of strangers) {
      expect(await invoke(callChannel, ['workspace.state', {}], sender)).toEqual(fail('badRequest'));
      expect(await invoke(dropChannel, [import.meta.filename], sender)).toEqual(fail('badRequest'));
    }
    expect(engine.dispatched).toEqual([]);
    expect(engine.registered).toEqual([]);
  });

  it('17. Validate the sender of all IPC messages: our own frame on another page is a stranger', async () => {
    const { engine, invoke, window } = await startFakeShell();
    window.webContents.mainFrame.url = remote;
    expect(await invoke(callChannel, ['workspace.state', {}])).toEqual(fail('badRequest'));
    expect(engine.dispatched).toEqual([]);
  });

  it('18. Avoid usage of the file:// protocol and prefer usage of custom protocols', async () => {
    const { electron, window } = await startFakeShell();
    expect([...electron.served.keys()]).toEqual(['app']);
    expect(window.loaded.every((url) => url.startsWith('app://'))).toBe(true);
    const users = readSources('electron/shell').filter(({ text }) =>
      /loadFile\(|file:\/\/|pathToFileURL/.test(text),
    );
    expect(users.map(({ name }) => name)).toEqual([]);
  });

  it('19. Check which fuses you can change', () => {
    const fuses = /electronFuses:\n((?: {2}\w+: \w+\n)+)/.exec(read('electron-builder.yml'))?.[1];
    expect(fuses?.trim().split(/\n\s*/)).toEqual([
      'runAsNode: false',
      'enableCookieEncryption: true',
      'enableNodeOptionsEnvironmentVariable: false',
      'enableNodeCliInspectArguments: false',
      'enableEmbeddedAsarIntegrityValidation: true',
      'onlyLoadAppFromAsar: true',
      'loadBrowserProcessSpecificV8Snapshot: false',
      'grantFileProtocolExtraPrivileges: false',
    ]);
  });

  it('20. Do not expose Electron APIs to untrusted web content', async () => {
    const { exposed, bridge, ipcRenderer } = await loadPreload();
    expect([...exposed.keys()]).toEqual(['myaku']);
    expect(Object.keys(bridge).sort()).toEqual(['call', 'host', 'onEvent', 'registerDroppedFile']);
    const heard: unknown[][] = [];
    bridge.onEvent((...values) => heard.push(values));
    ipcRenderer.emit('myaku:event', { sender: ipcRenderer }, { type: 'workspace.switched' });
    expect(heard).toEqual([[{ type: 'workspace.switched' }]]);
  });
});

async function webPreferences(): Promise<Readonly<Record<string, unknown>>> {
  return (await startFakeShell()).window.options.webPreferences;
}

async function requestIsCancelled(url: string): Promise<boolean> {
  const { electron } = await startFakeShell();
  let cancelled = false;
  electron.session.ask('beforeRequest', { url }, (answer: { cancel: boolean }) => {
    cancelled = answer.cancel;
  });
  return cancelled;
}

function askPermission(
  session: FakeSession,
  permission: string,
  requestingUrl: string,
  isMainFrame = true,
): boolean {
  let granted = true;
  const details = { requestingUrl, isMainFrame };
  const answer = (isGranted: boolean) => {
    granted = isGranted;
  };
  session.ask('permissionRequest', null, permission, answer, details);
  return granted;
}

function read(name: string): string {
  return readFileSync(join(project, name), 'utf8');
}

function readJson(name: string) {
  return JSON.parse(read(name));
}

function readSources(...folders: string[]): { name: string; text: string }[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name, text: read(name) }));
}
