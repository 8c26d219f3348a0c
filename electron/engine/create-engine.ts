import { mkdirSync } from 'node:fs';
import type { EngineEvent } from '../../shared/ipc/events.ts';
import type { Result } from '../../shared/ipc/result.ts';
import { createAnalysisService } from './analysis/analysis-service.ts';
import { createBacktestsService } from './backtests/backtests-service.ts';
import { createChecksService } from './backtests/checks-service.ts';
import type { EngineContext, EngineOptions } from './context.ts';
import { createHandlers } from './create-handlers.ts';
import { createAuditService } from './data/audit-service.ts';
import { createDataService } from './data/data-service.ts';
import { createDesignService } from './design/design-service.ts';
import { createDispatch } from './dispatch.ts';
import type { HostPorts } from './engine.ts';
import { createEntriesService } from './entries/entries-service.ts';
import { createExportsService } from './exports/exports-service.ts';
import { createFileTokens, type FileTokens } from './files/file-tokens.ts';
import { createImportsService } from './imports/imports-service.ts';
import { createLifecycleService } from './lifecycle/lifecycle-service.ts';
import { createSealsService } from './lifecycle/seals-service.ts';
import { createTemplatesService } from './measures/templates-service.ts';
import { createReportsService } from './reports/reports-service.ts';
import { createLiveService } from './scores/live-service.ts';
import { createListsService } from './segments/lists-service.ts';
import { createTasks } from './tasks.ts';
import { createComputeClient } from './workers/compute-client.ts';
import { closeCurrent, leaveUnsaved } from './workspace/switch-workspace.ts';
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
  const compute = createComputeClient(options.workers, outside.log);
  tasks.onCancel((id) => compute.cancel(id));
  const context: EngineContext = {
    options,
    ...outside,
    files: createFileTokens(),
    exports: createFileTokens(),
    tasks,
    compute,
    open: { workspace: null, refused: null, isBeingMade: false },
  };
  const workspaces = createWorkspaceService(context);
  const data = createDataService(context);
  const audit = createAuditService(context, data);
  const design = createDesignService(context);
  const imports = createImportsService(context, data);
  const entries = createEntriesService(context, data);
  const exports = createExportsService(context, { imports, entries });
  const analysis = createAnalysisService(context, data, design);
  const templates = createTemplatesService(context, data);
  const live = createLiveService(context, data);
  const backtests = createBacktestsService(context, data, design);
  const checks = createChecksService(context, data, design);
  const lists = createListsService(context, data, design);
  const lifecycle = createLifecycleService(context, data, design);
  const seals = createSealsService(context, data, design);
  const reports = createReportsService(context, data);
  const services = {
    ...{ workspaces, data, audit, design, imports, entries, exports },
    ...{ analysis, templates, live, backtests, checks, lists, lifecycle, seals },
    reports,
  };
  return {
    dispatch: createDispatch(createHandlers(context, services), outside.log),
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
      // No word to the windows: they keep showing what was open until somebody starts the host again.
      const closed = await closeCurrent(context);
      if (!closed.ok) outside.log(`close: ${closed.error.code}; ${await leaveUnsaved(context)}`);
      await context.files.forgetAll();
      await context.exports.forgetAll();
      await compute.close();
    },
  };
}
