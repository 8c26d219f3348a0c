import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { Machine } from '../engine/data-folder.ts';

/** Why no window can be opened here, as the end of a sentence, or null when one can. */
export function whyNoWindow({ platform, env }: Machine, userId: number | undefined): string | null {
  if (userId === 0) return 'a browser refuses to run as root without giving up its sandbox';
  const hasDisplay = Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  return platform === 'linux' && !hasDisplay ? 'there is no display' : null;
}

/** The arguments of an app window that keeps to itself: own profile, nothing fetched, never `--no-sandbox`. */
export function windowArguments(address: string, profileFolder: string): readonly string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-features=Translate',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

/** Starts the browser; `onFailed` is called once if it can't be started or ends with an error. */
export function openWindow(browser: string, args: readonly string[], onFailed: () => void): void {
  const profile = args.find((argument) => argument.startsWith('--user-data-dir='))?.split('=')[1];
  if (profile !== undefined) mkdirSync(profile, { recursive: true, mode: 0o700 });
  const child = spawn(browser, args, { stdio: 'ignore', detached: true });
  child.once('error', onFailed);
  child.once('exit', (code) => {
    if (code !== 0) onFailed();
  });
  child.unref();
}
