import { randomUUID } from 'node:crypto';
import { withAimOutcome } from '../../../shared/backtest/aim-outcome.ts';
import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import { sealTiming } from '../../../shared/lifecycle/seal-timing.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { SealBody, SealSettings } from '../../../shared/schemas/lifecycle.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { bandOfScores } from '../../../shared/scoring/find-band.ts';
import { NOT_SCORED } from '../../../shared/scoring/live-scorer.ts';
import { parseRun } from '../backtests/stored-run.ts';
import type { EngineContext } from '../context.ts';
import type { DataService } from '../data/data-service.ts';
import type { DesignService } from '../design/design-service.ts';
import type { Database } from '../store/database.ts';
import { loadDesign } from '../store/design-table.ts';
import { insertEntry, type LifecycleEntry, loadEntries } from '../store/lifecycle-table.ts';
import { loadRuns } from '../store/run-table.ts';
import { insertSeal, loadSeal, type SealContent, type SealRecord } from '../store/seal-table.ts';
import { loadVersion, type ScorecardVersion } from '../store/version-table.ts';
import { designPosition } from '../workspace/design-history.ts';
import { calendarDay } from './calendar-day.ts';
import type { SealScores } from './compute-seal.ts';
import type { SplitEnd } from './compute-split.ts';
import { loadPromised } from './promised.ts';
import { hashSeal, openSeal, readBody, sealRequest, toSealHead } from './stored-seal.ts';
import { measuresOfVersion } from './usable-version.ts';

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
  const known = async (): Promise<Result<number | null>> => {
    const facts = await context.compute.request('lifecycle.facts', { spans: [] });
    return facts.ok ? succeed(facts.value.knownThrough) : facts;
  };
  return {
    plan: (payload) => plan(context, data, payload),
    seal: (payload) => context.tasks.run(payload.taskId, 'seal', () => seal(context, data, payload)),
    async detail({ sealId }) {
      const opened = await open(data, sealId);
      if (!opened.ok) {
        return opened.error.code === 'sealChanged' ? succeed({ intact: false, detail: null }) : opened;
      }
      const knownThrough = await known();
      if (!knownThrough.ok) return knownThrough;
      const { database, record, body, content, grade } = opened.value;
      const head = toSealHead(record, body, { knownThrough: knownThrough.value, grade });
      const request = sealRequest(body, content);
      const figures =
        grade === null ? succeed(null) : await context.compute.request('lifecycle.grade', request);
      if (!figures.ok) return figures;
      const { bands } = body.scorecard;
      const promised = loadPromised(database, record.scorecardId).get(body.version.designHash) ?? null;
      const bandCounts = bands.map(({ id }) => content.rows.filter(({ bandId }) => bandId === id).length);
      const detail = { seal: head, bands, bandCounts, figures: figures.value, promised };
      return succeed({ intact: true, detail });
    },
    async grade({ sealId }) {
      const opened = await open(data, sealId);
      if (!opened.ok) return opened;
      const { workspace, database, record, body, content, grade } = opened.value;
      const knownThrough = await known();
      if (!knownThrough.ok) return knownThrough;
      const of = { knownThrough: knownThrough.value, grade };
      if (grade !== null) return succeed(toSealHead(record, body, of));
      const figures = await context.compute.request('lifecycle.grade', sealRequest(body, content));
      if (!figures.ok) return figures;
      if (figures.value === null) return fail('sealWaiting');
      const entry: LifecycleEntry<'grade'> = {
        id: randomUUID(),
        scorecardId: record.scorecardId,
        at: new Date(context.now()).toISOString(),
        body: { sealId, figures: figures.value },
      };
      const stored = workspace.edit(() => insertEntry(database, 'grade', entry));
      if (!stored.ok) return stored;
      context.emit({ type: 'design.changed', revision: designPosition(database).revision });
      return succeed(toSealHead(record, body, { ...of, grade: entry }));
    },
    async rows({ sealId, ...query }) {
      const opened = await open(data, sealId);
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

type Opened = {
  readonly database: Database;
  readonly workspace: Extract<Awaited<ReturnType<DataService['ready']>>, { ok: true }>['value'];
  readonly record: SealRecord;
  readonly body: SealBody;
  readonly content: SealContent;
  readonly grade: LifecycleEntry<'grade'> | null;
};

/** A stored seal, its fingerprint checked before anything of it is used. */
async function open(data: DataService, sealId: string): Promise<Result<Opened>> {
  const ready = await data.ready();
  if (!ready.ok) return ready;
  const { database } = ready.value;
  const record = loadSeal(database, sealId);
  if (record === null) return fail('notFound', { what: 'seal' });
  const content = openSeal(database, record);
  const body = readBody(record);
  if (content === null || body === null) return fail('sealChanged');
  const grades = loadEntries(database, 'grade', record.scorecardId);
  const grade = grades.find((entry) => entry.body.sealId === sealId) ?? null;
  return succeed({ database, workspace: ready.value, record, body, content, grade });
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
  const facts = await context.compute.request('lifecycle.facts', { spans: [] });
  if (!facts.ok) return facts;
  const proposed = await context.compute.request('backtests.proposeSettings', {
    scorecard,
    measures: [...measures],
  });
  if (!proposed.ok) return proposed;
  const { knownThrough } = facts.value;
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

function findVersion(
  database: Database,
  scorecardId: string,
  number: number,
): Result<{ readonly version: ScorecardVersion; readonly measures: readonly Measure[] }> {
  const version = loadVersion(database, scorecardId, number);
  if (version === null) return fail('notFound', { what: 'version' });
  const measures = measuresOfVersion(version, loadDesign(database).measures);
  return measures === null ? fail('versionChanged', { number }) : succeed({ version, measures });
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

async function endOf(
  { data, design }: { readonly data: DataService; readonly design: DesignService },
  scorecardId: string,
  side: ChannelPayload<'lifecycle.split'>['before'],
): Promise<Result<SplitEnd>> {
  const ready = await data.ready();
  if (!ready.ok) return ready;
  if (side.type === 'draft') {
    const found = design.find(scorecardId);
    if (!found.ok) return found;
    const { scorecard, design: live } = found.value;
    return succeed({ scorecard, measures: live.measures, asOf: side.asOf, sealed: null });
  }
  if (side.type === 'version') {
    const found = findVersion(ready.value.database, scorecardId, side.number);
    if (!found.ok) return found;
    const { version, measures } = found.value;
    return succeed({ scorecard: version.body, measures, asOf: side.asOf, sealed: null });
  }
  const opened = await open(data, side.sealId);
  if (!opened.ok) return opened;
  const { body, content } = opened.value;
  const { account, tenths } = sealRequest(body, content);
  const { scorecard, measures, asOf } = body;
  return succeed({ scorecard, measures, asOf, sealed: { account, tenths } });
}
