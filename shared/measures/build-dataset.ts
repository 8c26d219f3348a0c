import type { Grain, MetricKind } from '../schemas/measure.ts';
import { type OutcomeKind, outcomeKinds } from '../schemas/outcome-kinds.ts';
import type { RecordKind } from '../schemas/record-kinds.ts';
import {
  type AttributeHistory,
  buildMetricRange,
  type Dataset,
  type EventSource,
  type LifeTable,
  type MetricSeries,
  NO_DAY,
  type OutcomeTable,
  type RecordSource,
} from './dataset.ts';

/** Observations of one metric in columns, sorted by (account, day), one per (account, day). */
export interface SeriesInput {
  readonly name: string;
  readonly kind: MetricKind;
  readonly grain: Grain;
  readonly lagDays: number;
  readonly account: Int32Array;
  readonly day: Int32Array;
  readonly value: Float64Array;
  /** Absent = day + lag for every row. */
  readonly knownOn?: Int32Array | undefined;
}

export interface LifeInput {
  readonly account: number;
  readonly startDay: number;
  readonly noticeDay: number | null;
  readonly endDay: number | null;
  readonly assumedStart: boolean;
  /** Number of the import it comes from; of two lives that overlap, the newer import's stays. */
  readonly batch?: number;
}

/** A churn or reactivation that an outcome file dates. */
export interface OutcomeInput {
  readonly account: number;
  readonly day: number;
  readonly noticeDay: number | null;
}

/** Columns of one metric with a slice per account; observations must come sorted by (account, day). */
export function buildSeries(input: SeriesInput, accountCount: number): MetricSeries {
  const { account, day, value, lagDays } = input;
  const knownOn = input.knownOn ?? day.map((d) => d + lagDays);
  return {
    name: input.name,
    kind: input.kind,
    grain: input.grain,
    lagDays,
    offsets: sliceOffsets(account, accountCount),
    day,
    value,
    knownOn,
    range: buildMetricRange(day, knownOn),
  };
}

/** Rows of one record source; without `kind` and `knownOn` plain records, each known on its own day. */
export type RecordInput = Omit<RecordSource, 'offsets' | 'range' | 'kind' | 'knownOn' | 'backDated'> & {
  readonly account: Int32Array;
  readonly kind?: RecordKind;
  readonly knownOn?: Int32Array;
  readonly backDated?: number;
};

/** Columns of one record source; rows must come sorted by (account, day). `closedDay` is NO_DAY while open. */
export function buildRecordSource(input: RecordInput, accountCount: number): RecordSource {
  const { account, kind = 'record', knownOn = input.day, backDated = 0, ...columns } = input;
  return {
    ...columns,
    kind,
    knownOn,
    backDated,
    offsets: sliceOffsets(account, accountCount),
    range: buildMetricRange(input.day, knownOn),
  };
}

/** Columns of one event source; rows must come sorted by (account, day, user, event). */
export function buildEventSource(
  input: Omit<EventSource, 'offsets' | 'range'> & { readonly account: Int32Array },
  accountCount: number,
): EventSource {
  const { account, ...columns } = input;
  return {
    ...columns,
    offsets: sliceOffsets(account, accountCount),
    range: buildMetricRange(input.day, input.knownOn),
  };
}

/** Dated values of one attribute in columns; they must come sorted by (account, fromDay). */
export function buildAttributeHistory(
  rows: readonly { readonly account: number; readonly fromDay: number; readonly value: string }[],
  undated: readonly (string | undefined)[],
): AttributeHistory {
  const account = Int32Array.from(rows, (row) => row.account);
  return {
    undated,
    offsets: sliceOffsets(account, undated.length),
    fromDay: Int32Array.from(rows, (row) => row.fromDay),
    value: rows.map((row) => row.value),
  };
}

/** A dataset of these accounts that holds nothing else yet: spread it and put in what there is. */
export function emptyDataset(accountIds: readonly string[]): Dataset {
  return {
    accountIds,
    accountNames: accountIds,
    lives: lifeColumns(accountIds.map(() => [])),
    metrics: new Map(),
    records: new Map(),
    events: new Map(),
    outcomes: buildOutcomes([], accountIds.length),
    attributes: new Map(),
    attributeHistory: new Map(),
    contract: new Map(),
    snapshotFlag: null,
  };
}

/**
 * Lives of all accounts: starts from the accounts file and from reactivations; a churn belongs to the life that covers
 * its day and replaces that life's end (and its notice, where it names one). A churn before the first start or after an
 * end moves nothing and is left to the audit: a later row never reopens a life. A reactivation starts a new life once the
 * one before has ended; inside a life that is still open, or told again by a later row of the accounts file, it starts
 * none. Accounts without a start begin at their first observation, marked assumed.
 * @param firstSeen first day with an observation or record per account index; NO_DAY = none
 */
export function buildLives(input: {
  readonly lives: readonly LifeInput[];
  readonly churns: readonly OutcomeInput[];
  readonly reactivations: readonly OutcomeInput[];
  readonly firstSeen: Int32Array;
}): LifeTable {
  const byAccount: LifeInput[][] = Array.from(input.firstSeen, () => []);
  for (const life of input.lives) byAccount[life.account]?.push(life);
  const turns = turnsByAccount(input.churns, input.reactivations);
  byAccount.forEach((lives, account) => {
    const own = turns.get(account) ?? [];
    const seen = input.firstSeen[account]!;
    if (lives.length === 0 && seen !== NO_DAY && startsUnsaid(own, seen)) {
      lives.push({ account, startDay: seen, noticeDay: null, endDay: null, assumedStart: true });
    }
    lives.sort((x, y) => x.startDay - y.startDay);
    for (const turn of own) {
      if (turn.isChurn) applyChurn(lives, turn);
      else startAgain(lives, turn, own);
    }
  });
  const kept = byAccount.map(dropOverlaps);
  // A life that was dropped may have taken a churn with it: it belongs to the life that stays.
  for (const churn of input.churns) {
    const lives = kept[churn.account];
    if (lives !== undefined && lives.length < byAccount[churn.account]!.length) applyChurn(lives, churn);
  }
  return lifeColumns(kept);
}

