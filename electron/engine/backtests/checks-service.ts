import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { type Result, succeed } from '../../../shared/ipc/result.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { isHopedFor } from '../../../shared/schemas/outcome-kinds.ts';
import { measuresNeeded } from '../../../shared/scoring/design-hash.ts';
import type { EngineContext } from '../context.ts';
import type { DataService } from '../data/data-service.ts';
import type { DesignService } from '../design/design-service.ts';
import type { Database } from '../store/database.ts';
import { loadRuns, loadTrials } from '../store/run-table.ts';
import type { LuckRequest } from '../workers/compute-protocol.ts';
import { findRun, labRequest, parseRun, type StoredRun, testWindowOf } from './stored-run.ts';

type Answer<C extends Channel> = Promise<Result<ChannelOutput<C>>>;

/** Questions a back-test must stand: leaks before it, gaps, contacts, luck after it, and data without dates. */
export interface ChecksService {
  lint(payload: ChannelPayload<'backtests.lint'>): Answer<'backtests.lint'>;
  missing(payload: ChannelPayload<'backtests.missing'>): Answer<'backtests.missing'>;
  interventions(payload: ChannelPayload<'backtests.interventions'>): Answer<'backtests.interventions'>;
  ledger(payload: ChannelPayload<'backtests.ledger'>): Answer<'backtests.ledger'>;
  luck(payload: ChannelPayload<'backtests.luck'>): Answer<'backtests.luck'>;
  crossSection(payload: ChannelPayload<'backtests.crossSection'>): Answer<'backtests.crossSection'>;
}

export function createChecksService(
  { compute, tasks }: EngineContext,
  data: DataService,
  design: DesignService,
): ChecksService {
  const findDraft = async (scorecardId: string) => {
    const ready = await data.ready();
    if (!ready.ok) return ready;
    const found = design.find(scorecardId);
    if (!found.ok) return found;
    return succeed({ scorecard: found.value.scorecard, measures: found.value.design.measures });
  };
  return {
    async lint({ scorecardId, settings }) {
      const draft = await findDraft(scorecardId);
      return draft.ok ? compute.request('backtests.lint', { ...draft.value, settings }) : draft;
    },
    async missing({ runId, taskId }) {
      const found = await findRun(data, runId);
      if (!found.ok) return found;
      return compute.request('backtests.missing', labRequest(found.value.run), { taskId });
    },
    async interventions({ runId, taskId }) {
      const found = await findRun(data, runId);
      if (!found.ok) return found;
      return compute.request('backtests.interventions', labRequest(found.value.run), { taskId });
    },
    async ledger({ runId }) {
      const found = await findRun(data, runId);
      if (!found.ok) return found;
      const { run, database } = found.value;
      const runs = runsOfWindow(database, run);
      const entries = trialsOf(database, run).map(({ scorecardId, designHash, openedAt }) => {
        const newest = runs.find((other) => other.designHash === designHash);
        const figures = newest?.figures;
        const auc = (figures?.test ?? figures?.design)?.auc?.value ?? null;
        return { scorecardId, designHash, openedAt, auc, isShown: designHash === run.designHash };
      });
      return succeed({ entries });
    },
    async luck({ runId, taskId }) {
      const found = await findRun(data, runId);
      if (!found.ok) return found;
      const { run, database } = found.value;
      const designs = Math.max(1, trialsOf(database, run).length);
      const runs = runsOfWindow(database, run);
      const learnt = learntDesigns(runs, run).slice(0, designs);
      const request = { ...labRequest(run), designs, tried: triedMeasures(runs), learnt };
      return tasks.run(taskId, 'luck', ({ progress: onProgress }) =>
        compute.request('backtests.luck', request, { taskId, onProgress }),
      );
    },
    async crossSection({ scorecardId, seed, taskId }) {
      const draft = await findDraft(scorecardId);
      return draft.ok
        ? compute.request('backtests.crossSection', { ...draft.value, seed }, { taskId })
        : draft;
    },
  };
}

function trialsOf(database: Database, run: StoredRun) {
  const testWindow = testWindowOf(run.figures);
  return loadTrials(database).filter((trial) => trial.testWindow === testWindow);
}

/** Newest first; the run itself among them. */
function runsOfWindow(database: Database, run: StoredRun): StoredRun[] {
  const testWindow = testWindowOf(run.figures);
  return loadRuns(database, null)
    .map(parseRun)
    .filter(({ figures }) => testWindowOf(figures) === testWindow);
}

/** The designs that took suggestions, the newest for each record of what was learnt; suggestions are about churn alone. */
function learntDesigns(runs: readonly StoredRun[], { settings }: StoredRun): LuckRequest['learnt'] {
  if (isHopedFor(settings.outcome)) return [];
  const found = new Map<string, LuckRequest['learnt'][number]>();
  for (const { scorecard, measures } of runs) {
    const { learnt = [] } = scorecard;
    const key = JSON.stringify([scorecard.id, learnt]);
    if (learnt.length > 0 && !found.has(key)) found.set(key, { scorecard, measures });
  }
  return [...found.values()];
}

/** Every measure that any of the designs read, as the newest of them has it. */
function triedMeasures(runs: readonly StoredRun[]): Measure[] {
  const found = new Map<string, Measure>();
  for (const { scorecard, measures } of runs) {
    const byId = new Map(measures.map((measure) => [measure.id, measure]));
    for (const id of measuresNeeded(scorecard, byId)) {
      const measure = byId.get(id);
      if (measure !== undefined && !found.has(id)) found.set(id, measure);
    }
  }
  return [...found.values()];
}
