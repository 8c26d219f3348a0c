import { posix, win32 } from 'node:path';
import type { Machine } from '../engine/data-folder.ts';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macApps = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** The first Chromium, Chrome or Edge of this machine, or null. `CHROMIUM_PATH` goes first. */
export function findBrowser(machine: Machine, exists: (path: string) => boolean): string | null {
  return browserPaths(machine).find(exists) ?? null;
}

/** Every place where a browser may be, likeliest first. */
export function browserPaths({ platform, env, home }: Machine): readonly string[] {
  const chosen = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : [];
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(isPresent);
    return [
      ...chosen,
      ...folders.flatMap((folder) => windowsPrograms.map((name) => win32.join(folder, name))),
    ];
  }
  const onPath = (env.PATH ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  const programs = onPath.flatMap((folder) => names.map((name) => posix.join(folder, name)));
  if (platform !== 'darwin') return [...chosen, ...programs, '/snap/bin/chromium'];
  const folders = ['/Applications', posix.join(home, 'Applications')];
  return [
    ...chosen,
    ...folders.flatMap((folder) => macApps.map((app) => posix.join(folder, app))),
    ...programs,
  ];
}

function isPresent(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
