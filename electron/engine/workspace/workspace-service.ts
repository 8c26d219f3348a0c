import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { WorkspaceState } from '../../../shared/schemas/workspace-state.ts';
import { type EngineContext, requireWorkspace } from '../context.ts';
import type { TokenFile } from '../files/file-tokens.ts';
import { countAccounts } from '../store/account-table.ts';
import type { Database } from '../store/database.ts';
import { type Backup, listBackups } from './back-up-file.ts';
import { restoreBackup } from './backups.ts';
import { compareSaved } from './compare-saved.ts';
import { deleteClientData } from './delete-client-data.ts';
import { createKnownWorkspaces, pathForName } from './list-known.ts';
import { putBackupInPlace, type RefusedFile } from './refused-file.ts';
import { removeFile } from './remove-file.ts';
import { announceSwitch, closeCurrent, createAt, currentState, openAt } from './switch-workspace.ts';
import { takeUpload } from './take-upload.ts';

type Answer<C extends Channel> = Promise<Result<ChannelOutput<C>>>;

/** Opens, creates, saves and switches the one workspace of this engine. */
export interface WorkspaceService {
  state(): Result<ChannelOutput<'workspace.state'>>;
  recents(): Result<ChannelOutput<'workspace.recents'>>;
  create(payload: ChannelPayload<'workspace.create'>): Answer<'workspace.create'>;
  /** A new workspace filled before its first save; the name gets a number when it is taken. */
  createFilled(name: string, prepare: (database: Database) => void): Promise<Result<WorkspaceState>>;
  open(payload: ChannelPayload<'workspace.open'>): Answer<'workspace.open'>;
  /** `afterRestart`: the engine of this process died holding the lock. */
  openPath(path: string, options?: { readonly afterRestart: boolean }): Promise<Result<WorkspaceState>>;
  saveAs(payload: ChannelPayload<'workspace.saveAs'>): Answer<'workspace.saveAs'>;
  save(payload: ChannelPayload<'workspace.save'>): Answer<'workspace.save'>;
  reopen(): Answer<'workspace.reopen'>;
  close(): Answer<'workspace.close'>;
  backups(): Result<ChannelOutput<'workspace.backups'>>;
  restoreBackup(payload: ChannelPayload<'workspace.restoreBackup'>): Answer<'workspace.restoreBackup'>;
  openRefusedBackup(): Answer<'workspace.openRefusedBackup'>;
  dismissRefused(): Result<ChannelOutput<'workspace.dismissRefused'>>;
  keepThis(): Result<WorkspaceState>;
  compareSaved(): Answer<'workspace.compareSaved'>;
  deleteData(payload: ChannelPayload<'workspace.deleteData'>): Answer<'workspace.deleteData'>;
}

export function createWorkspaceService(context: EngineContext): WorkspaceService {
  const { dataFolder, workspaceFolder, host } = context.options;
  const known = createKnownWorkspaces(dataFolder, workspaceFolder);
  return {
    state() {
      const current = currentState(context);
      const folderName = basename(workspaceFolder);
      const { refused } = context.open;
      return succeed({
        open: current.ok ? current.value : null,
        refused: refused === null ? null : describe(refused, known.tokenOf(refused.path)),
        host,
        folderName,
      });
    },
    recents() {
      const { workspace } = context.open;
      const token = workspace === null ? null : known.tokenOf(workspace.path());
      // What was noted when it was opened is old by now.
      const accounts = workspace === null ? null : countAccounts(workspace.database);
      return succeed({
        items: known.list().map((item) => (item.token === token ? { ...item, accounts } : item)),
      });
    },
    async create({ name }) {
      const path = pathForName(workspaceFolder, name);
      return path.ok ? createAt(context, { path: path.value, name }) : path;
    },
    async createFilled(name, prepare) {
      for (let number = 1; ; number++) {
        const numbered = number === 1 ? name : `${name} ${number}`;
        const path = pathForName(workspaceFolder, numbered);
        if (!path.ok) return path;
        if (!existsSync(path.value)) return createAt(context, { path: path.value, name: numbered, prepare });
      }
    },
    async open({ token }) {
      const path = known.pathOf(token);
      if (path !== undefined) return openAt(context, path);
      const file = context.files.find(token);
      if (!file.ok) return file;
      if (!file.value.temporary) return openAt(context, file.value.path);
      return openUpload(context, file.value);
    },
    openPath: (path, options) => openAt(context, path, options),
    saveAs: ({ name }) => saveAs(context, name),
    async save({ replaceChanged }) {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const saved = await workspace.value.saveNow({ replaceChanged: replaceChanged === true });
      return saved.ok ? currentState(context) : saved;
    },
    reopen: () => reopen(context),
    async close() {
      const closed = await closeCurrent(context);
      if (!closed.ok) return closed;
      context.emit({ type: 'workspace.switched' });
      return succeed({});
    },
    backups() {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const items = listBackups(dataFolder, workspace.value.id());
      return succeed({ items: items.map(copyOf) });
    },
    restoreBackup: ({ token }) => restore(context, token),
    openRefusedBackup: () => openRefusedBackup(context),
    dismissRefused() {
      context.open.refused = null;
      return succeed({});
    },
    keepThis() {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      workspace.value.keepThis();
      return currentState(context);
    },
    async compareSaved() {
      const workspace = requireWorkspace(context);
      return workspace.ok ? compareSaved(context, workspace.value) : workspace;
    },
    async deleteData({ token }) {
      const path = known.pathOf(token);
      if (path === undefined) return fail('notFound');
      const deleted = await deleteClientData(context, path);
      context.emit({ type: 'workspace.switched' });
      return deleted.ok ? succeed({}) : deleted;
    },
  };
}

