import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { WorkspaceState } from '../../../shared/schemas/workspace-state.ts';
import { type EngineContext, requireWorkspace } from '../context.ts';
import type { Database } from '../store/database.ts';
import { loadSetting } from '../store/settings-table.ts';
import type { SaveStatus } from './save-schedule.ts';
import { createWorkspace, openWorkspace } from './workspace.ts';

/** What the header shows of the open workspace; `noWorkspace` when none is. */
export function currentState(context: EngineContext): Result<WorkspaceState> {
  const workspace = requireWorkspace(context);
  if (!workspace.ok) return workspace;
  const status = workspace.value.status();
  return succeed({
    id: workspace.value.id(),
    name: workspace.value.name(),
    fileName: basename(workspace.value.path()),
    readOnly: status.state === 'readOnly',
    sample: loadSetting(workspace.value.database, 'sample') !== null,
    saveState: status.state,
    savedAt: status.savedAt,
  });
}

/** Saves and closes the open workspace, then opens another; the old one stays open when it cannot be saved. */
export async function openAt(
  context: EngineContext,
  path: string,
  restart?: { readonly afterRestart: boolean },
): Promise<Result<WorkspaceState>> {
  if (context.open.workspace?.path() === path) return currentState(context);
  const closed = await closeCurrent(context);
  if (!closed.ok) return closed;
  const opened = await openWorkspace({ ...saveInput(context), path, ...restart });
  if (opened.ok) context.open.workspace = opened.value;
  const state = announceSwitch(context);
  return opened.ok ? state : opened;
}

/** Saves and closes the open workspace, then makes a new file; `prepare` fills it before its first save. */
export async function createAt(
  context: EngineContext,
  file: {
    readonly path: string;
    readonly name: string;
    readonly prepare?: ((database: Database) => void) | undefined;
  },
): Promise<Result<WorkspaceState>> {
  const { path, name, prepare } = file;
  if (existsSync(path)) return fail('alreadyExists', { fileName: basename(path) });
  const closed = await closeCurrent(context);
  if (!closed.ok) return closed;
  const input = { ...saveInput(context), path, name };
  const created = await createWorkspace(prepare === undefined ? input : { ...input, prepare });
  if (!created.ok) return created;
  context.open.workspace = created.value;
  return announceSwitch(context);
}

/** Saves and closes; nothing is open afterwards unless the save failed. */
export async function closeCurrent(context: EngineContext): Promise<Result<null>> {
  const { open } = context;
  if (open.workspace === null) return succeed(null);
  const closed = await open.workspace.close();
  if (closed.ok) open.workspace = null;
  return closed;
}

/** Tells the window that another workspace is open now, or none, and answers with its state. */
export function announceSwitch(context: EngineContext): Result<WorkspaceState> {
  context.emit({ type: 'workspace.switched' });
  return currentState(context);
}

function saveInput(context: EngineContext) {
  return {
    dataFolder: context.options.dataFolder,
    workers: context.options.workers,
    clock: { now: context.now },
    onSaveState: (status: SaveStatus) =>
      context.emit({
        type: 'workspace.saveState',
        state: status.state,
        savedAt: status.savedAt,
        errorCode: status.error?.code ?? null,
      }),
  };
}
