import { periodEndOfIndex, periodIndex } from '../csv/calendar.ts';
import {
  buildMetricRange,
  type Dataset,
  lastDayKnownBy,
  type MetricSeries,
  NO_DAY,
  upperBound,
} from '../measures/dataset.ts';
import type { Grain } from '../schemas/measure.ts';
import { type Finding, type FoundRow, findingOf, listedRows, positionedRows } from './finding.ts';

/** A period below this share of the usual values is a gap. */
const GAP_SHARE = 0.2;
/** Periods are short enough to look for gaps where this share of them has values. */
const FILLED_SHARE = 2 / 3;
const gapGrains = ['week', 'month', 'quarter'] as const;
/** A last period below this share of the usual values looks half-exported. */
const FULL_SHARE = 0.8;
/** Fewer earlier periods than this say nothing of what is usual. */
const USUAL_PERIODS = 3;

/**
 * Periods in which a metric has next to no values, a thin last period, and periods that single accounts lack.
 * @param importDay values of periods that begin after it are left out: they are a finding of their own
 */
export function auditPeriods({ lives }: Dataset, whole: MetricSeries, importDay: number | null): Finding[] {
  const series = importDay === null ? whole : withoutFuture(whole, importDay);
  if (series.day.length === 0) return [];
  const days = countByDay(series);
  const gaps = metricGaps(series, days);
  return [
    ...findingOf('metricGap', series.name, listedRows(gaps.rows)),
    ...halfExported(lives, series, days),
    ...accountGaps(lives, series, { days, known: gaps.periods }),
  ];
}

/** The series up to the period of `importDay`; itself where nothing is later. */
function withoutFuture(series: MetricSeries, importDay: number): MetricSeries {
  const end = periodEndOfIndex(periodIndex(importDay, series.grain), series.grain);
  if (lastDayKnownBy(series.range, NO_DAY) <= end) return series;
  const kept = Int32Array.from(series.day.keys()).filter((i) => series.day[i]! <= end);
  const day = kept.map((i) => series.day[i]!);
  const knownOn = kept.map((i) => series.knownOn[i]!);
  const value = Float64Array.from(kept, (i) => series.value[i]!);
  const offsets = series.offsets.map((offset) => upperBound(kept, offset - 1, 0, kept.length));
  return { ...series, day, knownOn, value, offsets, range: buildMetricRange(day, knownOn) };
}

interface Counts {
  readonly first: number;
  readonly values: Uint32Array;
}

/** Values per day, from the first day to the last; a blank value is none. One plain pass: a series may have millions. */
function countByDay({ day, value }: MetricSeries): Counts {
  let first = NO_DAY;
  let last = -NO_DAY;
  for (let i = 0; i < day.length; i++) {
    if (day[i]! < first) first = day[i]!;
    if (day[i]! > last) last = day[i]!;
  }
  const values = new Uint32Array(last - first + 1);
  for (let i = 0; i < day.length; i++) if (!Number.isNaN(value[i]!)) values[day[i]! - first]!++;
  return { first, values };
}

/** The same per period. */
function countByPeriod(days: Counts, grain: Grain): Counts {
  const first = periodIndex(days.first, grain);
  const values = new Uint32Array(periodIndex(days.first + days.values.length - 1, grain) - first + 1);
  days.values.forEach((count, i) => {
    if (count > 0) values[periodIndex(days.first + i, grain) - first]! += count;
  });
  return { first, values };
}

/**
 * Runs of periods with less than a fifth of what the periods around them have. Looked at by the shortest period, from a
 * week or the metric's own on, of which two in three have values: a survey of every quarter has no gap each month.
 */
function metricGaps(series: MetricSeries, days: Counts): { rows: FoundRow[]; periods: ReadonlySet<number> } {
  const own = series.grain === 'day' ? 'week' : series.grain;
  const coarser = gapGrains.slice(gapGrains.indexOf(own));
  const grain = coarser.find((each) => isMostlyFilled(countByPeriod(days, each).values));
  const periods = new Set<number>();
  if (grain === undefined) return { rows: [], periods };
  const { first, values } = countByPeriod(days, grain);
  const rows: FoundRow[] = [];
  for (let p = 1; p < values.length - 1; p++) {
    let count = 0;
    const from = p;
    for (; p < values.length - 1 && values[p]! < GAP_SHARE * usualAround(values, p); p++) {
      if (grain === series.grain) periods.add(first + p);
      count += values[p]!;
    }
    if (p === from) continue;
    const day = periodEndOfIndex(first + from - 1, grain) + 1;
    const lastDay = periodEndOfIndex(first + p - 1, grain);
    rows.push({ account: -1, day, value: String(count), otherDay: lastDay });
  }
  return { rows, periods };
}

function isMostlyFilled(values: Uint32Array): boolean {
  return values.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0) >= FILLED_SHARE * values.length;
}

