import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { WorkerLocation } from '../workers/start-worker.ts';
import { type Backup, backUpFile, listBackups } from './back-up-file.ts';
import { checkFile } from './check-file.ts';
import { failFromDisk } from './disk-error.ts';
import { rememberSaved, workspaceFolder } from './last-saved.ts';
import { sha256Of } from './save-image.ts';
import { writeFileSafely } from './write-file-safely.ts';

interface BackupPlace {
  readonly dataFolder: string;
  readonly workspaceId: string;
}

const maximumBytes = 2_000_000_000;

/**
 * Puts a backup in the place of a closed workspace file. What stands there now, damaged or not, is backed up
 * first, so that restoring that copy undoes this; unless it `isKept` elsewhere.
 */
export function restoreBackup(
  input: BackupPlace & {
    readonly name: string;
    readonly path: string;
    readonly now: number;
    readonly isKept?: boolean;
  },
): Result<null> {
  const backup = listBackups(input.dataFolder, input.workspaceId).find(({ name }) => name === input.name);
  if (backup === undefined) return fail('notFound');
  try {
    const bytes = readFileSync(join(workspaceFolder(input.dataFolder, input.workspaceId), backup.name));
    if (sha256Of(bytes) !== backup.sha256) return fail('workspaceDamaged');
    if (input.isKept !== true && existsSync(input.path)) {
      const current = backUpFile(input);
      if (!current.ok) return current;
    }
    rememberSaved(input.dataFolder, input.workspaceId, [backup.sha256]);
    const written = writeFileSafely(input.path, bytes);
    return written.ok ? succeed(null) : written;
  } catch (cause) {
    return failFromDisk(cause);
  }
}

/** The newest backup that still hashes to its name and passes the check of an opened file; null when none does. */
export async function newestGoodBackup(place: BackupPlace, workers: WorkerLocation): Promise<Backup | null> {
  const folder = workspaceFolder(place.dataFolder, place.workspaceId);
  for (const backup of listBackups(place.dataFolder, place.workspaceId)) {
    const path = join(folder, backup.name);
    const checked = await checkFile(workers, { path, maximumBytes, wantImage: false });
    if (!checked.ok || checked.value.file.sha256 !== backup.sha256) continue;
    if (checked.value.facts.workspaceId === place.workspaceId) return backup;
  }
  return null;
}
