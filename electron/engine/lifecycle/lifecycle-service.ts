import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { Freeze, LifecycleVersion, Review, SealHead } from '../../../shared/schemas/lifecycle.ts';
import { type EngineContext, requireWorkspace } from '../context.ts';
import type { DataService } from '../data/data-service.ts';
import { type DesignService, hashDesign } from '../design/design-service.ts';
import type { Database } from '../store/database.ts';
import { loadDesign } from '../store/design-table.ts';
import { type EntryBody, type EntryKind, loadEntries } from '../store/lifecycle-table.ts';
import { loadSeals } from '../store/seal-table.ts';
import { loadVersion, loadVersions, type ScorecardVersion } from '../store/version-table.ts';
import { calendarDay } from './calendar-day.ts';
import { enterLifecycle } from './enter-lifecycle.ts';
import { loadPromised } from './promised.ts';
import { readBody, toSealHead } from './stored-seal.ts';
import { measuresOfVersion } from './usable-version.ts';

type Answer<C extends Channel> = Promise<Result<ChannelOutput<C>>>;
type PlainFreeze = Omit<Freeze, 'contacts' | 'contactedAccounts'>;

/** Freezes and reviews: what was promised not to change, until when, and what was decided afterwards. */
export interface LifecycleService {
  state(payload: ChannelPayload<'lifecycle.state'>): Answer<'lifecycle.state'>;
  freezes(): Result<ChannelOutput<'lifecycle.freezes'>>;
  freeze(payload: ChannelPayload<'lifecycle.freeze'>): Result<ChannelOutput<'lifecycle.freeze'>>;
  endFreeze(payload: ChannelPayload<'lifecycle.endFreeze'>): Result<Record<string, never>>;
  review(payload: ChannelPayload<'lifecycle.review'>): Result<ChannelOutput<'lifecycle.review'>>;
}

export function createLifecycleService(
  context: EngineContext,
  data: DataService,
  design: DesignService,
): LifecycleService {
  const today = () => calendarDay(context.now());
  const enter = <K extends EntryKind>(kind: K, scorecardId: string, body: EntryBody<K>): Result<string> => {
    const workspace = requireWorkspace(context);
    if (!workspace.ok) return workspace;
    const entered = enterLifecycle(context, workspace.value, kind, { scorecardId, body });
    return entered.ok ? succeed(entered.value.id) : entered;
  };
  const findFreeze = (freezeId: string): Result<PlainFreeze & { scorecardId: string }> => {
    const workspace = requireWorkspace(context);
    if (!workspace.ok) return workspace;
    const found = readFreezes(workspace.value.database, null, today()).find(({ id }) => id === freezeId);
    return found === undefined ? fail('notFound', { what: 'freeze' }) : succeed(found);
  };
  return {
    state: ({ scorecardId }) => readState(context, { data, design }, scorecardId),
    freezes() {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const { database } = workspace.value;
      const live = new Set(loadDesign(database).scorecards.map(({ id }) => id));
      const items = readFreezes(database, null, today())
        .filter(
          ({ reviewDue, state, scorecardId }) => (reviewDue || state === 'active') && live.has(scorecardId),
        )
        .map(({ scorecardId, version, until, reviewOn, state, reviewDue }) => ({
          ...{ scorecardId, version, until, reviewOn, reviewDue },
          isActive: state === 'active',
        }));
      return succeed({ items });
    },
    freeze({ scorecardId, version, until, reviewOn, note }) {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const { database } = workspace.value;
      if (loadVersion(database, scorecardId, version) === null) return fail('notFound', { what: 'version' });
      if (until < today() || reviewOn < today()) return fail('badRequest', { where: 'until' });
      const active = readFreezes(database, scorecardId, today()).find(({ state }) => state === 'active');
      if (active !== undefined) return fail('alreadyFrozen', { version: active.version });
      const entered = enter('freeze', scorecardId, { version, from: today(), until, reviewOn, note });
      return entered.ok ? succeed({ freezeId: entered.value }) : entered;
    },
    endFreeze({ freezeId, reason }) {
      const found = findFreeze(freezeId);
      if (!found.ok) return found;
      if (found.value.state !== 'active') return fail('notFound', { what: 'freeze' });
      const entered = enter('freezeEnd', found.value.scorecardId, { freezeId, day: today(), reason });
      return entered.ok ? succeed({}) : entered;
    },
    review({ freezeId, decision, note }) {
      const found = findFreeze(freezeId);
      if (!found.ok) return found;
      const { scorecardId, version } = found.value;
      const entered = enter('review', scorecardId, { freezeId, version, day: today(), decision, note });
      return entered.ok ? succeed({ reviewId: entered.value }) : entered;
    },
  };
}

