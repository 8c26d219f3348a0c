import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { WorkspaceState } from '../../../shared/schemas/workspace-state.ts';
import { type EngineContext, requireWorkspace } from '../context.ts';
import type { Database } from '../store/database.ts';
import { listBackups } from './back-up-file.ts';
import { restoreBackup } from './backups.ts';
import { createKnownWorkspaces, pathForName } from './list-known.ts';
import { announceSwitch, closeCurrent, createAt, currentState, openAt } from './switch-workspace.ts';

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
  save(): Answer<'workspace.save'>;
  close(): Answer<'workspace.close'>;
  backups(): Result<ChannelOutput<'workspace.backups'>>;
  restoreBackup(payload: ChannelPayload<'workspace.restoreBackup'>): Answer<'workspace.restoreBackup'>;
}

export function createWorkspaceService(context: EngineContext): WorkspaceService {
  const { dataFolder, workspaceFolder, host } = context.options;
  const known = createKnownWorkspaces(dataFolder, workspaceFolder);
  return {
    state() {
      const current = currentState(context);
      const folderName = basename(workspaceFolder);
      return succeed({ open: current.ok ? current.value : null, host, folderName });
    },
    recents: () => succeed({ items: known.list() }),
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
      return file.ok ? openAt(context, file.value.path) : file;
    },
    openPath: (path, options) => openAt(context, path, options),
    saveAs: ({ name }) => saveAs(context, name),
    async save() {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const saved = await workspace.value.saveNow();
      return saved.ok ? currentState(context) : saved;
    },
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
      return succeed({
        items: items.map(({ name, savedAt, sizeBytes }) => ({ token: name, savedAt, sizeBytes })),
      });
    },
    restoreBackup: ({ token }) => restore(context, token),
  };
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
