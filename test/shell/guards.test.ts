import { describe, expect, it } from 'vitest';
import { isAppUrl } from '../../electron/shell/app-url.ts';
import { isSmallPayload } from '../../electron/shell/guards/payload-size.ts';
import { FakeSession } from '../helpers/fake-electron.ts';
import { startFakeShell } from './start-fake-shell.ts';

describe('guards beyond the checklist', () => {
  it('denies downloads', async () => {
    const { electron } = await startFakeShell();
    expect(prevented((event) => electron.session.emit('will-download', event))).toBe(true);
  });

  it('switches the spell checker off, for the window and the session', async () => {
    const { electron, window } = await startFakeShell();
    expect(electron.session.isSpellCheckerEnabled).toBe(false);
    expect(window.options.webPreferences.spellcheck).toBe(false);
  });

  it('keeps peer connections from sending', async () => {
    const { window } = await startFakeShell();
    expect(window.webContents.webRtcPolicy).toBe('disable_non_proxied_udp');
  });

  it('resolves no host name', async () => {
    const { electron } = await startFakeShell();
    expect(electron.app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  });

  it('accepts no certificate and gives no credential', async () => {
    const { electron } = await startFakeShell();
    const answers: unknown[] = [];
    const answer = (...values: unknown[]) => answers.push(values);
    expect(prevented((e) => electron.app.emit('certificate-error', e, null, '', '', null, answer))).toBe(
      true,
    );
    expect(prevented((e) => electron.app.emit('login', e, null, {}, {}, answer))).toBe(true);
    expect(prevented((e) => electron.app.emit('select-client-certificate', e))).toBe(true);
    electron.session.ask('certificateVerify', {}, answer);
    expect(answers).toEqual([[false], [], [-2]]);
  });

  it('guards a session made later like the first', async () => {
    const { electron } = await startFakeShell();
    const later = new FakeSession();
    electron.app.emit('session-created', later);
    expect(Object.keys(later.handlers).sort()).toEqual(Object.keys(electron.session.handlers).sort());
    expect(later.isSpellCheckerEnabled).toBe(false);
  });

  it.each(['remote-debugging-port', 'remote-debugging-pipe', 'load-extension'])(
    'does not run packaged with --%s',
    async (name) => {
      const { electron } = await startFakeShell({ switches: [name] });
      expect(electron.app.calls).toContain('exit 1');
      expect(electron.windows).toEqual([]);
    },
  );

  it('runs unpackaged with a debugger, and only then with developer tools', async () => {
    const development = await startFakeShell({ isPackaged: false, switches: ['remote-debugging-port'] });
    expect(development.window.options.webPreferences.devTools).toBe(true);
    expect((await startFakeShell()).window.options.webPreferences.devTools).toBe(false);
  });

  it('lets the developer tools load in a development run only', async () => {
    const url = 'devtools://devtools/bundled/devtools_app.html';
    for (const isPackaged of [true, false]) {
      const { electron } = await startFakeShell({ isPackaged });
      let answer: unknown;
      electron.session.ask('beforeRequest', { url }, (given: unknown) => {
        answer = given;
      });
      expect(answer).toEqual({ cancel: isPackaged });
    }
  });
});

describe("the app's own address", () => {
  it.each(['app://myaku/', 'app://myaku/assets/a.js?x#y'])('is %s', (url) => {
    expect(isAppUrl(url)).toBe(true);
  });

  it.each([
    'app://user@myaku/',
    'app://:secret@myaku/',
    'app://myaku:1/',
    'app://myaku.example/',
    'app:myaku',
    'apps://myaku/',
    'https://myaku/',
    '',
    'myaku',
  ])('is not %j', (url) => {
    expect(isAppUrl(url)).toBe(false);
  });
});

describe('payload size', () => {
  it('accepts plain data up to the limit and refuses one character more', () => {
    expect(isSmallPayload({ text: 'x'.repeat(94) }, 100)).toBe(true);
    expect(isSmallPayload({ text: 'x'.repeat(95) }, 100)).toBe(false);
  });

  it('refuses a circular, a deep and a long message', () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    let deep: unknown = 1;
    for (let depth = 0; depth < 50; depth++) deep = [deep];
    expect(isSmallPayload(circular, 1000)).toBe(false);
    expect(isSmallPayload(deep, 1000)).toBe(false);
    expect(isSmallPayload(new Array(2000), 1000)).toBe(false);
  });

  it.each([
    ['a map', new Map()],
    ['bytes', new Uint8Array(4)],
    ['a date', new Date(0)],
    ['a nested map', { inner: [new Map()] }],
  ])('refuses %s', (_name, value) => {
    expect(isSmallPayload(value, 1000)).toBe(false);
  });

  it('accepts nothing at all', () => {
    expect(isSmallPayload(undefined, 10)).toBe(true);
    expect(isSmallPayload(null, 10)).toBe(true);
  });
});

function prevented(raise: (event: { preventDefault: () => void }) => void): boolean {
  let isPrevented = false;
  raise({
    preventDefault: () => {
      isPrevented = true;
    },
  });
  return isPrevented;
}
