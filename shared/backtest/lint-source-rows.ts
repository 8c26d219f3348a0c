import { periodEndOfIndex, periodIndex, startOfMonth } from '../csv/calendar.ts';
import { filterRecords } from '../measures/aggregate-records.ts';
import { type Dataset, type LifeTable, type MetricSeries, NO_DAY } from '../measures/dataset.ts';
import type { LintFinding } from '../schemas/figures.ts';
import type { Aggregation } from '../schemas/measure.ts';

export interface SourceFinding {
  readonly kind: Extract<
    LintFinding['kind'],
    'rowsAfterChurn' | 'onlyAroundChurn' | 'knownAfterOutcome' | 'periodStartDates' | 'backDatedNote'
  >;
  /** Accounts, or rows for `periodStartDates` and `backDatedNote`. */
  readonly count: number;
}

/** The rows a measure is made from: first day of each one's period, the day it was known, and whether it says anything. */
interface SourceRows {
  readonly offsets: Int32Array;
  readonly day: (row: number) => number;
  readonly knownOn: (row: number) => number;
  readonly counts: (row: number) => boolean;
  /** Days after the period that every row is known. */
  readonly usualDelay: (row: number) => number;
}

type Data = Pick<Dataset, 'lives' | 'metrics' | 'records' | 'attributes'>;

const AROUND_DAYS = 60;
const FEWEST_ACCOUNTS = 10;
const MOST_OF = 0.9;
const FEWEST_MONTHS = 3;

/**
 * What the rows behind a measure say against looking back with it, whatever was known when: accounts with rows that begin
 * after their life ended; with rows that were known only after it (beyond the usual lag); a source nearly all of whose
 * accounts (≥ 90 %, at least 10) churned and have it in the 60 days before churn and later only; daily values that all lie
 * on the first of a month, as totals of a month that was not over yet; entries by hand that say they were known before
 * the day they were typed. Measures made from others have no rows of their own.
 */
export function lintSourceRows(data: Data, aggregation: Aggregation): SourceFinding[] {
  const findings: SourceFinding[] = [];
  const add = (kind: SourceFinding['kind'], count: number) => {
    if (count > 0) findings.push({ kind, count });
  };
  if (aggregation.type === 'attribute') {
    add('onlyAroundChurn', accountsTold(data, aggregation.attribute));
    return findings;
  }
  const rows = rowsBehind(data, aggregation);
  if (rows === null) return findings;
  const late = (row: number, end: number) =>
    rows.day(row) <= end && rows.knownOn(row) > end && rows.knownOn(row) > rows.usualDelay(row);
  add(
    'rowsAfterChurn',
    countAccounts(data.lives, rows, (row, end) => rows.day(row) > end),
  );
  add('knownAfterOutcome', countAccounts(data.lives, rows, late));
  add('onlyAroundChurn', accountsAround(data.lives, rows));
  const series = 'metric' in aggregation ? data.metrics.get(aggregation.metric) : undefined;
  if (series !== undefined && isMonthlyInDisguise(series)) add('periodStartDates', series.day.length);
  if ('source' in aggregation) {
    add('backDatedNote', data.records.get(aggregation.source)?.backDated ?? 0);
  }
  return findings;
}

function rowsBehind(data: Data, aggregation: Aggregation): SourceRows | null {
  if ('metric' in aggregation) {
    const series = data.metrics.get(aggregation.metric);
    return series === undefined ? null : rowsOfSeries(series);
  }
  if (!('source' in aggregation)) return null;
  const source = data.records.get(aggregation.source);
  if (source === undefined) return null;
  const passes = filterRecords(source, aggregation.filters);
  return {
    offsets: source.offsets,
    day: (row) => source.day[row]!,
    knownOn: (row) => source.knownOn[row]!,
    counts: (row) => passes[row] === 1,
    usualDelay: (row) => source.day[row]!,
  };
}

