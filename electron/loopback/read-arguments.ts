import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolderOf } from '../engine/data-folder.ts';

export interface HostArguments {
  readonly dataFolder: string;
  readonly workspaceFolder: string;
  readonly port: number;
  readonly opensWindow: boolean;
  /** A workspace to open at once. */
  readonly file: string | null;
}

export interface ArgumentSource {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly currentFolder: string;
}

/** Reads the command line; throws an error whose message is one sentence for the person. */
export function readArguments({ args, env, currentFolder }: ArgumentSource): HostArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      folder: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
      host: { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not “${values.port}”.`);
  }
  if (positionals.length > 1) throw new Error('Myaku opens one workspace at a time; name one .myaku file.');
  const file = positionals[0];
  if (file !== undefined && !file.toLowerCase().endsWith('.myaku')) {
    throw new Error(`“${file}” is not a .myaku file; CSV files are imported in the app.`);
  }
  // npm runs scripts in the project's folder; INIT_CWD is where the person is.
  const from = env.INIT_CWD ?? currentFolder;
  return {
    dataFolder: resolve(
      from,
      values.data ?? dataFolderOf({ platform: process.platform, env, home: homedir() }),
    ),
    workspaceFolder: resolve(from, values.folder ?? join(homedir(), 'Myaku')),
    port,
    opensWindow: !values['no-open'],
    file: file === undefined ? null : resolve(from, file),
  };
}
