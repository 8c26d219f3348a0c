import { parseNumber } from '../csv/parse-number.ts';
import type { Aggregation, RecordFilter } from '../schemas/measure.ts';
import type { AsOfRows } from './compute-measure.ts';
import { firstDayKnownBy, lastDayKnownBy, type RecordSource, upperBound } from './dataset.ts';
import { NpsCount } from './nps-count.ts';

/**
 * Records of a source in the look-back window that pass the filters; with `openOnly`, only those not closed by the
 * as-of date. Rows known later than it don't exist. 0 where the window has none but lies inside the source's range,
 * NaN where it lies wholly outside.
 */
export function aggregateRecords(
  source: RecordSource,
  aggregation: Extract<Aggregation, { type: 'recordCount' }>,
  rows: AsOfRows,
): Float64Array {
  const passes = filterRecords(source, aggregation.filters);
  return Float64Array.from(rows.asOf, (asOf, r) => {
    const after = Math.max(asOf - aggregation.lookbackDays, rows.recordsFrom[r]! - 1);
    const to = source.offsets[rows.account[r]! + 1]!;
    let count = 0;
    let i = upperBound(source.day, after, source.offsets[rows.account[r]!]!, to);
    for (; i < to && source.day[i]! <= asOf; i++) {
      if (source.knownOn[i]! > asOf) continue;
      if (passes[i] === 1 && !(aggregation.openOnly && source.closedDay[i]! <= asOf)) count++;
    }
    return touchesRange(source, asOf, aggregation.lookbackDays) ? count : Number.NaN;
  });
}

/** Days since the last record that passes the filters; NaN when the life has none by the as-of date. */
export function daysSinceRecord(
  source: RecordSource,
  filters: readonly RecordFilter[],
  rows: AsOfRows,
): Float64Array {
  const passes = filterRecords(source, filters);
  return Float64Array.from(rows.asOf, (asOf, r) => {
    const from = source.offsets[rows.account[r]!]!;
    let i = upperBound(source.day, asOf, from, source.offsets[rows.account[r]! + 1]!) - 1;
    for (; i >= from && source.day[i]! >= rows.recordsFrom[r]!; i--) {
      if (passes[i] === 1 && source.knownOn[i]! <= asOf) return asOf - source.day[i]!;
    }
    return Number.NaN;
  });
}

/**
 * Sum or NPS of a number column over the records of the look-back window that pass the filters. A sum is 0 where the
 * window has no such record but lies inside the source's range, missing where none of them holds a number; an NPS
 * without an answer is missing.
 */
export function combineRecords(
  source: RecordSource,
  aggregation: Extract<Aggregation, { type: 'recordSum' | 'recordNps' }>,
  rows: AsOfRows,
): Float64Array {
  const passes = filterRecords(source, aggregation.filters);
  const numbers = cellNumbers(source, aggregation.column);
  return Float64Array.from(rows.asOf, (asOf, r) => {
    const after = Math.max(asOf - aggregation.lookbackDays, rows.recordsFrom[r]! - 1);
    const to = source.offsets[rows.account[r]! + 1]!;
    const nps = new NpsCount();
    let [records, present, sum] = [0, 0, 0];
    let i = upperBound(source.day, after, source.offsets[rows.account[r]!]!, to);
    for (; i < to && source.day[i]! <= asOf; i++) {
      if (passes[i] === 0 || source.knownOn[i]! > asOf) continue;
      records++;
      if (Number.isNaN(numbers[i]!)) continue;
      present++;
      sum += numbers[i]!;
      nps.add(numbers[i]!);
    }
    if (aggregation.type === 'recordNps') return nps.score();
    if (records > 0) return present === 0 ? Number.NaN : sum;
    return touchesRange(source, asOf, aggregation.lookbackDays) ? 0 : Number.NaN;
  });
}

/** Newest number in a column of the records that pass the filters; missing when none or older than `staleAfterDays`. */
export function latestRecord(
  source: RecordSource,
  aggregation: Extract<Aggregation, { type: 'latestRecord' }>,
  rows: AsOfRows,
): Float64Array {
  const passes = filterRecords(source, aggregation.filters);
  const numbers = cellNumbers(source, aggregation.column);
  const { staleAfterDays } = aggregation;
  return Float64Array.from(rows.asOf, (asOf, r) => {
    const from = source.offsets[rows.account[r]!]!;
    let i = upperBound(source.day, asOf, from, source.offsets[rows.account[r]! + 1]!) - 1;
    for (; i >= from && source.day[i]! >= rows.recordsFrom[r]!; i--) {
      if (passes[i] === 0 || source.knownOn[i]! > asOf || Number.isNaN(numbers[i]!)) continue;
      const isStale = staleAfterDays !== null && asOf - source.day[i]! > staleAfterDays;
      return isStale ? Number.NaN : numbers[i]!;
    }
    return Number.NaN;
  });
}

/** One entry per record: 1 where it passes every filter. A column the source lacks reads as empty. */
export function filterRecords(source: RecordSource, filters: readonly RecordFilter[]): Uint8Array {
  const passes = new Uint8Array(source.day.length).fill(1);
  for (const filter of filters) {
    const cells = source.columns.get(filter.column);
    const matches = cellTest(filter);
    for (let i = 0; i < passes.length; i++) {
      if (!matches(cells?.[i] ?? '')) passes[i] = 0;
    }
  }
  return passes;
}

function cellTest({ operator, value }: RecordFilter): (cell: string) => boolean {
  switch (operator) {
    case 'equals':
      return (cell) => cell === value;
    case 'notEquals':
      return (cell) => cell !== value;
    case 'contains':
      return (cell) => cell.includes(value);
    case 'atLeast': {
      const bound = cellNumber(value);
      return (cell) => cellNumber(cell) >= bound;
    }
    case 'atMost': {
      const bound = cellNumber(value);
      return (cell) => cellNumber(cell) <= bound;
    }
  }
}

function cellNumbers(source: RecordSource, column: string): Float64Array {
  const cells = source.columns.get(column);
  return Float64Array.from(source.day, (_, i) => cellNumber(cells?.[i] ?? ''));
}

/** Number in a text cell as the import reads one (full-width digits, thousands separators, units); NaN without one. */
export function cellNumber(cell: string): number {
  const value = parseNumber(cell, { decimal: '.' });
  return typeof value === 'number' ? value : Number.NaN;
}

function touchesRange(source: RecordSource, asOf: number, lookbackDays: number): boolean {
  const from = Math.max(asOf - lookbackDays + 1, firstDayKnownBy(source.range, asOf));
  return from <= Math.min(asOf, lastDayKnownBy(source.range, asOf));
}
