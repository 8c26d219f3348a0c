import type { Aggregation } from '../schemas/measure.ts';
import type { AsOfRows } from './compute-measure.ts';
import { type MetricSeries, upperBound } from './dataset.ts';
import { countUnits, measureWindow, unitDays, type WindowDays } from './measure-window.ts';
import { NpsCount } from './nps-count.ts';
import { divideValues } from './round-value.ts';

type SeriesAggregation = Extract<Aggregation, { metric: string }>;

/** What a window holds: numeric values present, units without a row that count as 0, and simple statistics. */
interface WindowContent {
  numbers: number;
  sum: number;
  minimum: number;
  maximum: number;
  above0: number;
  zeros: number;
}

/** One aggregation of a metric for as-of rows; NaN = missing. Rows share an as-of date often, so windows are cached. */
export function aggregateSeries(
  series: MetricSeries,
  aggregation: SeriesAggregation,
  rows: AsOfRows,
): Float64Array {
  const values = new Float64Array(rows.account.length).fill(Number.NaN);
  switch (aggregation.type) {
    case 'latest':
      return fillRows(rows, values, (r) => latest(series, aggregation.staleAfterDays, rows, r));
    case 'daysSinceLast':
      return fillRows(rows, values, (r) => daysSinceLast(series, rows, r));
    case 'change':
      return fillChange(series, aggregation, rows, values);
    case 'slope':
      return fillSlope(series, aggregation, rows, values);
    case 'nps':
      return fillNps(series, aggregation, rows, values);
    default:
      return fillWindow(series, aggregation, rows, values);
  }
}

function fillRows(rows: AsOfRows, values: Float64Array, compute: (row: number) => number): Float64Array {
  for (let r = 0; r < rows.account.length; r++) values[r] = compute(r);
  return values;
}

function fillWindow(
  series: MetricSeries,
  aggregation: Extract<SeriesAggregation, { type: 'sum' | 'mean' | 'min' | 'max' | 'activeDays' }>,
  rows: AsOfRows,
  values: Float64Array,
): Float64Array {
  const windowAt = cachedWindows(series, aggregation.lookback, aggregation.shift);
  const zeroRows = countsAsZero(series, 'noRow' in aggregation ? aggregation.noRow : 'byKind');
  const pick = pickers[aggregation.type];
  return fillRows(rows, values, (r) => {
    const content = readWindow(series, windowAt(rows.asOf[r]!), rows, r, zeroRows);
    return content.numbers + content.zeros === 0 ? Number.NaN : pick(content);
  });
}

const pickers = {
  sum: (content: WindowContent) => content.sum,
  mean: (content: WindowContent) => content.sum / (content.numbers + content.zeros),
  min: (content: WindowContent) => (content.zeros > 0 ? Math.min(0, content.minimum) : content.minimum),
  max: (content: WindowContent) => (content.zeros > 0 ? Math.max(0, content.maximum) : content.maximum),
  activeDays: (content: WindowContent) => content.above0,
} as const;

/** This window ÷ the one before it, − 1: sums for a flow, means for a level. 0 or missing before → missing. */
function fillChange(
  series: MetricSeries,
  aggregation: Extract<SeriesAggregation, { type: 'change' }>,
  rows: AsOfRows,
  values: Float64Array,
): Float64Array {
  const { lookback, shift } = aggregation;
  const nowAt = cachedWindows(series, lookback, shift);
  const beforeAt = cachedWindows(series, lookback, shift + lookback);
  const zeroRows = countsAsZero(series, aggregation.noRow);
  const pick = series.kind === 'flow' ? pickers.sum : pickers.mean;
  return fillRows(rows, values, (r) => {
    const now = readWindow(series, nowAt(rows.asOf[r]!), rows, r, zeroRows);
    const before = readWindow(series, beforeAt(rows.asOf[r]!), rows, r, zeroRows);
    if (now.numbers + now.zeros === 0 || before.numbers + before.zeros === 0) return Number.NaN;
    return divideValues(pick(now), pick(before)) - 1;
  });
}

/** Least squares per 30 days; days count from the window's end, which keeps the sums small and exact. */
function fillSlope(
  series: MetricSeries,
  aggregation: Extract<SeriesAggregation, { type: 'slope' }>,
  rows: AsOfRows,
  values: Float64Array,
): Float64Array {
  const windowAt = cachedWindows(series, aggregation.lookback, aggregation.shift);
  const zeroRows = countsAsZero(series, aggregation.noRow);
  return fillRows(rows, values, (r) => {
    const window = windowAt(rows.asOf[r]!);
    const x: number[] = [];
    const y: number[] = [];
    const seen = new Set<number>();
    eachInWindow(series, window, rows, r, (value, day) => {
      seen.add(day);
      if (Number.isNaN(value)) return;
      x.push(day - window.upTo);
      y.push(value);
    });
    if (zeroRows) {
      const from = Math.max(window.firstInRange, rows.lifeStart[r]!);
      for (const day of unitDays(series.grain, from, window.lastInRange)) {
        if (seen.has(day)) continue;
        x.push(day - window.upTo);
        y.push(0);
      }
    }
    return leastSquaresSlope(x, y) * 30;
  });
}

