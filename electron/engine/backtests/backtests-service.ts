import { randomUUID } from 'node:crypto';
import { withAimOutcome } from '../../../shared/backtest/aim-outcome.ts';
import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { EngineContext } from '../context.ts';
import type { DataService } from '../data/data-service.ts';
import { type DesignService, hashDesign } from '../design/design-service.ts';
import type { Database } from '../store/database.ts';
import { type BacktestRunRow, countTrials, insertRun, loadRuns, recordTrial } from '../store/run-table.ts';
import { findRun, hashData, labRequest, parseRun, type StoredRun, testWindowOf } from './stored-run.ts';

type Answer<C extends Channel> = Promise<Result<ChannelOutput<C>>>;
type Graded = ChannelOutput<'backtests.get'>;

/** Runs, keeps and reopens back-tests; enters each design once per test window into the trial ledger. */
export interface BacktestsService {
  proposeSettings(payload: ChannelPayload<'backtests.proposeSettings'>): Answer<'backtests.proposeSettings'>;
  run(payload: ChannelPayload<'backtests.run'>): Answer<'backtests.run'>;
  list(payload: ChannelPayload<'backtests.list'>): Answer<'backtests.list'>;
  get(payload: ChannelPayload<'backtests.get'>): Answer<'backtests.get'>;
  rows(payload: ChannelPayload<'backtests.rows'>): Answer<'backtests.rows'>;
  linked(payload: ChannelPayload<'backtests.linked'>): Answer<'backtests.linked'>;
  lab(payload: ChannelPayload<'backtests.lab'>): Answer<'backtests.lab'>;
  bootstrap(payload: ChannelPayload<'backtests.bootstrap'>): Answer<'backtests.bootstrap'>;
  thresholds(payload: ChannelPayload<'backtests.thresholds'>): Answer<'backtests.thresholds'>;
  compare(payload: ChannelPayload<'backtests.compare'>): Answer<'backtests.compare'>;
  addedValue(payload: ChannelPayload<'backtests.addedValue'>): Answer<'backtests.addedValue'>;
}

export function createBacktestsService(
  context: EngineContext,
  data: DataService,
  design: DesignService,
): BacktestsService {
  const { compute } = context;
  return {
    async proposeSettings({ scorecardId }) {
      const ready = await data.ready();
      if (!ready.ok) return ready;
      const found = design.find(scorecardId);
      if (!found.ok) return found;
      const { scorecard, design: live } = found.value;
      const proposed = await context.compute.request('backtests.proposeSettings', {
        scorecard,
        measures: live.measures,
      });
      if (!proposed.ok) return proposed;
      if (proposed.value === null) return fail('noData');
      return succeed(withAimOutcome(proposed.value, scorecard.purpose.aim));
    },
    run: (payload) => run(context, { data, design }, payload),
    async list({ scorecardId }) {
      const ready = await data.ready();
      if (!ready.ok) return ready;
      const runs = loadRuns(ready.value.database, scorecardId);
      return succeed({ items: runs.map((row) => toHead(parseRun(row))) });
    },
    async get({ runId }) {
      const found = await findRun(data, runId);
      return found.ok ? succeed(toGraded(found.value.database, found.value.run)) : found;
    },
    async rows({ runId, ...query }) {
      const found = await findRun(data, runId);
      if (!found.ok) return found;
      return compute.request('backtests.rows', { ...query, ...labRequest(found.value.run) });
    },
    async linked({ runId, ...query }) {
      const found = await findRun(data, runId);
      if (!found.ok) return found;
      return compute.request('backtests.linked', { ...query, ...labRequest(found.value.run) });
    },
    async lab({ runId, taskId }) {
      const found = await findRun(data, runId);
      if (!found.ok) return found;
      const request = labRequest(found.value.run);
      return context.tasks.run(taskId, 'lab', ({ progress: onProgress }) =>
        compute.request('backtests.lab', request, { taskId, onProgress }),
      );
    },
    async bootstrap({ runId, taskId }) {
      const found = await findRun(data, runId);
      if (!found.ok) return found;
      const request = labRequest(found.value.run);
      return context.tasks.run(taskId, 'bootstrap', ({ progress: onProgress }) =>
        compute.request('backtests.bootstrap', request, { taskId, onProgress }),
      );
    },
    async thresholds({ runId, taskId, ...choice }) {
      const found = await findRun(data, runId);
      if (!found.ok) return found;
      const request = { ...choice, ...labRequest(found.value.run) };
      return context.tasks.run(taskId, 'thresholds', () =>
        compute.request('backtests.thresholds', request, { taskId }),
      );
    },
    async compare({ runId, otherRunId, taskId }) {
      const [a, b] = [await findRun(data, runId), await findRun(data, otherRunId)];
      if (!a.ok) return a;
      if (!b.ok) return b;
      const input = { a: labRequest(a.value.run), b: labRequest(b.value.run) };
      return compute.request('backtests.compare', input, { taskId });
    },
    async addedValue({ runId, measureIds, taskId }) {
      const found = await findRun(data, runId);
      if (!found.ok) return found;
      const input = { ...labRequest(found.value.run), measureIds };
      return compute.request('backtests.addedValue', input, { taskId });
    },
  };
}

/** Replays the draft, stores the run, and enters the design into the ledger of its test window (without one: of all dates). */
async function run(
  context: EngineContext,
  services: { readonly data: DataService; readonly design: DesignService },
  { scorecardId, settings, taskId }: ChannelPayload<'backtests.run'>,
): Answer<'backtests.run'> {
  const ready = await services.data.ready();
  if (!ready.ok) return ready;
  const found = services.design.find(scorecardId);
  if (!found.ok) return found;
  const { scorecard, design } = found.value;
  const input = { scorecard, measures: design.measures, settings };
  const figures = await context.tasks.run(taskId, 'backtest', ({ progress: onProgress }) =>
    context.compute.request('backtests.run', input, { taskId, onProgress }),
  );
  if (!figures.ok) return figures;
  const { database } = ready.value;
  const row: BacktestRunRow = {
    id: randomUUID(),
    scorecardId,
    designHash: hashDesign(scorecard, design.measures),
    ranAt: new Date(context.now()).toISOString(),
    ...input,
    dataHash: hashData(database),
    figures: figures.value,
  };
  const stored = ready.value.edit(() => {
    insertRun(database, row);
    const { designHash, ranAt } = row;
    recordTrial(database, {
      scorecardId,
      designHash,
      testWindow: testWindowOf(figures.value),
      openedAt: ranAt,
    });
  });
  return stored.ok ? succeed(toGraded(database, parseRun(row))) : stored;
}

function toHead(run: StoredRun): Graded['run'] {
  const { verdict, test } = run.figures;
  return {
    id: run.id,
    scorecardId: run.scorecardId,
    designHash: run.designHash,
    dataHash: run.dataHash,
    ranAt: run.ranAt,
    verdictKind: verdict.kind,
    churners: verdict.churners,
    testAuc: test?.auc?.value ?? null,
  };
}

function toGraded(database: Database, run: StoredRun): Graded {
  return {
    run: toHead(run),
    figures: run.figures,
    opened: run.figures.testFrom === null ? 0 : countTrials(database, testWindowOf(run.figures)),
    scorecard: run.scorecard,
  };
}