function rowsOfSeries({ offsets, day, knownOn, value, kind, grain, lagDays }: MetricSeries): SourceRows {
  const starts = new Map<number, number>();
  const startOf = (end: number): number => {
    let start = starts.get(end);
    if (start === undefined) {
      start = periodEndOfIndex(periodIndex(end, grain) - 1, grain) + 1;
      starts.set(end, start);
    }
    return start;
  };
  return {
    offsets,
    day: grain === 'day' ? (row) => day[row]! : (row) => startOf(day[row]!),
    knownOn: (row) => knownOn[row]!,
    // A flow of 0 after the end says only that nothing was used.
    counts: (row) => (kind === 'flow' ? value[row]! > 0 : !Number.isNaN(value[row]!)),
    usualDelay: (row) => day[row]! + lagDays,
  };
}

/** Accounts with a row for which `isFound` holds against the end of the life it falls in, or of the last before it. */
function countAccounts(
  lives: LifeTable,
  rows: SourceRows,
  isFound: (row: number, end: number) => boolean,
): number {
  let found = 0;
  for (let a = 0; a + 1 < lives.offsets.length; a++) {
    if (!hasEnded(lives, a)) continue;
    const [from, to] = [rows.offsets[a] ?? 0, rows.offsets[a + 1] ?? 0];
    for (let row = from; row < to; row++) {
      if (!rows.counts(row) || !isFound(row, endAt(lives, a, rows.day(row)))) continue;
      found++;
      break;
    }
  }
  return found;
}

function hasEnded({ offsets, endDay }: LifeTable, account: number): boolean {
  for (let life = offsets[account]!; life < offsets[account + 1]!; life++)
    if (endDay[life] !== NO_DAY) return true;
  return false;
}

/** End of the latest life begun by a day; NO_DAY where it did not end or none had begun. */
function endAt(lives: LifeTable, account: number, day: number): number {
  for (let life = lives.offsets[account + 1]! - 1; life >= lives.offsets[account]!; life--) {
    if (lives.startDay[life]! <= day) return lives.endDay[life]!;
  }
  return NO_DAY;
}

/** Accounts that have the source around their churn only, where these are nearly all that have it; else 0. */
function accountsAround(lives: LifeTable, rows: SourceRows): number {
  let all = 0;
  let around = 0;
  for (let a = 0; a + 1 < lives.offsets.length; a++) {
    const [from, to] = [rows.offsets[a] ?? 0, rows.offsets[a + 1] ?? 0];
    let has = false;
    let isAround = true;
    for (let row = from; row < to && isAround; row++) {
      if (!rows.counts(row)) continue;
      has = true;
      const end = endAt(lives, a, rows.day(row));
      isAround = end !== NO_DAY && rows.day(row) > end - AROUND_DAYS;
    }
    if (!has) continue;
    all++;
    if (isAround) around++;
  }
  return around >= FEWEST_ACCOUNTS && around >= MOST_OF * all ? around : 0;
}

/** Churned accounts with the attribute, where nearly all that have it churned and most accounts did not; else 0. */
function accountsTold({ lives, attributes }: Data, attribute: string): number {
  const values = attributes.get(attribute) ?? [];
  const accounts = lives.offsets.length - 1;
  let [churned, told, toldChurned] = [0, 0, 0];
  for (let a = 0; a < accounts; a++) {
    const hasChurned = hasEnded(lives, a);
    if (hasChurned) churned++;
    if (values[a] === undefined) continue;
    told++;
    if (hasChurned) toldChurned++;
  }
  const isTelling = toldChurned >= FEWEST_ACCOUNTS && toldChurned >= MOST_OF * told && churned < accounts / 2;
  return isTelling ? toldChurned : 0;
}

/** Daily values of at least three months, all on the first of one. */
function isMonthlyInDisguise({ grain, day }: MetricSeries): boolean {
  if (grain !== 'day') return false;
  const days = new Set<number>();
  for (const d of day) {
    if (days.has(d)) continue;
    if (d !== startOfMonth(d)) return false;
    days.add(d);
  }
  return days.size >= FEWEST_MONTHS;
}
