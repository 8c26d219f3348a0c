import { addMonths, endOfMonth } from '../csv/calendar.ts';
import type { AsOfRows } from './compute-measure.ts';

/** Fewer earlier values than this make no history. */
export const SHORTEST_HISTORY = 6;

/**
 * How far each row's value lies from its own earlier ones, in their standard deviations (divisor n − 1). Earlier = as
 * of 1 … `steps` months before the row's date, each point-in-time and inside the same life. Missing with fewer than 6
 * earlier values, when they are all equal, or when the row itself has none.
 * @param valuesAt values of the measure for as-of rows, rounded, NaN = missing
 */
export function zScores(
  steps: number,
  rows: AsOfRows,
  valuesAt: (rows: AsOfRows) => Float64Array,
): Float64Array {
  const size = rows.account.length;
  const count = new Uint8Array(size);
  const mean = new Float64Array(size);
  const squares = new Float64Array(size);
  const lowest = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const highest = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  for (let step = 1; step <= steps; step++) {
    const { earlier, row } = rowsBefore(rows, step);
    valuesAt(earlier).forEach((value, i) => {
      if (Number.isNaN(value)) return;
      const r = row[i]!;
      count[r]!++;
      const away = value - mean[r]!;
      mean[r]! += away / count[r]!;
      squares[r]! += away * (value - mean[r]!);
      lowest[r] = Math.min(lowest[r]!, value);
      highest[r] = Math.max(highest[r]!, value);
    });
  }
  return valuesAt(rows).map((value, r) => {
    if (count[r]! < SHORTEST_HISTORY || lowest[r] === highest[r]) return Number.NaN;
    return (value - mean[r]!) / Math.sqrt(squares[r]! / (count[r]! - 1));
  });
}

/** The same day of an earlier month; from a month's last day to the last day, as a monthly schedule goes. */
export function monthsBefore(day: number, months: number): number {
  const earlier = addMonths(day, -months);
  return day === endOfMonth(day) ? endOfMonth(earlier) : earlier;
}

function rowsBefore(rows: AsOfRows, months: number): { earlier: AsOfRows; row: Int32Array } {
  const dayOf = new Map<number, number>();
  for (const asOf of rows.asOf) if (!dayOf.has(asOf)) dayOf.set(asOf, monthsBefore(asOf, months));
  const row = Int32Array.from(rows.asOf.keys()).filter(
    (r) => dayOf.get(rows.asOf[r]!)! >= rows.lifeStart[r]!,
  );
  const earlier = {
    account: row.map((r) => rows.account[r]!),
    lifeStart: row.map((r) => rows.lifeStart[r]!),
    recordsFrom: row.map((r) => rows.recordsFrom[r]!),
    asOf: row.map((r) => dayOf.get(rows.asOf[r]!)!),
  };
  return { earlier, row };
}
