import { randomUUID } from 'node:crypto';
import { withAimOutcome } from '../../../shared/backtest/aim-outcome.ts';
import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import { sealTiming } from '../../../shared/lifecycle/seal-timing.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { SealBody, SealSettings } from '../../../shared/schemas/lifecycle.ts';
import { bandOfScores } from '../../../shared/scoring/find-band.ts';
import { NOT_SCORED } from '../../../shared/scoring/live-scorer.ts';
import { parseRun } from '../backtests/stored-run.ts';
import type { EngineContext } from '../context.ts';
import type { DataService } from '../data/data-service.ts';
import type { DesignService } from '../design/design-service.ts';
import { loadDesign } from '../store/design-table.ts';
import { loadRuns } from '../store/run-table.ts';
import { insertSeal, loadSeal } from '../store/seal-table.ts';
import { designPosition } from '../workspace/design-history.ts';
import { calendarDay } from './calendar-day.ts';
import type { SealScores } from './compute-seal.ts';
import { enterLifecycle } from './enter-lifecycle.ts';
import { endOf, findVersion, openStored } from './open-stored.ts';
import { loadPromised } from './promised.ts';
import { hashSeal, sealRequest, toSealHead } from './stored-seal.ts';

type Answer<C extends Channel> = Promise<Result<ChannelOutput<C>>>;

/** Predictions stored before their outcomes, and graded once those are known. */
export interface SealsService {
  plan(payload: ChannelPayload<'lifecycle.sealPlan'>): Answer<'lifecycle.sealPlan'>;
  seal(payload: ChannelPayload<'lifecycle.seal'>): Answer<'lifecycle.seal'>;
  detail(payload: ChannelPayload<'lifecycle.sealDetail'>): Answer<'lifecycle.sealDetail'>;
  grade(payload: ChannelPayload<'lifecycle.grade'>): Answer<'lifecycle.grade'>;
  rows(payload: ChannelPayload<'lifecycle.sealRows'>): Answer<'lifecycle.sealRows'>;
  split(payload: ChannelPayload<'lifecycle.split'>): Answer<'lifecycle.split'>;
}

export function createSealsService(
  context: EngineContext,
  data: DataService,
  design: DesignService,
): SealsService {
  const services = { data, design };
  return {
    plan: (payload) => plan(context, data, payload),
    seal: (payload) => context.tasks.run(payload.taskId, 'seal', () => seal(context, data, payload)),
    detail: (payload) => detail(context, data, payload),
    grade: (payload) => grade(context, data, payload),
    async rows({ sealId, ...query }) {
      const opened = await openStored(data, sealId);
      if (!opened.ok) return opened;
      const { body, content, grade } = opened.value;
      const request = { ...sealRequest(body, content), ...query, isGraded: grade !== null };
      return context.compute.request('lifecycle.sealRows', request);
    },
    async split({ scorecardId, before, after, taskId }) {
      const ends = [await endOf(services, scorecardId, before), await endOf(services, scorecardId, after)];
      const [from, to] = ends;
      if (!from?.ok) return from ?? fail('internal');
      if (!to?.ok) return to ?? fail('internal');
      const ready = await data.ready();
      if (!ready.ok) return ready;
      const settings = loadDesign(ready.value.database).backtestSettings;
      const request = { before: from.value, after: to.value, settings };
      return context.tasks.run(taskId, 'split', ({ progress: onProgress }) =>
        context.compute.request('lifecycle.split', request, { taskId, onProgress }),
      );
    },
  };
}

async function knownNow({ compute }: EngineContext): Promise<Result<number | null>> {
  const facts = await compute.request('lifecycle.facts', { spans: [] });
  return facts.ok ? succeed(facts.value.knownThrough) : facts;
}

/** A seal opened; of its outcome only what has been graded, with the outcomes known now. */
async function detail(
  context: EngineContext,
  data: DataService,
  { sealId }: ChannelPayload<'lifecycle.sealDetail'>,
): Answer<'lifecycle.sealDetail'> {
  const opened = await openStored(data, sealId);
  if (!opened.ok) {
    return opened.error.code === 'sealChanged' ? succeed({ intact: false, detail: null }) : opened;
  }
  const knownThrough = await knownNow(context);
  if (!knownThrough.ok) return knownThrough;
  const { workspace, record, body, content, grade: graded } = opened.value;
  const seal = toSealHead(record, body, { knownThrough: knownThrough.value, grade: graded });
  const request = sealRequest(body, content);
  const figures = graded === null ? succeed(null) : await context.compute.request('lifecycle.grade', request);
  if (!figures.ok) return figures;
  const { bands } = body.scorecard;
  const promised = loadPromised(workspace.database, record.scorecardId).get(body.version.designHash) ?? null;
  const bandCounts = bands.map(({ id }) => content.rows.filter(({ bandId }) => bandId === id).length);
  return succeed({ intact: true, detail: { seal, bands, bandCounts, figures: figures.value, promised } });
}

