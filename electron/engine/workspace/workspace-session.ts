import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type AppError, fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import { countAccounts } from '../store/account-table.ts';
import type { Database } from '../store/database.ts';
import { loadSetting, saveSetting } from '../store/settings-table.ts';
import { countRows } from '../store/verify-image.ts';
import { type Backup, backUpBytes } from './back-up-file.ts';
import type { DiskClient } from './disk-client.ts';
import { rememberSaved } from './last-saved.ts';
import { acquireLock, type FileLock } from './lock-file.ts';
import { rememberRecent } from './recents.ts';
import type { KnownFile, SaveRequest } from './save-image.ts';
import { createSaveSchedule, type SaveSchedule, type SaveStatus } from './save-schedule.ts';

/** An open workspace. Whoever changes `database` calls `markDirty`; `edit` does both. */
export interface Workspace {
  readonly database: Database;
  id(): string;
  name(): string;
  path(): string;
  status(): SaveStatus;
  /** The file is not what was last saved on this machine: the screen asks which to keep. */
  readonly differsFromLastSaved: boolean;
  /** The file as it was last read or written here; null before the first save. */
  known(): KnownFile | null;
  /** Hashes of what was last saved here, where the file is something else; else empty. */
  differsFrom(): readonly string[];
  /** The person keeps this file: it is what was last saved here from now on. */
  keepThis(): void;
  /** Makes a backup of what is in memory, saved or not. */
  backUpImage(): Result<Backup>;
  /** One transaction, then dirty; `readOnly` where nothing may change. */
  edit<T>(work: (database: Database) => T): Result<T>;
  markDirty(): void;
  setHold(held: boolean): void;
  /** `replaceChanged`: overwrites a file that somebody else changed; theirs becomes a backup first. */
  saveNow(options?: { readonly replaceChanged?: boolean }): Promise<Result<null>>;
  /** Goes on in a new file with an id of its own; the old one stays as last saved. */
  saveAs(
    path: string,
    options?: { readonly name?: string; readonly overwrite?: boolean },
  ): Promise<Result<null>>;
  /** Saves, backs up, releases the lock. Stays open when the save fails, unless `discard`. */
  close(options?: { readonly discard?: boolean }): Promise<Result<null>>;
}

/** What opening and creating need beyond the workspace itself. */
export interface WorkspaceSession {
  readonly workspace: Workspace;
  loseLock(): void;
  saveFirst(): Promise<Result<null>>;
  backUp(): Promise<Result<Backup>>;
  remember(): void;
}

export interface SessionInput {
  readonly dataFolder: string;
  readonly clock: { now(): number };
  readonly onSaveState: (status: SaveStatus) => void;
  readonly maximumBytes: number;
}

export interface SessionParts {
  readonly database: Database;
  readonly disk: DiskClient;
  readonly path: string;
  readonly lock: FileLock | null;
  readonly known: KnownFile | null;
  readonly readOnly: AppError | null;
  readonly differsFrom: readonly string[];
}

interface Session extends SessionInput {
  readonly database: Database;
  readonly disk: DiskClient;
  path: string;
  lock: FileLock | null;
  known: KnownFile | null;
  differsFrom: readonly string[];
  lastBackupAt: number;
  readonly schedule: SaveSchedule;
}

const backupEveryMs = 600_000;

export function createSession(input: SessionInput, parts: SessionParts): WorkspaceSession {
  const session: Session = {
    ...input,
    database: parts.database,
    disk: parts.disk,
    path: parts.path,
    lock: parts.lock,
    known: parts.known,
    differsFrom: parts.differsFrom,
    lastBackupAt: input.clock.now(),
    schedule: createSaveSchedule({
      write: () => write(session, 'known'),
      now: input.clock.now,
      savedAt: parts.known === null ? null : Math.round(parts.known.mtimeMs),
      readOnly: parts.readOnly,
      onStatus: input.onSaveState,
    }),
  };
  const { database, schedule } = session;
  return {
    workspace: {
      database,
      get differsFromLastSaved() {
        return session.differsFrom.length > 0;
      },
      known: () => session.known,
      differsFrom: () => session.differsFrom,
      keepThis: () => keepThis(session),
      backUpImage: () => backUpImage(session),
      id: () => idOf(database),
      name: () => loadSetting(database, 'name') ?? '',
      path: () => session.path,
      status: schedule.status,
      edit(work) {
        const { state, error } = schedule.status();
        if (state === 'readOnly')
          return fail('readOnly', error === null ? undefined : { reason: error.code });
        const value = database.transaction(() => work(database));
        schedule.markDirty();
        return succeed(value);
      },
      markDirty: schedule.markDirty,
      setHold: schedule.setHold,
      saveNow: (options) =>
        options?.replaceChanged === true
          ? schedule.runAlone(() => replaceChanged(session))
          : schedule.saveNow(),
      saveAs: (path, options) => saveAs(session, path, options ?? {}),
      close: (options) => close(session, options?.discard === true),
    },
    loseLock: () => schedule.setReadOnly({ code: 'workspaceLocked' }),
    saveFirst: () => schedule.runAlone(() => write(session, 'nothing')),
    backUp: () => backUp(session),
    remember: () => remember(session),
  };
}

