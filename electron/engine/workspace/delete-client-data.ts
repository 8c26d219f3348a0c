import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { EngineContext } from '../context.ts';
import { checkFile } from './check-file.ts';
import { failFromDisk } from './disk-error.ts';
import { forgetWorkspace } from './forget-workspace.ts';
import { acquireLock } from './lock-file.ts';
import { forgetRecents, listRecents } from './recents.ts';
import { damagedMark } from './refused-file.ts';
import { removeLeftovers } from './write-file-safely.ts';

const maximumBytes = 2_000_000_000;

/** Removes a workspace file and everything this machine keeps about it; a file open elsewhere is left alone. */
export async function deleteClientData(context: EngineContext, path: string): Promise<Result<null>> {
  const { dataFolder } = context.options;
  const { workspace } = context.open;
  if (workspace?.path() === path) {
    const workspaceId = workspace.id();
    if (workspace.status().error?.code === 'workspaceLocked') return fail('workspaceLocked');
    await workspace.close({ discard: true });
    context.open.workspace = null;
    return remove(context, path, workspaceId);
  }
  if (!existsSync(path)) return remove(context, path, knownId(dataFolder, path));
  const lock = await acquireLock({ path, now: context.now, onLost: () => {} });
  if (!lock.ok) return lock;
  try {
    return await remove(context, path, knownId(dataFolder, path) ?? (await readId(context, path)));
  } finally {
    lock.value.release();
  }
}

async function remove(
  context: EngineContext,
  path: string,
  workspaceId: string | null,
): Promise<Result<null>> {
  const { dataFolder } = context.options;
  try {
    rmSync(path, { force: true });
    removeLeftovers(path);
    for (const name of existsSync(dirname(path)) ? readdirSync(dirname(path)) : []) {
      if (name.startsWith(`${basename(path)}${damagedMark}`)) rmSync(join(dirname(path), name));
    }
  } catch (cause) {
    return failFromDisk(cause);
  }
  // Uploads, pasted text and exports of this session may hold the client's rows.
  await context.files.forgetAll();
  await context.exports.forgetAll();
  forgetRecents(dataFolder, (recent) => recent.path === path);
  return workspaceId === null ? succeed(null) : forgetWorkspace(dataFolder, workspaceId);
}

function knownId(dataFolder: string, path: string): string | null {
  return listRecents(dataFolder).find((recent) => recent.path === path)?.workspaceId ?? null;
}

async function readId(context: EngineContext, path: string): Promise<string | null> {
  const checked = await checkFile(context.options.workers, { path, maximumBytes, wantImage: false });
  return checked.ok ? checked.value.facts.workspaceId : null;
}
