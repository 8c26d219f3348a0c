import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineEvent } from '../../shared/ipc/events.ts';
import { type Result, succeed } from '../../shared/ipc/result.ts';
import { createAnalysisService } from './analysis/analysis-service.ts';
import { createBacktestsService } from './backtests/backtests-service.ts';
import type { EngineContext, EngineOptions } from './context.ts';
import { createDataService } from './data/data-service.ts';
import { createDesignService } from './design/design-service.ts';
import { createDispatch, type Handlers } from './dispatch.ts';
import type { HostPorts } from './engine.ts';
import { copyExport } from './files/copy-export.ts';
import { createFileTokens, type FileTokens } from './files/file-tokens.ts';
import { createImportsService } from './imports/imports-service.ts';
import { openSample } from './imports/open-sample.ts';
import { createListsService } from './segments/lists-service.ts';
import { createTasks } from './tasks.ts';
import { createComputeClient } from './workers/compute-client.ts';
import { createWorkspaceService } from './workspace/workspace-service.ts';

/** What runs inside the engine worker. */
export interface EngineCore {
  dispatch(channel: string, payload: unknown): Promise<Result<unknown>>;
  readonly files: FileTokens;
  readonly exports: FileTokens;
  openPath(path: string, options?: { readonly afterRestart: boolean }): Promise<Result<unknown>>;
  currentPath(): string | null;
  isBusy(): boolean;
  close(): Promise<void>;
}

/** Builds the services by passing arguments; the map of handlers is the whole engine. */
export function createEngine(
  options: EngineOptions,
  outside: {
    readonly ports: Omit<HostPorts, 'log'>;
    readonly log: (line: string) => void;
    readonly emit: (event: EngineEvent) => void;
    readonly now: () => number;
  },
): EngineCore {
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  mkdirSync(options.workspaceFolder, { recursive: true });
  const tasks = createTasks(outside.emit, outside.now);
  const compute = createComputeClient(options.workers);
  tasks.onCancel((id) => compute.cancel(id));
  const context: EngineContext = {
    options,
    ...outside,
    files: createFileTokens(),
    exports: createFileTokens(),
    tasks,
    compute,
    open: { workspace: null },
  };
  const workspaces = createWorkspaceService(context);
  const data = createDataService(context);
  const design = createDesignService(context);
  const imports = createImportsService(context, data);
  const analysis = createAnalysisService(context, data, design);
  const backtests = createBacktestsService(context, data, design);
  const lists = createListsService(context, data, design);
  const handlers: Handlers = {
    'workspace.state': workspaces.state,
    'workspace.recents': workspaces.recents,
    'workspace.create': workspaces.create,
    'workspace.open': workspaces.open,
    'workspace.openSample': (payload) => openSample(context, { workspaces, imports }, payload),
    'workspace.saveAs': workspaces.saveAs,
    'workspace.save': workspaces.save,
    'workspace.close': workspaces.close,
    'workspace.backups': workspaces.backups,
    'workspace.restoreBackup': workspaces.restoreBackup,
    'files.pick': async ({ purpose }) => {
      const picked = await context.ports.pickFiles(purpose);
      if (!picked.ok) return picked;
      const files = await Promise.all(picked.value.map((file) => context.files.add(file)));
      return succeed({ files: files.map(toPicked) });
    },
    'files.paste': async ({ name, text }) => {
      const folder = join(options.dataFolder, 'pasted');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${randomUUID()}.csv`);
      await writeFile(path, text, { mode: 0o600 });
      return succeed(toPicked(await context.files.add({ path, name, temporary: true })));
    },
    'files.forget': async ({ token }) => {
      await context.files.forget(token);
      return succeed({});
    },
    'files.saveExport': ({ token }) => copyExport(context, token),
    'tasks.cancel': ({ taskId }) => {
      tasks.cancel(taskId);
      return succeed({});
    },
    'imports.preview': imports.preview,
    'imports.check': imports.check,
    'imports.commit': imports.commit,
    'imports.batches': imports.batches,
    'imports.setUndone': imports.setUndone,
    'imports.rejectedRows': imports.rejectedRows,
    'imports.exportRejected': imports.exportRejected,
    'data.summary': data.summary,
    'data.coverage': data.coverage,
    'data.setMainUsage': ({ metric }) => data.setMainUsage(metric),
    'data.setMetricKind': ({ metric, kind }) => data.setMetricKind(metric, kind),
    'design.get': design.get,
    'design.commit': design.commit,
    'design.undo': design.undo,
    'design.redo': design.redo,
    'design.saveVersion': design.saveVersion,
    'design.versions': ({ scorecardId }) => design.versions(scorecardId),
    'design.restoreVersion': design.restoreVersion,
    'measures.propose': analysis.propose,
    'measures.figures': analysis.figures,
    'measures.preview': analysis.preview,
    'live.open': analysis.openLive,
    'live.edit': analysis.editLive,
    'live.close': analysis.closeLive,
    'backtests.proposeSettings': backtests.proposeSettings,
    'backtests.run': backtests.run,
    'backtests.list': backtests.list,
    'backtests.get': backtests.get,
    'backtests.rows': backtests.rows,
    'lists.page': lists.page,
    'lists.count': lists.count,
    'lists.exportCsv': lists.exportCsv,
    'accounts.get': analysis.account,
  };
  return {
    dispatch: createDispatch(handlers, outside.log),
    files: context.files,
    exports: context.exports,
    openPath: workspaces.openPath,
    currentPath: () => context.open.workspace?.path() ?? null,
    isBusy() {
      const status = context.open.workspace?.status();
      const isUnsaved =
        status !== undefined && status.state !== 'readOnly' && status.savedRevision < status.revision;
      return tasks.isAnyRunning() || isUnsaved;
    },
    async close() {
      const closed = await workspaces.close();
      if (!closed.ok) outside.log(`close: ${closed.error.code}`);
      await context.files.forgetAll();
      await context.exports.forgetAll();
      await compute.close();
    },
  };
}

function toPicked({ token, name, sizeBytes }: { token: string; name: string; sizeBytes: number }) {
  return { token, name, sizeBytes };
}
