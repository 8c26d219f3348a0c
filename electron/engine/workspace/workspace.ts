import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type AppError, fail, type Result } from '../../../shared/ipc/result.ts';
import type { Database } from '../store/database.ts';
import { createDatabase, migrate } from '../store/migrate.ts';
import { openDatabase } from '../store/open-database.ts';
import { saveSetting } from '../store/settings-table.ts';
import type { WorkerLocation } from '../workers/start-worker.ts';
import { checkFile } from './check-file.ts';
import { createDiskClient } from './disk-client.ts';
import { failFromDisk, systemCode } from './disk-error.ts';
import { lastSaved } from './last-saved.ts';
import { acquireLock, type FileLock } from './lock-file.ts';
import type { CheckedFile } from './read-and-verify.ts';
import type { SaveStatus } from './save-schedule.ts';
import { createSession, type Workspace } from './workspace-session.ts';
import { removeLeftovers } from './write-file-safely.ts';

export interface WorkspaceInput {
  readonly path: string;
  /** Where this machine keeps backups, recents and hashes. */
  readonly dataFolder: string;
  readonly workers: WorkerLocation;
  readonly clock: { now(): number };
  readonly onSaveState: (status: SaveStatus) => void;
  /** A file that would grow past this is not saved; 1 GB unless a test says less. */
  readonly maximumBytes?: number;
}

export interface OpenInput extends WorkspaceInput {
  /** Look only: takes no lock. */
  readonly readOnly?: boolean;
  /** The engine of this process died holding the lock and is being started again. */
  readonly afterRestart?: boolean;
}

const defaultMaximumBytes = 1_000_000_000;
/** A lock can't be written there, but the file can still be looked at. */
const lockless = ['diskReadOnly', 'diskFull'];

/** Locks, checks in a throw-away worker, and opens. Codes: fileMissing, workspaceLocked, notAWorkspace, workspaceDamaged, … */
export async function openWorkspace(input: OpenInput): Promise<Result<Workspace>> {
  const path = resolvePath(input.path);
  if (!path.ok) return path;
  const hooks = { onLost: () => {} };
  const locked = await lockToOpen({ ...input, path: path.value }, () => hooks.onLost());
  if (!locked.ok) return locked;
  const { lock, readOnly } = locked.value;
  if (lock !== null) removeLeftovers(path.value);
  const maximumBytes = input.maximumBytes ?? defaultMaximumBytes;
  const checked = await checkFile(input.workers, { path: path.value, maximumBytes, wantImage: true });
  if (!checked.ok) {
    lock?.release();
    return checked;
  }
  const { facts, file, image } = checked.value;
  const tooNew = facts.schema === 'tooNew';
  if (tooNew) lock?.release();
  const session = createSession(
    { ...input, maximumBytes },
    {
      database: await openDatabase(image ?? undefined),
      disk: createDiskClient(input.workers),
      path: path.value,
      lock: tooNew ? null : lock,
      known: file,
      readOnly: tooNew ? { code: 'workspaceTooNew' } : readOnly,
      differsFrom: differsFrom(input.dataFolder, checked.value),
    },
  );
  hooks.onLost = session.loseLock;
  const backedUp = session.backUp();
  if (facts.schema === 'older') {
    // In memory only, until a save that keeps the old file's backup.
    migrate(session.workspace.database);
    if (session.workspace.status().state !== 'readOnly') {
      const kept = await backedUp;
      if (!kept.ok) {
        await session.workspace.close({ discard: true });
        return kept;
      }
      session.workspace.markDirty();
    }
  }
  session.remember();
  return { ok: true, value: session.workspace };
}

/** Makes a new file; `prepare` may fill it before its first save. Codes: alreadyExists, folderMissing, diskFull, … */
export async function createWorkspace(
  input: WorkspaceInput & { readonly name: string; readonly prepare?: (database: Database) => void },
): Promise<Result<Workspace>> {
  if (existsSync(input.path)) return fail('alreadyExists', { fileName: basename(input.path) });
  const folder = resolvePath(dirname(input.path));
  if (!folder.ok) return fail('folderMissing');
  const path = join(folder.value, basename(input.path));
  const hooks = { onLost: () => {} };
  const lock = await acquireLock({ path, now: input.clock.now, onLost: () => hooks.onLost() });
  if (!lock.ok) return lock;
  const database = await createDatabase();
  database.transaction(() => {
    saveSetting(database, 'workspaceId', randomUUID());
    saveSetting(database, 'name', input.name);
    saveSetting(database, 'createdAt', new Date(input.clock.now()).toISOString());
    input.prepare?.(database);
  });
  const session = createSession(
    { ...input, maximumBytes: input.maximumBytes ?? defaultMaximumBytes },
    {
      database,
      disk: createDiskClient(input.workers),
      path,
      lock: lock.value,
      known: null,
      readOnly: null,
      differsFrom: [],
    },
  );
  hooks.onLost = session.loseLock;
  const saved = await session.saveFirst();
  if (!saved.ok) {
    await session.workspace.close({ discard: true });
    return saved;
  }
  session.remember();
  return { ok: true, value: session.workspace };
}

/** A save replaces what it is given by rename, so a link is followed once, here. */
function resolvePath(path: string): Result<string> {
  try {
    return { ok: true, value: realpathSync(path) };
  } catch (cause) {
    return systemCode(cause) === 'ENOENT' ? fail('fileMissing') : failFromDisk(cause);
  }
}

async function lockToOpen(
  input: OpenInput,
  onLost: () => void,
): Promise<Result<{ lock: FileLock | null; readOnly: AppError | null }>> {
  if (input.readOnly === true) return lookOnly({ code: 'readOnly' });
  const afterRestart = input.afterRestart === true;
  try {
    accessSync(input.path, constants.W_OK);
  } catch {
    // Marked read-only by somebody: kept that way.
    return lookOnly({ code: 'diskReadOnly' });
  }
  const lock = await acquireLock({ path: input.path, now: input.clock.now, onLost, afterRestart });
  if (lock.ok) return { ok: true, value: { lock: lock.value, readOnly: null } };
  return lockless.includes(lock.error.code) ? lookOnly(lock.error) : lock;
}

function lookOnly(readOnly: AppError): Result<{ lock: null; readOnly: AppError }> {
  return { ok: true, value: { lock: null, readOnly } };
}

/** Hashes of what was last saved here when the file is none of it; unknown here = nothing to compare with. */
function differsFrom(dataFolder: string, { facts, file }: CheckedFile): readonly string[] {
  const known = lastSaved(dataFolder, facts.workspaceId);
  return known.includes(file.sha256) ? [] : known;
}
