import { endOfMonth, startOfMonth } from '../csv/calendar.ts';
import { attributeAt } from '../measures/attribute-at.ts';
import { type LifeTable, NO_DAY } from '../measures/dataset.ts';
import type { BacktestSettings } from '../schemas/backtest-settings.ts';
import { meetsAttributeConditions } from '../segments/match-conditions.ts';
import { scheduleDays } from './build-schedule.ts';
import { findLifeEvents, isAnnounced, type LifeEvents, nextEvent, type PanelFacts } from './life-events.ts';
import { renewalDays } from './renewal-days.ts';

/** Labels of as-of rows. KEPT and POSITIVE count; the others are counted and left out. */
export const KEPT = 0;
export const POSITIVE = 1;
export const TOO_LATE = 2;
export const PENDING = 3;
/** Not in the segment: there for its peers only, counted nowhere. */
export const OUTSIDE = 4;

/**
 * Eligible accounts at each as-of date, account-major (rows of an account are consecutive, dates ascending). `life` is
 * an index into the life table; `outcomeDay` is the next outcome after the as-of date, NO_DAY where no usable one is
 * known. With a renewal-aligned schedule a "date" is a calendar month: its last day, and `startDays` its first.
 */
export interface Panel {
  readonly asOfDays: Int32Array;
  /** First day that each as-of date stands for: the date itself but for months. */
  readonly startDays: Int32Array;
  readonly account: Int32Array;
  readonly life: Int32Array;
  readonly snapshot: Uint16Array;
  readonly asOf: Int32Array;
  readonly lifeStart: Int32Array;
  /** See `AsOfRows`. */
  readonly recordsFrom: Int32Array;
  readonly label: Uint8Array;
  readonly outcomeDay: Int32Array;
  /** Per as-of date: accounts left out because their notice was known by then. */
  readonly alreadyGaveNotice: Int32Array;
  /** Per as-of date the lives counted there. */
  readonly noticed: readonly (readonly number[])[];
  /** Per as-of date: kept rows that churned within the horizon, where another outcome is looked for. */
  readonly churnedInstead: Int32Array;
  readonly events: LifeEvents;
  readonly accountCount: number;
}

/**
 * Builds the rows of a back-test, at most one per account and date: of the life that covers t, the latest begun where
 * lives overlap. Eligible at t: start ≤ t − minimum tenure, not ended by t, notice not known by t.
 * Label, in this order: outside the segment → OUTSIDE; t + gap + horizon > known-through → PENDING (also where an
 * outcome is known); outcome, or churn before it, in (t, t + gap] → TOO_LATE; outcome in (t + gap, t + gap + horizon]
 * and no churn before it → POSITIVE; else KEPT. Outcomes after known-through are never used; see `findLifeEvents`.
 */
export function buildPanel(lives: LifeTable, settings: BacktestSettings, facts: PanelFacts = {}): Panel {
  const asOfDays = Int32Array.from(scheduleDays(settings.schedule));
  const columns = new PanelColumns();
  const noticed = Array.from(asOfDays, (): number[] => []);
  const churnedInstead = new Int32Array(asOfDays.length);
  const events = findLifeEvents(lives, settings, facts);
  const visit = (account: number, s: number, t: number, isIn: boolean): void => {
    const life = coveringLife(lives, account, t);
    if (life === null || lives.startDay[life]! > t - settings.minimumTenureDays) return;
    if (lives.noticeDay[life]! <= t || isAnnounced(events, life, t)) {
      if (isIn) noticed[s]!.push(life);
      return;
    }
    const outcomeDay = nextEvent(events, life, t);
    const stopDay = events.stopDay[life]!;
    const label = isIn ? labelRow(t, outcomeDay, settings, stopDay) : OUTSIDE;
    if (label === KEPT && stopDay <= t + settings.gapDays + settings.horizonDays) churnedInstead[s]!++;
    columns.push(lives, life, s, t, label, outcomeDay);
  };
  const daysOf = asOfDaysOf(lives, asOfDays, settings, facts);
  const isIn = inSegment(settings, facts);
  for (let a = 0; a + 1 < lives.offsets.length; a++) {
    for (const [s, t] of daysOf(a)) visit(a, s, t, isIn(a, t));
  }
  const startDays = settings.schedule.type === 'renewal' ? asOfDays.map(startOfMonth) : asOfDays;
  return {
    asOfDays,
    startDays,
    alreadyGaveNotice: Int32Array.from(noticed, (some) => some.length),
    noticed,
    churnedInstead,
    events,
    accountCount: lives.offsets.length - 1,
    ...columns.finish(),
  };
}

/** Label of one eligible row of the segment; see `buildPanel`. @param stopDay a churn that is not looked for */
export function labelRow(
  asOf: number,
  outcomeDay: number,
  settings: Pick<BacktestSettings, 'gapDays' | 'horizonDays' | 'knownThrough'>,
  stopDay: number = NO_DAY,
): number {
  const actFrom = asOf + settings.gapDays;
  const until = actFrom + settings.horizonDays;
  if (until > settings.knownThrough) return PENDING;
  const first = Math.min(outcomeDay, stopDay);
  if (first > asOf && first <= actFrom) return TOO_LATE;
  return outcomeDay > actFrom && outcomeDay <= until ? POSITIVE : KEPT;
}