async function readState(
  context: EngineContext,
  services: { readonly data: DataService; readonly design: DesignService },
  scorecardId: string,
): Answer<'lifecycle.state'> {
  const ready = await services.data.ready();
  if (!ready.ok) return ready;
  const found = services.design.find(scorecardId);
  if (!found.ok) return found;
  const { database } = ready.value;
  const today = calendarDay(context.now());
  const freezes = readFreezes(database, scorecardId, today);
  const spans = freezes.map(({ from, until, ended }) => ({ from, to: ended?.day ?? until }));
  const facts = await context.compute.request('lifecycle.facts', { spans });
  if (!facts.ok) return facts;
  const { knownThrough, contacts } = facts.value;
  const { scorecard, design } = found.value;
  return succeed({
    today,
    knownThrough,
    draftHash: hashDesign(scorecard, design.measures),
    versions: readVersions(database, scorecardId),
    ...readSeals(database, scorecardId, knownThrough),
    freezes: freezes
      .map(({ scorecardId: _, ...freeze }, i) => ({
        ...freeze,
        contacts: contacts[i]!.contacts,
        contactedAccounts: contacts[i]!.accounts,
      }))
      .reverse(),
    reviews: readReviews(database, scorecardId),
  });
}

function readVersions(database: Database, scorecardId: string): LifecycleVersion[] {
  const promised = loadPromised(database, scorecardId);
  const { measures } = loadDesign(database);
  return loadVersions(database, scorecardId)
    .map((version) => toVersion(version, promised.get(version.designHash) ?? null, measures))
    .reverse();
}

function toVersion(
  version: ScorecardVersion,
  promised: LifecycleVersion['promised'],
  live: Parameters<typeof measuresOfVersion>[1],
): LifecycleVersion {
  const { number, name, note, savedAt, designHash, body } = version;
  return {
    ...{ number, name, note, savedAt, designHash, promised },
    savedOn: calendarDay(Date.parse(savedAt)),
    goal: body.purpose.goal,
    healthyCustomer: body.purpose.healthyCustomer,
    bands: body.bands,
    usable: measuresOfVersion(version, live) !== null,
  };
}

/** A seal whose text is no text of a seal any more is only counted; opening the others tells whether they are intact. */
function readSeals(
  database: Database,
  scorecardId: string,
  knownThrough: number | null,
): { seals: SealHead[]; unreadableSeals: number } {
  const grades = loadEntries(database, 'grade', scorecardId);
  const records = loadSeals(database, scorecardId);
  const seals = records.flatMap((record) => {
    const body = readBody(record);
    if (body === null) return [];
    const grade = grades.find(({ body: { sealId } }) => sealId === record.id) ?? null;
    return toSealHead(record, body, { knownThrough, grade });
  });
  return { seals: seals.reverse(), unreadableSeals: records.length - seals.length };
}

function readReviews(database: Database, scorecardId: string): Review[] {
  return loadEntries(database, 'review', scorecardId)
    .map(({ id, at, body }) => ({ id, reviewedAt: at, ...body }))
    .reverse();
}

/** Freezes in the order in which they were made, with what became of them by a day. */
function readFreezes(
  database: Database,
  scorecardId: string | null,
  today: number,
): (PlainFreeze & { readonly scorecardId: string })[] {
  const ends = loadEntries(database, 'freezeEnd', scorecardId);
  const reviewed = new Set(loadEntries(database, 'review', scorecardId).map(({ body }) => body.freezeId));
  return loadEntries(database, 'freeze', scorecardId).map(({ id, scorecardId: of, at, body }) => {
    const end = ends.find(({ body: { freezeId } }) => freezeId === id);
    const isOver = today > body.until;
    return {
      id,
      scorecardId: of,
      frozenAt: at,
      ...body,
      ended: end === undefined ? null : { at: end.at, day: end.body.day, reason: end.body.reason },
      state: end !== undefined ? 'ended' : isOver ? 'over' : 'active',
      reviewDue: !reviewed.has(id) && (body.reviewOn <= today || end !== undefined),
    };
  });
}
