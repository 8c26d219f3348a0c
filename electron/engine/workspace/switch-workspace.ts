import { existsSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { WorkspaceState } from '../../../shared/schemas/workspace-state.ts';
import { type EngineContext, requireWorkspace } from '../context.ts';
import type { Database } from '../store/database.ts';
import { loadSetting } from '../store/settings-table.ts';
import { describeRefused } from './refused-file.ts';
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
    isBeingMade: context.open.isBeingMade,
    saveState: status.state,
    savedAt: status.savedAt,
    problem: status.error?.code ?? null,
    differs: workspace.value.differsFromLastSaved,
  });
}

/**
 * Opens a workspace, then saves and closes the one before. That one stays open when it cannot be saved or when the new
 * one cannot be opened, which is then `refused`.
 */
export async function openAt(
  context: EngineContext,
  path: string,
  restart?: { readonly afterRestart: boolean },
): Promise<Result<WorkspaceState>> {
  const real = existsSync(path) ? realpathSync(path) : path;
  if (context.open.workspace?.path() === real) return currentState(context);
  const opened = await openWorkspace({ ...saveInput(context), path, ...restart });
  if (!opened.ok) {
    context.open.refused = await describeRefused(context, path, opened.error);
    context.emit({ type: 'workspace.switched' });
    return opened;
  }
  context.open.refused = null;
  const closed = await closeCurrent(context);
  if (!closed.ok) {
    await opened.value.close({ discard: true });
    return closed;
  }
  context.open.workspace = opened.value;
  return announceSwitch(context);
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
  if (!created.ok) {
    context.emit({ type: 'workspace.switched' });
    return created;
  }
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

/** At the very end, when the file can't be written: what is in memory becomes a backup. Says what was done. */
export async function leaveUnsaved({ open }: EngineContext): Promise<string> {
  const { workspace } = open;
  if (workspace === null) return 'nothing is open';
  const kept = workspace.backUpImage();
  await workspace.close({ discard: true });
  open.workspace = null;
  return kept.ok ? 'what was unsaved is a backup' : `no backup either: ${kept.error.code}`;
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
