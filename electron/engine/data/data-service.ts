import { type Result, succeed } from '../../../shared/ipc/result.ts';
import type { Coverage, DataSummary } from '../../../shared/schemas/workspace-state.ts';
import { type EngineContext, requireWorkspace, yieldNow } from '../context.ts';
import type { Database } from '../store/database.ts';
import { loadBatches } from '../store/import-batch-table.ts';
import { loadMetrics, setMetricKind } from '../store/metric-table.ts';
import { countRejectedRows } from '../store/rejected-row-table.ts';
import { loadCounter, loadSetting, saveSetting } from '../store/settings-table.ts';
import type { Workspace } from '../workspace/workspace-session.ts';
import { datasetBuffers, loadDataset } from './load-dataset.ts';

/** Keeps the compute worker's dataset in step with the database. */
export interface DataService {
  /** Resolves when the compute worker holds the live data of the open workspace. */
  ready(): Promise<Result<Workspace>>;
  /** Call after every change of stored data, inside the same edit. */
  bump(database: Database): void;
  announce(workspace: Workspace): void;
  summary(): Promise<Result<DataSummary>>;
  coverage(): Promise<Result<Coverage>>;
  setMainUsage(metric: string): Result<Record<string, never>>;
  setMetricKind(metric: string, kind: 'flow' | 'level'): Result<Record<string, never>>;
}

export function createDataService(context: EngineContext): DataService {
  let held = '';
  let loading: Promise<void> = Promise.resolve();
  const load = async (workspace: Workspace): Promise<void> => {
    const wanted = `${workspace.path()}\n${loadCounter(workspace.database, 'dataRevision')}`;
    if (held === wanted) return;
    const dataset = await loadDataset(workspace.database, yieldNow);
    const settings = {
      mainUsage: loadSetting(workspace.database, 'mainUsage'),
      completeUntil: completeUntil(workspace.database),
    };
    await context.compute.request('data.set', { dataset, settings }, { transfer: datasetBuffers(dataset) });
    held = wanted;
  };
  const bump = (database: Database): void => {
    saveSetting(database, 'dataRevision', String(loadCounter(database, 'dataRevision') + 1));
    if (loadSetting(database, 'mainUsage') === null) proposeMainUsage(database);
  };
  const announce = (workspace: Workspace): void => {
    context.emit({ type: 'data.changed', revision: loadCounter(workspace.database, 'dataRevision') });
  };
  const ready = async (): Promise<Result<Workspace>> => {
    const workspace = requireWorkspace(context);
    if (!workspace.ok) return workspace;
    loading = loading.catch(() => {}).then(() => load(workspace.value));
    await loading;
    return workspace;
  };
  const change = (work: (database: Database) => void): Result<Record<string, never>> => {
    const workspace = requireWorkspace(context);
    if (!workspace.ok) return workspace;
    const done = workspace.value.edit((database) => {
      work(database);
      bump(database);
    });
    if (!done.ok) return done;
    announce(workspace.value);
    return succeed({});
  };
  return {
    ready,
    bump,
    announce,
    async summary() {
      const workspace = await ready();
      if (!workspace.ok) return workspace;
      const batches = loadBatches(workspace.value.database).filter((batch) => batch.undoneAt === null);
      const rejectedRows = batches.reduce(
        (sum, batch) => sum + countRejectedRows(workspace.value.database, batch.number),
        0,
      );
      return context.compute.request('data.summary', { batches: batches.length, rejectedRows });
    },
    async coverage() {
      const workspace = await ready();
      return workspace.ok ? context.compute.request('data.coverage', null) : workspace;
    },
    setMainUsage: (metric) => change((database) => saveSetting(database, 'mainUsage', metric)),
    setMetricKind: (metric, kind) =>
      change((database) => {
        const known = loadMetrics(database).find(({ name }) => name === metric);
        if (known !== undefined) setMetricKind(database, known.idx, kind);
      }),
  };
}

/** The flow with most values is proposed as main usage; the person may change it. */
function proposeMainUsage(database: Database): void {
  const flows = loadMetrics(database).filter((metric) => metric.kind === 'flow');
  const counted = flows.map((metric) => ({
    name: metric.name,
    values: Number(
      database.first('SELECT sum(rowCount) FROM chunk WHERE metric = ?', [metric.idx])?.[0] ?? 0,
    ),
  }));
  counted.sort((a, b) => b.values - a.values);
  if (counted[0] !== undefined) saveSetting(database, 'mainUsage', counted[0].name);
}

/** The latest "complete until" of the live outcome files; null when none says one. */
function completeUntil(database: Database): number | null {
  const days = loadBatches(database).flatMap((batch) =>
    batch.undoneAt === null && batch.plan.completeUntil !== null ? batch.plan.completeUntil : [],
  );
  return days.length === 0 ? null : Math.max(...days);
}
