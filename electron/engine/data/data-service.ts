import { randomUUID } from 'node:crypto';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { Dataset } from '../../../shared/measures/dataset.ts';
import { usersMetricName } from '../../../shared/measures/roll-up-events.ts';
import type { Coverage, DataSummary } from '../../../shared/schemas/workspace-state.ts';
import { type EngineContext, requireWorkspace, yieldNow } from '../context.ts';
import type { Database } from '../store/database.ts';
import { loadEventSources } from '../store/event-table.ts';
import { loadBatches } from '../store/import-batch-table.ts';
import { loadMetrics, setMetricKind } from '../store/metric-table.ts';
import { loadCounter, loadSetting, saveSetting } from '../store/settings-table.ts';
import type { Workspace } from '../workspace/workspace-session.ts';
import { loadAuditFacts, newestImportDay, rejectedFindings } from './audit-facts.ts';
import type { AccountSearch, FoundAccounts } from './find-accounts.ts';
import {
  completeBeforeLastPeriod,
  type LastPeriodAnswer,
  loadLastPeriod,
  saveLastPeriod,
} from './last-period.ts';
import { datasetBuffers, loadDataset } from './load-dataset.ts';

type Done = Result<Record<string, never>>;

/** Keeps the compute worker's dataset in step with the database. */
export interface DataService {
  /** Resolves when the compute worker holds the live data of the open workspace. */
  ready(): Promise<Result<Workspace>>;
  /** Call after every change of stored data, inside the same edit. */
  bump(database: Database): void;
  /** Tells the windows that the stored data is another one. */
  announce(workspace: Workspace): void;
  summary(): Promise<Result<DataSummary>>;
  coverage(): Promise<Result<Coverage>>;
  findAccounts(search: AccountSearch): Promise<Result<FoundAccounts>>;
  setMainUsage(metric: string): Done;
  /** What a person has been asked about the data and has answered. */
  answers(): Result<{ mainUsage: boolean; lastPeriod: LastPeriodAnswer | null }>;
  answerLastPeriod(answer: LastPeriodAnswer): Done;
  setMetricKind(metric: string, kind: 'flow' | 'level'): Done;
}

const ANNOUNCE_MS = 60;

export function createDataService(context: EngineContext): DataService {
  const ready = createLoader(context);
  let pending: NodeJS.Timeout | undefined;
  /** Several files in a row are one change to a screen. */
  const announce = (workspace: Workspace): void => {
    clearTimeout(pending);
    pending = setTimeout(() => {
      if (context.open.workspace !== workspace) return;
      context.emit({ type: 'data.changed', revision: loadCounter(workspace.database, 'dataRevision') });
    }, ANNOUNCE_MS);
  };
  const change = (work: (database: Database) => boolean): Done => {
    const workspace = requireWorkspace(context);
    if (!workspace.ok) return workspace;
    const done = workspace.value.edit((database) => {
      const found = work(database);
      if (found) bump(database);
      return found;
    });
    if (!done.ok) return done;
    if (!done.value) return fail('notFound', { what: 'metric' });
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
      const { database } = workspace.value;
      const batches = loadBatches(database).filter((batch) => batch.undoneAt === null).length;
      const facts = loadAuditFacts(database);
      const summary = await context.compute.request('data.summary', { batches, facts });
      if (!summary.ok) return summary;
      const findings = [...summary.value.findings, ...rejectedFindings(database)];
      return succeed({ ...summary.value, findings });
    },
    async coverage() {
      const workspace = await ready();
      return workspace.ok ? context.compute.request('data.coverage', null) : workspace;
    },
    async findAccounts(search) {
      const workspace = await ready();
      return workspace.ok ? context.compute.request('accounts.find', search) : workspace;
    },
    setMainUsage: (metric) =>
      change((database) => {
        const isKnown =
          loadMetrics(database).some(({ name }) => name === metric) || isRolledUp(database, metric);
        if (isKnown) saveSetting(database, 'mainUsage', metric);
        return isKnown;
      }),
    answers() {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const { database } = workspace.value;
      return succeed({
        mainUsage: loadSetting(database, 'mainUsage') !== null,
        lastPeriod: loadLastPeriod(database),
      });
    },
    answerLastPeriod: (answer) =>
      change((database) => {
        saveLastPeriod(database, answer);
        return true;
      }),
    setMetricKind: (metric, kind) =>
      change((database) => {
        const known = loadMetrics(database).find(({ name }) => name === metric);
        if (known !== undefined) setMetricKind(database, known.idx, kind);
        return known !== undefined;
      }),
  };
}

/** Whether a metric may be one that events are rolled up to. */
function isRolledUp(database: Database, metric: string): boolean {
  return loadEventSources(database).some(
    (source) => metric === source || metric === usersMetricName(source) || metric.startsWith(`${source}: `),
  );
}

function bump(database: Database): void {
  saveSetting(database, 'dataRevision', String(loadCounter(database, 'dataRevision') + 1));
}

/** Hands the live data to the compute worker when it holds another revision or none; calls meanwhile wait for the same load. */
function createLoader(context: EngineContext): DataService['ready'] {
  let held = '';
  let loading: Promise<void> = Promise.resolve();
  // By session, not by path: a restored backup has the same path and may reach the same revision.
  const sessions = new WeakMap<Workspace, string>();
  const stampOf = (workspace: Workspace): string => {
    const session = sessions.get(workspace) ?? randomUUID();
    sessions.set(workspace, session);
    const revision = loadCounter(workspace.database, 'dataRevision');
    return `${session} ${revision} ${context.compute.generation()}`;
  };
  const load = async (workspace: Workspace): Promise<void> => {
    // Loading lets other work in: data changed meanwhile would be half in it, so it is read again.
    for (let stamp = stampOf(workspace); stamp !== held; stamp = stampOf(workspace)) {
      const dataset = await loadDataset(workspace.database, yieldNow);
      const importDay = newestImportDay(workspace.database);
      const settings = {
        mainUsage: findMainUsage(workspace.database, dataset),
        completeUntil: earlier(
          completeUntil(workspace.database),
          completeBeforeLastPeriod(workspace.database, dataset, importDay),
        ),
        importDay,
      };
      if (stamp !== stampOf(workspace)) continue;
      await context.compute.request('data.set', { dataset, settings }, { transfer: datasetBuffers(dataset) });
      held = stamp;
    }
  };
  return async () => {
    const workspace = requireWorkspace(context);
    if (!workspace.ok) return workspace;
    loading = loading.catch(() => {}).then(() => load(workspace.value));
    await loading;
    return workspace;
  };
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/** The main usage as chosen; until then, or while its import is undone, the flow with most values is proposed. */
function findMainUsage(database: Database, { metrics }: Dataset): string | null {
  const chosen = loadSetting(database, 'mainUsage');
  if (chosen !== null && metrics.has(chosen)) return chosen;
  const flows = [...metrics.values()].filter((metric) => metric.kind === 'flow');
  flows.sort((a, b) => b.day.length - a.day.length);
  return flows[0]?.name ?? null;
}

/** The latest "complete until" of the live outcome files; null when none says one. */
export function completeUntil(database: Database): number | null {
  const days = loadBatches(database).flatMap((batch) =>
    batch.undoneAt === null && batch.plan.completeUntil !== null ? batch.plan.completeUntil : [],
  );
  return days.length === 0 ? null : Math.max(...days);
}
