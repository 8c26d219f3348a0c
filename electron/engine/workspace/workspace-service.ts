import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { WorkspaceState } from '../../../shared/schemas/workspace-state.ts';
import { type EngineContext, requireWorkspace } from '../context.ts';
import type { Database } from '../store/database.ts';
import { loadSetting } from '../store/settings-table.ts';
import { listBackups } from './back-up-file.ts';
import { restoreBackup } from './backups.ts';
import { listRecents } from './recents.ts';
import type { SaveStatus } from './save-schedule.ts';
import { createWorkspace, openWorkspace } from './workspace.ts';

type Answer<C extends Channel> = Promise<Result<ChannelOutput<C>>>;

/** Opens, creates, saves and switches the one workspace of this engine. */
export interface WorkspaceService {
  state(): Result<ChannelOutput<'workspace.state'>>;
  recents(): Promise<Result<ChannelOutput<'workspace.recents'>>>;
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

export const workspaceExtension = '.myaku';

export function createWorkspaceService(context: EngineContext): WorkspaceService {
  const { options, open } = context;
  const base = {
    dataFolder: options.dataFolder,
    workers: options.workers,
    clock: { now: context.now },
    onSaveState: (status: SaveStatus) =>
      context.emit({
        type: 'workspace.saveState',
        state: status.state,
        savedAt: status.savedAt,
        errorCode: status.error?.code ?? null,
      }),
  };
  const tokens = new Map<string, string>();
  const tokenOf = (path: string): string => {
    const token = createHash('sha256').update(path).digest('hex').slice(0, 32);
    tokens.set(token, path);
    return token;
  };
  const closeCurrent = async (): Promise<Result<null>> => {
    if (open.workspace === null) return succeed(null);
    const closed = await open.workspace.close();
    if (closed.ok) open.workspace = null;
    return closed;
  };
  const current = (): Result<WorkspaceState> => {
    const workspace = requireWorkspace(context);
    if (!workspace.ok) return workspace;
    const { database } = workspace.value;
    const status = workspace.value.status();
    return succeed({
      id: workspace.value.id(),
      name: workspace.value.name(),
      fileName: basename(workspace.value.path()),
      readOnly: status.state === 'readOnly',
      sample: loadSetting(database, 'sample') !== null,
      saveState: status.state,
      savedAt: status.savedAt,
    });
  };
  const switched = (): Result<WorkspaceState> => {
    context.emit({ type: 'workspace.switched' });
    return current();
  };
  const openPath: WorkspaceService['openPath'] = async (path, restart) => {
    if (open.workspace !== null && open.workspace.path() === path) return current();
    const closed = await closeCurrent();
    if (!closed.ok) return closed;
    const opened = await openWorkspace({ ...base, path, ...restart });
    if (!opened.ok) {
      context.emit({ type: 'workspace.switched' });
      return opened;
    }
    open.workspace = opened.value;
    return switched();
  };
  const createAt = async (
    path: string,
    name: string,
    prepare?: (database: Database) => void,
  ): Promise<Result<WorkspaceState>> => {
    if (existsSync(path)) return fail('alreadyExists', { fileName: basename(path) });
    const closed = await closeCurrent();
    if (!closed.ok) return closed;
    const created = await createWorkspace({
      ...base,
      path,
      name,
      ...(prepare === undefined ? {} : { prepare }),
    });
    if (!created.ok) return created;
    open.workspace = created.value;
    return switched();
  };
  return {
    state: () =>
      succeed({
        open: open.workspace === null ? null : unwrap(current()),
        host: options.host,
        folderName: basename(options.workspaceFolder),
      }),
    async recents() {
      return succeed({ items: listKnown(options.dataFolder, options.workspaceFolder, tokenOf) });
    },
    async create({ name }) {
      const path = pathFor(options.workspaceFolder, name);
      return path.ok ? createAt(path.value, name) : path;
    },
    async createFilled(name, prepare) {
      for (let number = 1; ; number++) {
        const numbered = number === 1 ? name : `${name} ${number}`;
        const path = pathFor(options.workspaceFolder, numbered);
        if (!path.ok) return path;
        if (!existsSync(path.value)) return createAt(path.value, numbered, prepare);
      }
    },
    async open({ token }) {
      const known = tokens.get(token);
      if (known !== undefined) return openPath(known);
      const file = context.files.find(token);
      return file.ok ? openPath(file.value.path) : file;
    },
    openPath,
    async saveAs({ name }) {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const path = pathFor(options.workspaceFolder, name);
      if (!path.ok) return path;
      if (existsSync(path.value)) return fail('alreadyExists', { fileName: basename(path.value) });
      const saved = await workspace.value.saveAs(path.value, { name });
      return saved.ok ? switched() : saved;
    },
    async save() {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const saved = await workspace.value.saveNow();
      return saved.ok ? current() : saved;
    },
    async close() {
      const closed = await closeCurrent();
      if (!closed.ok) return closed;
      context.emit({ type: 'workspace.switched' });
      return succeed({});
    },
    backups() {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const items = listBackups(options.dataFolder, workspace.value.id());
      return succeed({
        items: items.map(({ name, savedAt, sizeBytes }) => ({ token: name, savedAt, sizeBytes })),
      });
    },
    async restoreBackup({ token }) {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const path = workspace.value.path();
      const workspaceId = workspace.value.id();
      const closed = await closeCurrent();
      if (!closed.ok) return closed;
      const place = { dataFolder: options.dataFolder, workspaceId };
      const restored = restoreBackup({ ...place, name: token, path, now: context.now() });
      const opened = await openPath(path);
      return restored.ok ? opened : restored;
    },
  };
}

/** Recents and the workspaces of the folder, newest first, each once. */
function listKnown(dataFolder: string, workspaceFolder: string, tokenOf: (path: string) => string) {
  const recents = listRecents(dataFolder);
  const known = new Set(recents.map((recent) => recent.path));
  const others = readdirSync(workspaceFolder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(workspaceFolder, entry.name);
    if (!entry.isFile() || !entry.name.endsWith(workspaceExtension) || known.has(path)) return [];
    return { path, sizeBytes: statSync(path).size };
  });
  return [
    ...recents.map((recent) => ({
      token: tokenOf(recent.path),
      name: recent.name,
      fileName: basename(recent.path),
      sizeBytes: recent.sizeBytes,
      accounts: recent.accounts,
      lastOpenedAt: recent.lastOpenedAt,
      missing: recent.missing,
    })),
    ...others.map(({ path, sizeBytes }) => ({
      token: tokenOf(path),
      name: basename(path, workspaceExtension),
      fileName: basename(path),
      sizeBytes,
      accounts: null,
      lastOpenedAt: null,
      missing: false,
    })),
  ];
}

/** The file a name stands for. A name is a name: separators, reserved characters and leading dots are refused. */
function pathFor(folder: string, name: string): Result<string> {
  const plain = name.trim().replace(/\.myaku$/i, '');
  const isBad =
    plain === '' || plain.startsWith('.') || plain.endsWith('.') || /[\\/:*?"<>|\p{Cc}]/u.test(plain);
  if (isBad) return fail('badRequest', { where: 'name', problem: 'fileName' });
  return succeed(join(folder, `${plain}${workspaceExtension}`));
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
