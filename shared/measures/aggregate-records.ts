import type { Aggregation, RecordFilter } from '../schemas/measure.ts';
import type { AsOfRows } from './compute-measure.ts';
import { firstDayKnownBy, lastDayKnownBy, type RecordSource, upperBound } from './dataset.ts';

/**
 * Records of a source in the look-back window that pass the filters; with `openOnly`, only those not closed by the
 * as-of date. 0 where the window has none but lies inside the source's range, NaN where it lies wholly outside.
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
      if (passes[i] === 1 && !(aggregation.openOnly && source.closedDay[i]! <= asOf)) count++;
    }
    const from = Math.max(asOf - aggregation.lookbackDays + 1, firstDayKnownBy(source.range, asOf));
    return from > Math.min(asOf, lastDayKnownBy(source.range, asOf)) ? Number.NaN : count;
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
      if (passes[i] === 1) return asOf - source.day[i]!;
    }
    return Number.NaN;
  });
}

function filterRecords(source: RecordSource, filters: readonly RecordFilter[]): Uint8Array {
  const passes = new Uint8Array(source.day.length).fill(1);
  for (const filter of filters) {
    const cells = source.columns.get(filter.column);
    for (let i = 0; i < passes.length; i++) {
      if (!matches(cells?.[i] ?? '', filter)) passes[i] = 0;
    }
  }
  return passes;
}

function matches(cell: string, filter: RecordFilter): boolean {
  if (filter.operator === 'contains') return cell.includes(filter.value);
  return (cell === filter.value) === (filter.operator === 'equals');
}
