import type { Grain, MetricKind } from '../schemas/measure.ts';
import type { ContractRole, RecordKind } from '../schemas/record-kinds.ts';

/** Stands for "no such day" (never ended, no notice, not closed): later than every real day. */
export const NO_DAY = 2147483647;

/**
 * Current values of one metric in columns, sorted by (account, day), one per (account, day).
 * `offsets[a] … offsets[a + 1]` is account a's slice. A NaN value was looked at and not known.
 */
export interface MetricSeries {
  readonly name: string;
  readonly kind: MetricKind;
  readonly grain: Grain;
  readonly lagDays: number;
  readonly offsets: Int32Array;
  readonly day: Int32Array;
  readonly value: Float64Array;
  readonly knownOn: Int32Array;
  readonly range: MetricRange;
}

/**
 * First and last day of a metric as functions of what was known: `firstDayKnown[i]` and `lastDay[i]` hold from
 * `knownOn[i]` on. `firstDay` is the first of all, NO_DAY for a metric without rows: for schedules, not for values.
 */
export interface MetricRange {
  readonly firstDay: number;
  readonly knownOn: Int32Array;
  readonly firstDayKnown: Int32Array;
  readonly lastDay: Int32Array;
}

/**
 * Dated rows with text columns (tickets, meetings; survey answers, hearing notes and contacts by `kind`), sorted by
 * (account, day). `closedDay` is NO_DAY while open; a row exists as of t when its day and `knownOn` are ≤ t.
 */
export interface RecordSource {
  readonly name: string;
  readonly kind: RecordKind;
  readonly offsets: Int32Array;
  readonly day: Int32Array;
  readonly knownOn: Int32Array;
  readonly closedDay: Int32Array;
  readonly hasClosedDay: boolean;
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** Rows typed by hand later than they say to have been known: a past figure may hold what nobody knew then. */
  readonly backDated: number;
  readonly range: MetricRange;
}

/**
 * What users did, in columns sorted by (account, day, user, event), one row per such key. `user` is an index that tells
 * users apart, −1 where the file names none; `event` points into `eventNames`. A row exists as of t when knownOn ≤ t.
 */
export interface EventSource {
  readonly name: string;
  readonly lagDays: number;
  readonly eventNames: readonly string[];
  readonly offsets: Int32Array;
  readonly day: Int32Array;
  readonly knownOn: Int32Array;
  readonly user: Int32Array;
  readonly event: Int32Array;
  /** How often (or how much) on that day. */
  readonly quantity: Float64Array;
  readonly range: MetricRange;
}

/**
 * Dated values of one attribute, sorted by (account, fromDay); an empty text = from then on none. A value without a date
 * that a later import changed counts from that import's day. `undated` = the first value told without a date per account.
 */
export interface AttributeHistory {
  readonly undated: readonly (string | undefined)[];
  readonly offsets: Int32Array;
  readonly fromDay: Int32Array;
  readonly value: readonly string[];
}

/** Lives of all accounts, sorted by (account, start). `noticeDay` and `endDay` are NO_DAY where there is none. */
export interface LifeTable {
  readonly offsets: Int32Array;
  readonly account: Int32Array;
  readonly startDay: Int32Array;
  readonly noticeDay: Int32Array;
  readonly endDay: Int32Array;
  readonly assumedStart: Uint8Array;
}

/**
 * Outcomes as files and people date them, sorted by (account, day); churns too, beside the ends they give to lives.
 * `kind` is a position in `outcomeKinds`; `noticeDay` NO_DAY, `voluntary` −1 and `amount` NaN where nothing is said.
 */
export interface OutcomeTable {
  readonly offsets: Int32Array;
  readonly day: Int32Array;
  readonly kind: Uint8Array;
  readonly noticeDay: Int32Array;
  readonly voluntary: Int8Array;
  readonly amount: Float64Array;
}

/** Days per account, ascending: `day[offsets[a]] … day[offsets[a + 1]]`. */
export interface AccountDays {
  readonly offsets: Int32Array;
  readonly day: Int32Array;
}

