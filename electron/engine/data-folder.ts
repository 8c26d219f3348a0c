import { join } from 'node:path';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** Where the app keeps backups, recents, uploads and the window's profile; `MYAKU_DATA` moves it. */
export function dataFolderOf({ platform, env, home }: Machine): string {
  if (env.MYAKU_DATA) return env.MYAKU_DATA;
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Myaku');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Myaku');
  return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'myaku');
}