/** The first grade of a mature seal is kept as it reads; asked again, it is that one. */
async function grade(
  context: EngineContext,
  data: DataService,
  { sealId }: ChannelPayload<'lifecycle.grade'>,
): Answer<'lifecycle.grade'> {
  const opened = await openStored(data, sealId);
  if (!opened.ok) return opened;
  const { workspace, record, body, content, grade: graded } = opened.value;
  const knownThrough = await knownNow(context);
  if (!knownThrough.ok) return knownThrough;
  const of = { knownThrough: knownThrough.value, grade: graded };
  if (graded !== null) return succeed(toSealHead(record, body, of));
  const figures = await context.compute.request('lifecycle.grade', sealRequest(body, content));
  if (!figures.ok) return figures;
  if (figures.value === null) return fail('sealWaiting');
  const entry = { scorecardId: record.scorecardId, body: { sealId, figures: figures.value } };
  const entered = enterLifecycle(context, workspace, 'grade', entry);
  return entered.ok ? succeed(toSealHead(record, body, { ...of, grade: entered.value })) : entered;
}

/** Settings of the version's newest back-test, else of the workspace, else proposed; as of known-through. */
async function plan(
  context: EngineContext,
  data: DataService,
  { scorecardId, version }: ChannelPayload<'lifecycle.sealPlan'>,
): Answer<'lifecycle.sealPlan'> {
  const ready = await data.ready();
  if (!ready.ok) return ready;
  const { database } = ready.value;
  const found = findVersion(database, scorecardId, version);
  if (!found.ok) return found;
  const { body: scorecard, designHash } = found.value.version;
  const { measures } = found.value;
  const known = await knownNow(context);
  if (!known.ok) return known;
  const proposed = await context.compute.request('backtests.proposeSettings', {
    scorecard,
    measures: [...measures],
  });
  if (!proposed.ok) return proposed;
  const knownThrough = known.value;
  if (knownThrough === null || proposed.value === null) return fail('noData');
  const run = loadRuns(database, scorecardId).find((row) => row.designHash === designHash);
  const base =
    run === undefined
      ? withAimOutcome(loadDesign(database).backtestSettings ?? proposed.value, scorecard.purpose.aim)
      : parseRun(run).settings;
  return succeed({
    asOf: knownThrough,
    knownThrough,
    today: calendarDay(context.now()),
    settings: toSealSettings(base),
  });
}

function toSealSettings({
  schedule: _schedule,
  knownThrough: _known,
  testFrom: _test,
  incumbent: _incumbent,
  ...settings
}: BacktestSettings): SealSettings {
  return settings;
}

/** Scores everybody with a version and stores the scores under their fingerprint. */
async function seal(
  context: EngineContext,
  data: DataService,
  { scorecardId, version: number, asOf, settings, note, taskId }: ChannelPayload<'lifecycle.seal'>,
): Answer<'lifecycle.seal'> {
  const ready = await data.ready();
  if (!ready.ok) return ready;
  const { database } = ready.value;
  const found = findVersion(database, scorecardId, number);
  if (!found.ok) return found;
  const { version } = found.value;
  const measures = [...found.value.measures];
  const scored = await context.compute.request(
    'lifecycle.score',
    {
      scorecard: version.body,
      measures,
      settings: loadDesign(database).backtestSettings,
      asOf,
      sealSettings: settings,
    },
    { taskId },
  );
  if (!scored.ok) return scored;
  const { knownThrough, account, outcomesRecorded } = scored.value;
  if (knownThrough === null || account.length === 0) return fail('noData');
  if (asOf > knownThrough) return fail('sealAhead');
  const timing = sealTiming({ asOf, ...settings }, knownThrough);
  if (timing.isMature) return fail('sealMature');
  const { name, designHash, body: scorecard } = version;
  const body: SealBody = {
    version: { number, name, designHash },
    asOf,
    sealedAt: new Date(context.now()).toISOString(),
    knownThrough,
    knownDays: timing.knownDays,
    passedDays: sealTiming({ asOf, ...settings }, calendarDay(context.now())).knownDays,
    ...{ outcomesRecorded, settings, note, scorecard, measures },
  };
  const content = {
    id: randomUUID(),
    scorecardId,
    body: JSON.stringify(body),
    ...toRows(scored.value, scorecard.bands),
  };
  const sealed = { ...content, sha256: hashSeal(content) };
  database.reserve(account.length * BYTES_PER_ROW);
  const stored = ready.value.edit(() => insertSeal(database, sealed));
  if (!stored.ok) return stored;
  context.emit({ type: 'design.changed', revision: designPosition(database).revision });
  const record = loadSeal(database, sealed.id);
  return record === null
    ? fail('internal')
    : succeed(toSealHead(record, body, { knownThrough, grade: null }));
}

/** Room of a row of scores in the file. */
const BYTES_PER_ROW = 64;

function toRows({ account, accountIds, tenths }: SealScores, bands: SealBody['scorecard']['bands']) {
  const bandOf = bandOfScores(bands);
  return {
    account,
    rows: accountIds.map((accountId, i) => {
      const score = tenths[i]!;
      return score === NOT_SCORED
        ? { accountId, tenths: null, bandId: null }
        : { accountId, tenths: score, bandId: bands[bandOf[score]!]!.id };
    }),
  };
}