/** All live data of a workspace as the engine holds it: columns by account index, names only at the edge. */
export interface Dataset {
  readonly accountIds: readonly string[];
  readonly accountNames: readonly string[];
  readonly lives: LifeTable;
  readonly metrics: ReadonlyMap<string, MetricSeries>;
  readonly records: ReadonlyMap<string, RecordSource>;
  readonly events: ReadonlyMap<string, EventSource>;
  readonly outcomes: OutcomeTable;
  /** Attribute → newest text per account index, undefined where the account has none. As of the newest import: for lists as of today. */
  readonly attributes: ReadonlyMap<string, readonly (string | undefined)[]>;
  /** Attribute → its values by day, for attributes that have any. See `attributeAt`. */
  readonly attributeHistory: ReadonlyMap<string, AttributeHistory>;
  /** Which attributes are the renewal date (ISO text), the term (read it by `parseTerm`), the amount and the seats. */
  readonly contract: ReadonlyMap<ContractRole, string>;
  /** Per account 1 churned, 0 kept, −1 not said, from a snapshot without dates; null without one. */
  readonly snapshotFlag: Int8Array | null;
}

/**
 * Builds a metric's range from its observations.
 * @param day stored day of each observation
 * @param knownOn first day on which each could be seen
 * @returns the first day, and the running minimum and maximum of `day` in the order of `knownOn`
 */
export function buildMetricRange(day: Int32Array, knownOn: Int32Array): MetricRange {
  let earliest = NO_DAY;
  let latest = -NO_DAY;
  for (const known of knownOn) {
    if (known < earliest) earliest = known;
    if (known > latest) latest = known;
  }
  const size = Math.max(0, latest - earliest + 1);
  const firstOf = new Int32Array(size).fill(NO_DAY);
  const lastOf = new Int32Array(size).fill(-NO_DAY);
  for (let i = 0; i < day.length; i++) {
    const slot = knownOn[i]! - earliest;
    if (day[i]! < firstOf[slot]!) firstOf[slot] = day[i]!;
    if (day[i]! > lastOf[slot]!) lastOf[slot] = day[i]!;
  }
  const slots = Uint32Array.from(firstOf.keys()).filter((slot) => firstOf[slot] !== NO_DAY);
  let first = NO_DAY;
  let last = -NO_DAY;
  const firstDayKnown = new Int32Array(slots.length);
  const lastDay = new Int32Array(slots.length);
  slots.forEach((slot, i) => {
    first = Math.min(first, firstOf[slot]!);
    last = Math.max(last, lastOf[slot]!);
    firstDayKnown[i] = first;
    lastDay[i] = last;
  });
  return {
    firstDay: first,
    knownOn: Int32Array.from(slots, (slot) => earliest + slot),
    firstDayKnown,
    lastDay,
  };
}

/** First day on which any account has a value known by `asOf`; NO_DAY when nothing was known yet. */
export function firstDayKnownBy(range: MetricRange, asOf: number): number {
  const index = upperBound(range.knownOn, asOf, 0, range.knownOn.length) - 1;
  return index < 0 ? NO_DAY : range.firstDayKnown[index]!;
}

/** Last day on which any account has a value known by `asOf`; −NO_DAY when nothing was known yet. */
export function lastDayKnownBy(range: MetricRange, asOf: number): number {
  const index = upperBound(range.knownOn, asOf, 0, range.knownOn.length) - 1;
  return index < 0 ? -NO_DAY : range.lastDay[index]!;
}

/**
 * Last day up to `through` on which any account has a value, whenever it was known; −NO_DAY when there is none. So a
 * mistyped year takes nothing further than the day a file was read in.
 */
export function lastDayThrough(
  { day, range }: { readonly day: Int32Array; readonly range: MetricRange },
  through: number,
): number {
  const last = lastDayKnownBy(range, NO_DAY);
  if (last <= through) return last;
  let latest = -NO_DAY;
  for (const each of day) if (each <= through && each > latest) latest = each;
  return latest;
}

/** Index of the first element of the ascending slice [from, to) that is greater than `target`. */
export function upperBound(sorted: Int32Array, target: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= target) low = middle + 1;
    else high = middle;
  }
  return low;
}