function leastSquaresSlope(x: readonly number[], y: readonly number[]): number {
  if (x.length < 2) return Number.NaN;
  const meanX = x.reduce((sum, day) => sum + day, 0) / x.length;
  let products = 0;
  let squares = 0;
  for (let i = 0; i < x.length; i++) {
    products += (x[i]! - meanX) * y[i]!;
    squares += (x[i]! - meanX) ** 2;
  }
  return squares === 0 ? Number.NaN : products / squares;
}

/** Answers are the values that are there: a day without one is no answer, whatever the kind of metric. */
function fillNps(
  series: MetricSeries,
  aggregation: Extract<SeriesAggregation, { type: 'nps' }>,
  rows: AsOfRows,
  values: Float64Array,
): Float64Array {
  const windowAt = cachedWindows(series, aggregation.lookback, aggregation.shift);
  return fillRows(rows, values, (r) => {
    const count = new NpsCount();
    eachInWindow(series, windowAt(rows.asOf[r]!), rows, r, (value) => count.add(value));
    return count.score();
  });
}

/** Calls back for each value of the row's window that was known by its date, blank cells (NaN) included. */
function eachInWindow(
  series: MetricSeries,
  window: WindowDays,
  rows: AsOfRows,
  r: number,
  use: (value: number, day: number) => void,
): void {
  const asOf = rows.asOf[r]!;
  const after = Math.max(window.after, rows.lifeStart[r]! - 1);
  const to = series.offsets[rows.account[r]! + 1]!;
  let i = upperBound(series.day, after, series.offsets[rows.account[r]!]!, to);
  for (; i < to && series.day[i]! <= window.upTo; i++) {
    if (series.knownOn[i]! <= asOf) use(series.value[i]!, series.day[i]!);
  }
}

function latest(series: MetricSeries, staleAfterDays: number | null, rows: AsOfRows, r: number): number {
  const asOf = rows.asOf[r]!;
  const from = series.offsets[rows.account[r]!]!;
  let i = upperBound(series.day, asOf, from, series.offsets[rows.account[r]! + 1]!) - 1;
  for (; i >= from && series.day[i]! >= rows.lifeStart[r]!; i--) {
    if (series.knownOn[i]! > asOf || Number.isNaN(series.value[i]!)) continue;
    const isStale = staleAfterDays !== null && asOf - series.day[i]! > staleAfterDays;
    return isStale ? Number.NaN : series.value[i]!;
  }
  return Number.NaN;
}

function daysSinceLast(series: MetricSeries, rows: AsOfRows, r: number): number {
  const asOf = rows.asOf[r]!;
  const from = series.offsets[rows.account[r]!]!;
  let i = upperBound(series.day, asOf, from, series.offsets[rows.account[r]! + 1]!) - 1;
  for (; i >= from && series.day[i]! >= rows.lifeStart[r]!; i--) {
    if (series.knownOn[i]! <= asOf && series.value[i]! > 0) return asOf - series.day[i]!;
  }
  return Number.NaN;
}

function readWindow(
  series: MetricSeries,
  window: WindowDays,
  rows: AsOfRows,
  r: number,
  zeroRows: boolean,
): WindowContent {
  const asOf = rows.asOf[r]!;
  const start = rows.lifeStart[r]!;
  const to = series.offsets[rows.account[r]! + 1]!;
  const content: WindowContent = {
    numbers: 0,
    sum: 0,
    minimum: Number.POSITIVE_INFINITY,
    maximum: Number.NEGATIVE_INFINITY,
    above0: 0,
    zeros: 0,
  };
  let present = 0;
  let i = upperBound(series.day, Math.max(window.after, start - 1), series.offsets[rows.account[r]!]!, to);
  for (; i < to && series.day[i]! <= window.upTo; i++) {
    if (series.knownOn[i]! > asOf) continue;
    present++;
    const value = series.value[i]!;
    if (Number.isNaN(value)) continue;
    content.numbers++;
    content.sum += value;
    if (value < content.minimum) content.minimum = value;
    if (value > content.maximum) content.maximum = value;
    if (value > 0) content.above0++;
  }
  if (zeroRows) {
    const units = countUnits(series.grain, Math.max(window.firstInRange, start), window.lastInRange);
    content.zeros = Math.max(0, units - present);
  }
  return content;
}

/** Whether a day or period of the metric without a row counts as 0 (else as missing). */
export function countsAsZero(
  series: Pick<MetricSeries, 'kind'>,
  noRow: 'byKind' | 'zero' | 'missing',
): boolean {
  return noRow === 'zero' || (noRow === 'byKind' && series.kind === 'flow');
}

function cachedWindows(series: MetricSeries, lookback: number, shift: number): (asOf: number) => WindowDays {
  const windows = new Map<number, WindowDays>();
  return (asOf) => {
    const known = windows.get(asOf);
    if (known !== undefined) return known;
    const window = measureWindow(series, asOf, lookback, shift);
    windows.set(asOf, window);
    return window;
  };
}