/** Median of the three nearest periods with values on either side. */
function usualAround(values: Uint32Array, at: number): number {
  const near: number[] = [];
  for (let p = at - 1, found = 0; p >= 0 && found < 3; p--) {
    if (values[p]! > 0) found = near.push(values[p]!);
  }
  const before = near.length;
  for (let p = at + 1; p < values.length && near.length < before + 3; p++) {
    if (values[p]! > 0) near.push(values[p]!);
  }
  return median(near);
}

/**
 * A last period with less than 80 % of the values per active account that is usual: the median of the six periods
 * before, for days of the same weekday in the four weeks before. Its rows are the active accounts that have a value
 * in the period before and none in the last.
 */
function halfExported(lives: Dataset['lives'], series: MetricSeries, days: Counts): Finding[] {
  const { grain } = series;
  const { first, values } = countByPeriod(days, grain);
  const last = values.length - 1;
  const step = grain === 'day' ? 7 : 1;
  const perActive = (p: number) => {
    const active = activeAt(lives, periodEndOfIndex(first + p, grain));
    return active === 0 ? 0 : values[p]! / active;
  };
  const earlier: number[] = [];
  for (let p = last - step; p >= 0 && earlier.length < (grain === 'day' ? 4 : 6); p -= step) {
    if (values[p]! > 0) earlier.push(perActive(p));
  }
  if (earlier.length < USUAL_PERIODS || perActive(last) >= FULL_SHARE * median(earlier)) return [];
  const end = periodEndOfIndex(first + last, grain);
  const before = periodEndOfIndex(first + last - step, grain);
  const lacking: FoundRow[] = [];
  for (let account = 0; account + 1 < series.offsets.length; account++) {
    const then = valueOn(series, account, before);
    const isActive = isActiveOn(lives, account, end);
    if (Number.isNaN(then) || !isActive || !Number.isNaN(valueOn(series, account, end))) continue;
    lacking.push({ account, day: end, value: String(then), otherDay: before });
  }
  return findingOf('halfExported', series.name, listedRows(lacking));
}

/**
 * Periods that one account lacks between two of its own. Only where a missing row is no answer: levels, and flows
 * that elsewhere write their zeros. Days are left out, and so are periods that the whole metric lacks.
 */
function accountGaps(
  lives: Dataset['lives'],
  series: MetricSeries,
  { days, known }: { readonly days: Counts; readonly known: ReadonlySet<number> },
): Finding[] {
  const writesZeros = series.kind === 'level' || series.value.some((value) => value === 0);
  if (series.grain === 'day' || !writesZeros) return [];
  const indexOf = cachedIndex(series.grain, days);
  const after: number[] = [];
  for (let account = 0; account + 1 < series.offsets.length; account++) {
    for (let i = series.offsets[account]! + 1; i < series.offsets[account + 1]!; i++) {
      const from = indexOf(series.day[i - 1]!) + 1;
      const to = indexOf(series.day[i]!);
      let missing = 0;
      for (let p = from; p < to; p++) if (!known.has(p)) missing++;
      if (missing > 0 && isActiveOn(lives, account, periodEndOfIndex(from, series.grain))) after.push(i);
    }
  }
  const accountOf = (i: number) => upperBound(series.offsets, i, 0, series.offsets.length) - 1;
  const rows = positionedRows(after, accountOf, (i) => {
    const from = indexOf(series.day[i - 1]!) + 1;
    const day = periodEndOfIndex(from, series.grain);
    return { day, value: String(indexOf(series.day[i]!) - from), otherDay: series.day[i]! };
  });
  return findingOf('accountGaps', series.name, rows);
}

function valueOn({ offsets, day, value }: MetricSeries, account: number, on: number): number {
  const at = upperBound(day, on, offsets[account]!, offsets[account + 1]!) - 1;
  return at >= offsets[account]! && day[at] === on ? value[at]! : Number.NaN;
}

function isActiveOn({ offsets, startDay, endDay }: Dataset['lives'], account: number, day: number): boolean {
  for (let life = offsets[account]!; life < offsets[account + 1]!; life++) {
    if (startDay[life]! <= day && endDay[life]! > day) return true;
  }
  return false;
}

function activeAt({ startDay, endDay }: Dataset['lives'], day: number): number {
  let active = 0;
  for (let life = 0; life < startDay.length; life++) {
    if (startDay[life]! <= day && endDay[life]! > day) active++;
  }
  return active;
}

/** Period indices of the days of a series; few days repeat over many rows. */
function cachedIndex(grain: Grain, days: Counts): (day: number) => number {
  if (grain === 'day' || grain === 'week') return (day) => periodIndex(day, grain);
  const unknown = -NO_DAY;
  const known = new Int32Array(days.values.length).fill(unknown);
  return (day) => {
    const i = day - days.first;
    if (known[i] === unknown) known[i] = periodIndex(day, grain);
    return known[i]!;
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