/** A copy of the upload in the workspace folder; one that can't be opened leaves no copy behind. */
async function openUpload(context: EngineContext, upload: TokenFile): Promise<Result<WorkspaceState>> {
  const { workspaceFolder } = context.options;
  const before = new Set(readdirSync(workspaceFolder));
  const path = takeUpload(workspaceFolder, upload);
  if (!path.ok) return path;
  const opened = await openAt(context, path.value);
  if (!opened.ok && !before.has(basename(path.value))) removeFile(path.value);
  return opened;
}

async function openRefusedBackup(
  context: EngineContext,
): Promise<Result<ChannelOutput<'workspace.openRefusedBackup'>>> {
  const { refused } = context.open;
  if (refused === null) return fail('notFound');
  const kept = await putBackupInPlace(context, refused);
  if (!kept.ok) return kept;
  const opened = await openAt(context, refused.path);
  return opened.ok ? succeed({ state: opened.value, keptAs: kept.value }) : opened;
}

/** Opens the file as somebody else left it; what was in memory stays, as a backup. */
async function reopen(context: EngineContext): Promise<Result<WorkspaceState>> {
  const workspace = requireWorkspace(context);
  if (!workspace.ok) return workspace;
  const path = workspace.value.path();
  const kept = workspace.value.backUpImage();
  if (!kept.ok) return kept;
  await workspace.value.close({ discard: true });
  context.open.workspace = null;
  const opened = await openAt(context, path);
  const theirs = requireWorkspace(context);
  if (!opened.ok || !theirs.ok) return opened;
  // The person has just chosen it: it is not asked about again.
  theirs.value.keepThis();
  return announceSwitch(context);
}

function describe({ path, problem, backup }: RefusedFile, token: string) {
  return { token, fileName: basename(path), problem, backup: backup === null ? null : copyOf(backup) };
}

function copyOf({ name, savedAt, sizeBytes }: Backup) {
  return { token: name, savedAt, sizeBytes };
}

async function saveAs(context: EngineContext, name: string): Promise<Result<WorkspaceState>> {
  const workspace = requireWorkspace(context);
  if (!workspace.ok) return workspace;
  const path = pathForName(context.options.workspaceFolder, name);
  if (!path.ok) return path;
  if (existsSync(path.value)) return fail('alreadyExists', { fileName: basename(path.value) });
  const saved = await workspace.value.saveAs(path.value, { name });
  return saved.ok ? announceSwitch(context) : saved;
}

/** Puts a backup in the place of the open workspace and opens it; what stood there is backed up first. */
async function restore(context: EngineContext, name: string): Promise<Result<WorkspaceState>> {
  const workspace = requireWorkspace(context);
  if (!workspace.ok) return workspace;
  const path = workspace.value.path();
  const workspaceId = workspace.value.id();
  const closed = await closeCurrent(context);
  if (!closed.ok) return closed;
  const { dataFolder } = context.options;
  const restored = restoreBackup({ dataFolder, workspaceId, name, path, now: context.now() });
  const opened = await openAt(context, path);
  return restored.ok ? opened : restored;
}
