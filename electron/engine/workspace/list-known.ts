import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import { listRecents } from './recents.ts';

export const workspaceExtension = '.myaku';

type Known = ChannelOutput<'workspace.recents'>['items'];

/** Workspaces a person may open without a path box, each under the token the window holds. */
export interface KnownWorkspaces {
  list(): Known;
  pathOf(token: string): string | undefined;
  tokenOf(path: string): string;
}

/** Recents and the workspaces of the folder, newest first, each once. */
export function createKnownWorkspaces(dataFolder: string, workspaceFolder: string): KnownWorkspaces {
  const paths = new Map<string, string>();
  const tokenOf = (path: string): string => {
    const token = createHash('sha256').update(path).digest('hex').slice(0, 32);
    paths.set(token, path);
    return token;
  };
  return {
    list() {
      const recents = listRecents(dataFolder);
      const known = new Set(recents.map((recent) => recent.path));
      const others = readdirSync(workspaceFolder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(workspaceExtension))
        .map((entry) => join(workspaceFolder, entry.name))
        .filter((path) => !known.has(path));
      return [
        ...recents.map(({ path, name, sizeBytes, accounts, lastOpenedAt, missing }) => ({
          token: tokenOf(path),
          fileName: basename(path),
          ...{ name, sizeBytes, accounts, lastOpenedAt, missing },
        })),
        ...others.map((path) => ({
          token: tokenOf(path),
          name: basename(path, workspaceExtension),
          fileName: basename(path),
          sizeBytes: statSync(path).size,
          accounts: null,
          lastOpenedAt: null,
          missing: false,
        })),
      ];
    },
    pathOf: (token) => paths.get(token),
    tokenOf,
  };
}

/** The file a name stands for. A name is a name: separators, reserved characters and leading dots are refused. */
export function pathForName(folder: string, name: string): Result<string> {
  const plain = name.trim().replace(/\.myaku$/i, '');
  const isBad =
    plain === '' || plain.startsWith('.') || plain.endsWith('.') || /[\\/:*?"<>|\p{Cc}]/u.test(plain);
  if (isBad) return fail('badRequest', { where: 'name', problem: 'fileName' });
  return succeed(join(folder, `${plain}${workspaceExtension}`));
}
