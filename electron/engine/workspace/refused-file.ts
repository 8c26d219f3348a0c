import { constants, copyFileSync, existsSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { type AppError, type ErrorCode, fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { EngineContext } from '../context.ts';
import type { Backup } from './back-up-file.ts';
import { newestGoodBackup, restoreBackup } from './backups.ts';
import { failFromDisk } from './disk-error.ts';
import { acquireLock } from './lock-file.ts';
import { listRecents } from './recents.ts';

/** A file that was asked for and not opened, held until the person has said what to do about it. */
export interface RefusedFile {
  readonly path: string;
  /** Known where the file was opened on this machine before. */
  readonly workspaceId: string | null;
  readonly problem: ErrorCode;
  readonly backup: Backup | null;
}

/** With these nothing of the file can be used, so its newest good backup is offered. */
const lost: readonly ErrorCode[] = ['workspaceDamaged', 'notAWorkspace', 'fileMissing'];

/** What is wrong with the file, and the newest good backup that this machine holds of it. */
export async function describeRefused(
  context: EngineContext,
  path: string,
  error: AppError,
): Promise<RefusedFile> {
  const { dataFolder, workers } = context.options;
  const real = existsSync(path) ? realpathSync(path) : path;
  const workspaceId = listRecents(dataFolder).find((recent) => recent.path === real)?.workspaceId ?? null;
  const backup =
    workspaceId !== null && lost.includes(error.code)
      ? await newestGoodBackup({ dataFolder, workspaceId }, workers)
      : null;
  return { path: real, workspaceId, problem: error.code, backup };
}

/**
 * Puts the backup in the refused file's place. The refused file is copied beside it first and named in the answer
 * (null where there was none); at every moment its place holds the one or the other, whole.
 */
export async function putBackupInPlace(
  context: EngineContext,
  refused: RefusedFile,
): Promise<Result<string | null>> {
  const { path, workspaceId, backup } = refused;
  if (workspaceId === null || backup === null) return fail('notFound');
  const lock = await acquireLock({ path, now: context.now, onLost: () => {} });
  if (!lock.ok) return lock;
  try {
    const kept = existsSync(path) ? keptName(path, context.now()) : null;
    if (kept !== null) copyFileSync(path, kept, constants.COPYFILE_EXCL);
    const restored = restoreBackup({
      dataFolder: context.options.dataFolder,
      workspaceId,
      name: backup.name,
      path,
      now: context.now(),
      isKept: true,
    });
    return restored.ok ? succeed(kept === null ? null : basename(kept)) : restored;
  } catch (cause) {
    return failFromDisk(cause);
  } finally {
    lock.value.release();
  }
}

/** `client.myaku.damaged-20240401-094500`: not a name that Myaku would list or open. */
function keptName(path: string, now: number): string {
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  return `${path}${damagedMark}${stamp}`;
}

export const damagedMark = '.damaged-';