/** Outcomes in columns; rows must come sorted by (account, day). */
export function buildOutcomes(
  rows: readonly {
    readonly account: number;
    readonly day: number;
    readonly kind: OutcomeKind;
    readonly noticeDay: number | null;
    readonly voluntary: boolean | null;
    readonly amount: number | null;
  }[],
  accountCount: number,
): OutcomeTable {
  return {
    offsets: sliceOffsets(
      Int32Array.from(rows, (row) => row.account),
      accountCount,
    ),
    day: Int32Array.from(rows, (row) => row.day),
    kind: Uint8Array.from(rows, (row) => outcomeKinds.indexOf(row.kind)),
    noticeDay: Int32Array.from(rows, (row) => row.noticeDay ?? NO_DAY),
    voluntary: Int8Array.from(rows, (row) => (row.voluntary === null ? -1 : Number(row.voluntary))),
    amount: Float64Array.from(rows, (row) => row.amount ?? Number.NaN),
  };
}

/** Offsets of the accounts' slices in a column sorted by account: accountCount + 1 entries. */
export function sliceOffsets(account: Int32Array, accountCount: number): Int32Array {
  const offsets = new Int32Array(accountCount + 1);
  for (const a of account) offsets[a + 1]!++;
  for (let a = 0; a < accountCount; a++) offsets[a + 1]! += offsets[a]!;
  return offsets;
}

/** Lives in order of start; a life that begins before the one ahead of it has ended is that one, told differently. */
function dropOverlaps(lives: readonly LifeInput[]): LifeInput[] {
  const kept: LifeInput[] = [];
  for (const life of lives) {
    const before = kept.at(-1);
    const overlaps =
      before !== undefined &&
      life.batch !== undefined &&
      before.batch !== life.batch &&
      (before.endDay === null || before.endDay > life.startDay);
    if (!overlaps) kept.push(life);
    else if ((life.batch ?? 0) > (before.batch ?? 0)) kept[kept.length - 1] = life;
  }
  return kept;
}

type Turn = OutcomeInput & { readonly isChurn: boolean };

/** Churns and reactivations of each account by day, a churn before a reactivation of the same day. */
function turnsByAccount(
  churns: readonly OutcomeInput[],
  reactivations: readonly OutcomeInput[],
): Map<number, Turn[]> {
  const turns = new Map<number, Turn[]>();
  const all = [
    ...churns.map((churn) => ({ ...churn, isChurn: true })),
    ...reactivations.map((start) => ({ ...start, isChurn: false })),
  ];
  for (const turn of all) {
    const own = turns.get(turn.account);
    if (own === undefined) turns.set(turn.account, [turn]);
    else own.push(turn);
  }
  for (const own of turns.values()) own.sort((x, y) => x.day - y.day);
  return turns;
}

/** False where a reactivation says the start: the first turn, or the first since the account was seen, is one. */
function startsUnsaid(turns: readonly Turn[], firstSeen: number): boolean {
  return turns.find(({ day }) => day >= firstSeen)?.isChurn ?? turns.every(({ isChurn }) => isChurn);
}

function startAgain(lives: LifeInput[], { account, day }: Turn, turns: readonly Turn[]): void {
  const next = lives.findIndex((life) => life.startDay >= day);
  const before = lives[(next === -1 ? lives.length : next) - 1];
  if (before !== undefined && (before.endDay === null || before.endDay > day)) return;
  const after = next === -1 ? undefined : lives[next];
  const endsBefore = (start: number) =>
    turns.some((turn) => turn.isChurn && turn.day > day && turn.day <= start);
  if (after !== undefined && !endsBefore(after.startDay)) return;
  const life = { account, startDay: day, noticeDay: null, endDay: null, assumedStart: false };
  lives.splice(next === -1 ? lives.length : next, 0, life);
}

function applyChurn(lives: LifeInput[], churn: OutcomeInput): void {
  const covering = lives.findLastIndex(
    ({ startDay, endDay }) => startDay <= churn.day && (endDay === null || churn.day <= endDay),
  );
  const life = lives[covering];
  if (life === undefined) return;
  lives[covering] = { ...life, endDay: churn.day, noticeDay: churn.noticeDay ?? life.noticeDay };
}

function lifeColumns(byAccount: readonly (readonly LifeInput[])[]): LifeTable {
  const lives = byAccount.flat();
  const account = Int32Array.from(lives, (life) => life.account);
  return {
    offsets: sliceOffsets(account, byAccount.length),
    account,
    startDay: Int32Array.from(lives, (life) => life.startDay),
    noticeDay: Int32Array.from(lives, (life) => life.noticeDay ?? NO_DAY),
    endDay: Int32Array.from(lives, (life) => life.endDay ?? NO_DAY),
    assumedStart: Uint8Array.from(lives, (life) => (life.assumedStart ? 1 : 0)),
  };
}