/** The as-of days of an account with their dates' positions: all of the schedule, or one per month before a renewal. */
function asOfDaysOf(
  lives: LifeTable,
  asOfDays: Int32Array,
  { schedule }: BacktestSettings,
  { attributes, attributeHistory = new Map(), contract }: PanelFacts,
): (account: number) => Iterable<readonly [number, number]> {
  if (schedule.type !== 'renewal') return () => asOfDays.entries();
  if (attributes === undefined || contract === undefined) return () => [];
  const { daysBefore, firstDay, lastDay } = schedule;
  const position = new Map(Array.from(asOfDays, (day, s) => [day, s]));
  return (account) => {
    const found = new Map<number, number>();
    const changes = contractChanges({ attributeHistory, contract }, account);
    changes.forEach((from, i) => {
      const asked = { account, asOf: from, until: lastDay + daysBefore };
      for (const day of renewalDays(lives, { attributes, attributeHistory, contract }, asked)) {
        const t = day - daysBefore;
        if (t < from || t >= (changes[i + 1] ?? NO_DAY)) continue;
        const s = position.get(endOfMonth(t));
        if (t >= firstDay && s !== undefined && !found.has(s)) found.set(s, t);
      }
    });
    return found;
  };
}

/** The days from which an account's contract says something else, ascending; the first is the beginning of time. */
function contractChanges(
  { attributeHistory, contract }: Required<Pick<PanelFacts, 'attributeHistory' | 'contract'>>,
  account: number,
): number[] {
  const days = new Set([-NO_DAY]);
  for (const role of ['renewalOn', 'termMonths'] as const) {
    const history = attributeHistory.get(contract.get(role) ?? '');
    if (history === undefined) continue;
    for (const day of history.fromDay.subarray(history.offsets[account], history.offsets[account + 1]))
      days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

/** Whether an account meets the segment's conditions on a day: by its attributes' dated values where there are any. */
function inSegment(
  { segment }: BacktestSettings,
  { attributes = new Map(), attributeHistory = new Map() }: PanelFacts,
): (account: number, day: number) => boolean {
  if (segment === undefined) return () => true;
  const texts = new Map(
    segment.conditions.map(({ attribute }) => [
      attribute,
      attributeAt({ attributes, attributeHistory }, attribute),
    ]),
  );
  return (account, day) =>
    meetsAttributeConditions(segment.conditions, (name) => texts.get(name)?.(account, day));
}

/** The life of an account that covers a day (start ≤ day < end), the latest begun of several; null = none. */
function coveringLife(lives: LifeTable, account: number, day: number): number | null {
  for (let life = lives.offsets[account + 1]! - 1; life >= lives.offsets[account]!; life--) {
    if (lives.startDay[life]! <= day && lives.endDay[life]! > day) return life;
  }
  return null;
}

/** First day whose records belong to a life; see `AsOfRows`. */
export function firstRecordDay(lives: LifeTable, life: number): number {
  const isFirst = lives.offsets[lives.account[life]!] === life;
  return isFirst ? -NO_DAY : lives.startDay[life]!;
}

/** Growable columns: the number of eligible rows is known only at the end. */
class PanelColumns {
  #size = 0;
  #account = new Int32Array(1024);
  #life = new Int32Array(1024);
  #snapshot = new Uint16Array(1024);
  #asOf = new Int32Array(1024);
  #lifeStart = new Int32Array(1024);
  #recordsFrom = new Int32Array(1024);
  #label = new Uint8Array(1024);
  #outcomeDay = new Int32Array(1024);

  push(lives: LifeTable, life: number, snapshot: number, asOf: number, label: number, outcomeDay: number) {
    if (this.#size === this.#account.length) this.#grow();
    const r = this.#size++;
    this.#account[r] = lives.account[life]!;
    this.#life[r] = life;
    this.#snapshot[r] = snapshot;
    this.#asOf[r] = asOf;
    this.#lifeStart[r] = lives.startDay[life]!;
    this.#recordsFrom[r] = firstRecordDay(lives, life);
    this.#label[r] = label;
    this.#outcomeDay[r] = outcomeDay;
  }

  finish() {
    const size = this.#size;
    return {
      account: this.#account.slice(0, size),
      life: this.#life.slice(0, size),
      snapshot: this.#snapshot.slice(0, size),
      asOf: this.#asOf.slice(0, size),
      lifeStart: this.#lifeStart.slice(0, size),
      recordsFrom: this.#recordsFrom.slice(0, size),
      label: this.#label.slice(0, size),
      outcomeDay: this.#outcomeDay.slice(0, size),
    };
  }

  #grow() {
    const length = this.#account.length * 2;
    const widen = <T extends Int32Array | Uint16Array | Uint8Array>(old: T, wide: T): T => {
      wide.set(old);
      return wide;
    };
    this.#account = widen(this.#account, new Int32Array(length));
    this.#life = widen(this.#life, new Int32Array(length));
    this.#snapshot = widen(this.#snapshot, new Uint16Array(length));
    this.#asOf = widen(this.#asOf, new Int32Array(length));
    this.#lifeStart = widen(this.#lifeStart, new Int32Array(length));
    this.#recordsFrom = widen(this.#recordsFrom, new Int32Array(length));
    this.#label = widen(this.#label, new Uint8Array(length));
    this.#outcomeDay = widen(this.#outcomeDay, new Int32Array(length));
  }
}
