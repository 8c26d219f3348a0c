import { describe, expect, it } from 'vitest';
import { callChannel } from '../../shared/ipc/channel-names.ts';
import { type StartedShell, startFakeShell } from './start-fake-shell.ts';

const rendererUrl = 'http://127.0.0.1:5173/';
const development = () => startFakeShell({ isPackaged: false, rendererUrl });

/** Which of the addresses the session's request filter lets through. */
function allowed({ electron }: StartedShell, urls: readonly string[]): string[] {
  return urls.filter((url) => {
    let isCancelled = true;
    electron.session.ask('beforeRequest', { url }, (answer: { cancel: boolean }) => {
      isCancelled = answer.cancel;
    });
    return !isCancelled;
  });
}

const fromVite = [rendererUrl, `${rendererUrl}app/main.tsx?t=1`, 'ws://127.0.0.1:5173/?token=x'];
const elsewhere = [
  'http://127.0.0.1:5174/',
  'http://localhost:5173/',
  'http://user@127.0.0.1:5173/',
  'https://127.0.0.1:5173/',
  'ws://127.0.0.1:9/',
  'https://example.com/',
  'file:///etc/passwd',
];

describe('a development run with a Vite server', () => {
  it('shows the renderer from there and reaches that origin only, hot reload included', async () => {
    const shell = await development();
    expect(shell.window.loaded).toEqual([rendererUrl]);
    expect(allowed(shell, [...fromVite, ...elsewhere])).toEqual(fromVite);
    expect(shell.electron.app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
  });

  it('may reload that page and go nowhere else', async () => {
    const { window } = await development();
    const isStopped = (url: string) => {
      let stopped = false;
      window.webContents.emit('will-navigate', {
        url,
        preventDefault: () => {
          stopped = true;
        },
      });
      return stopped;
    };
    expect(isStopped(rendererUrl)).toBe(false);
    expect(elsewhere.map(isStopped)).toEqual(elsewhere.map(() => true));
  });

  it('answers calls of that page and of no other', async () => {
    const shell = await development();
    const frame = shell.window.webContents.mainFrame;
    const call = (url: string) => {
      frame.url = url;
      return shell.invoke(callChannel, ['workspace.state', {}]);
    };
    expect(await call(rendererUrl)).toEqual({ ok: true, value: 'answered' });
    for (const url of [...elsewhere, 'app://myaku/']) {
      expect(await call(url), url).toEqual({ ok: false, error: { code: 'badRequest' } });
    }
  });
});

describe('an app that ignores the name of a Vite server', () => {
  it.each([
    ['a packaged app', { isPackaged: true, rendererUrl }],
    ['another host', { isPackaged: false, rendererUrl: 'http://192.168.0.2:5173/' }],
    ['a name', { isPackaged: false, rendererUrl: 'http://localhost:5173/' }],
    ['a path', { isPackaged: false, rendererUrl: 'http://127.0.0.1:5173/evil' }],
    ['a file', { isPackaged: false, rendererUrl: 'file:///tmp/x.html' }],
  ])('%s', async (_name, options) => {
    const shell = await startFakeShell(options);
    expect(shell.window.loaded).toEqual(['app://myaku/']);
    expect(allowed(shell, [...fromVite, ...elsewhere])).toEqual([]);
    expect(shell.electron.app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  });
});