async function write(session: Session, replaces: SaveRequest['replaces']): Promise<Result<KnownFile>> {
  if (session.lock?.isHeld() === false) return fail('workspaceLocked');
  const saved = await writeTo(session, session.path, replaces);
  if (!saved.ok) return saved;
  session.known = saved.value;
  remember(session);
  if (session.clock.now() - session.lastBackupAt >= backupEveryMs) void backUp(session);
  return saved;
}

/** What somebody else wrote stays, as a backup: overwriting it can be undone. */
async function replaceChanged(session: Session): Promise<Result<KnownFile>> {
  if (existsSync(session.path)) {
    const theirs = await backUp(session, false);
    if (!theirs.ok) return theirs;
  }
  return write(session, 'anything');
}

async function writeTo(
  session: Session,
  path: string,
  replaces: SaveRequest['replaces'],
): Promise<Result<KnownFile>> {
  const { database, dataFolder, known } = session;
  const sizeBytes = database.sizeBytes();
  if (sizeBytes > session.maximumBytes) return fail('workspaceTooLarge', { sizeBytes });
  const rowCounts = countRows(database);
  const workspaceId = idOf(database);
  const image = database.exportImage();
  return session.disk.save({ image, path, dataFolder, workspaceId, rowCounts, replaces, known });
}

async function saveAs(
  session: Session,
  target: string,
  options: { readonly name?: string; readonly overwrite?: boolean },
): Promise<Result<null>> {
  if (!existsSync(dirname(target))) return fail('folderMissing');
  const path = join(realpathSync(dirname(target)), basename(target));
  if (path === session.path) return session.schedule.saveNow();
  if (options.overwrite !== true && existsSync(path))
    return fail('alreadyExists', { fileName: basename(path) });
  const { schedule, database, clock } = session;
  const lock = await acquireLock({
    path,
    now: clock.now,
    onLost: () => schedule.setReadOnly({ code: 'workspaceLocked' }),
  });
  if (!lock.ok) return lock;
  const tooNew = schedule.status().error?.code === 'workspaceTooNew';
  const before = { id: idOf(database), name: loadSetting(database, 'name') ?? '' };
  const identify = (id: string, name: string) => {
    saveSetting(database, 'workspaceId', id);
    saveSetting(database, 'name', name);
  };
  const saved = await schedule.runAlone(async () => {
    identify(randomUUID(), options.name ?? before.name);
    const written = await writeTo(session, path, options.overwrite === true ? 'anything' : 'nothing');
    if (!written.ok) {
      identify(before.id, before.name);
      return written;
    }
    session.lock?.release();
    session.lock = lock.value;
    session.path = path;
    session.known = written.value;
    session.differsFrom = [];
    return written;
  });
  if (!saved.ok) {
    lock.value.release();
    return saved;
  }
  if (tooNew) schedule.setReadOnly({ code: 'workspaceTooNew' });
  remember(session);
  return saved;
}

async function close(session: Session, discard: boolean): Promise<Result<null>> {
  const { schedule } = session;
  if (!discard && schedule.status().state !== 'readOnly') {
    const saved = await schedule.saveNow();
    if (!saved.ok) return saved;
    // A backup that can't be made must not keep the window open; the file itself is saved.
    await backUp(session);
    remember(session);
  }
  schedule.stop();
  await session.disk.stop();
  session.lock?.release();
  session.database.close();
  return succeed(null);
}

/** `isKnown`: the file is as it was last read or written here, so its hash need not be taken again. */
function backUp(session: Session, isKnown = true): Promise<Result<Backup>> {
  const now = session.clock.now();
  session.lastBackupAt = now;
  const { path, dataFolder, database, known } = session;
  const sha256 = isKnown ? known?.sha256 : undefined;
  return session.disk.backUp({ path, dataFolder, workspaceId: idOf(database), sha256, now });
}

function backUpImage({ database, dataFolder, path, clock }: Session): Result<Backup> {
  const request = { path, dataFolder, workspaceId: idOf(database), now: clock.now() };
  return backUpBytes(request, database.exportImage());
}

function keepThis(session: Session): void {
  const { dataFolder, database, known } = session;
  session.differsFrom = [];
  if (known !== null) rememberSaved(dataFolder, idOf(database), [known.sha256]);
}

function remember(session: Session): void {
  rememberRecent(session.dataFolder, {
    path: session.path,
    workspaceId: idOf(session.database),
    name: loadSetting(session.database, 'name') ?? '',
    sizeBytes: session.known?.sizeBytes ?? 0,
    accounts: countAccounts(session.database),
    lastOpenedAt: session.clock.now(),
  });
}

function idOf(database: Database): string {
  const id = loadSetting(database, 'workspaceId');
  if (id === null) throw new Error('a workspace without an id');
  return id;
}
