import type { SameDateRows } from '../statistics/same-date-pairs.ts';

/** A column with each value replaced by its place among the distinct values: 0 = lowest, −1 = missing. */
export type RankCodes = { readonly code: Int32Array; readonly levels: number };

/** The place of each value (NaN = missing) among the distinct values of its column. One plain sort and a bisection per
 * row, because a sort of row numbers by a comparison is many times slower at a million rows. */
export function rankCodes(values: ArrayLike<number>): RankCodes {
  const sorted = Float64Array.from(values).sort();
  let levels = 0;
  // a typed array sorts NaN to the end, and −0 before 0
  for (let i = 0; i < sorted.length && !Number.isNaN(sorted[i]!); i++) {
    if (levels === 0 || sorted[i] !== sorted[levels - 1]) sorted[levels++] = sorted[i]!;
  }
  const code = new Int32Array(values.length).fill(-1);
  for (let r = 0; r < code.length; r++) {
    const value = values[r]!;
    if (Number.isNaN(value)) continue;
    let low = 0;
    let high = levels - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! < value) low = middle + 1;
      else high = middle;
    }
    code[r] = low;
  }
  return { code, levels };
}

/** A column's distinct values per as-of date, numbered through: those of date s, ascending, are the cells firstCell[s] …
 * firstCell[s + 1] − 1. */
export type DateCells = {
  /** Cell of each row, −1 where missing. */
  readonly cell: Int32Array;
  /** One entry more than there are dates. */
  readonly firstCell: Int32Array;
};

/** Numbers the distinct values of a column within each as-of date; `values` run beside `rows`. Counting per cell then
 * gives anything that compares rows of one date. */
export function dateCells({ snapshot, snapshotCount }: SameDateRows, values: ArrayLike<number>): DateCells {
  const { code, levels } = rankCodes(values);
  const cell = new Int32Array(code.length).fill(-1);
  const firstCell = new Int32Array(snapshotCount + 1);
  const lastCode = new Int32Array(snapshotCount).fill(-1);
  for (const r of rowsByCode(code, levels)) {
    const s = snapshot[r]!;
    if (lastCode[s] !== code[r]) firstCell[s + 1]!++;
    lastCode[s] = code[r]!;
    cell[r] = firstCell[s + 1]! - 1;
  }
  for (let s = 0; s < snapshotCount; s++) firstCell[s + 1]! += firstCell[s]!;
  for (let r = 0; r < cell.length; r++) if (cell[r] !== -1) cell[r]! += firstCell[snapshot[r]!]!;
  return { cell, firstCell };
}

/** Rows with a value, ascending by code, by counting. */
function rowsByCode(code: Int32Array, levels: number): Int32Array {
  const next = new Int32Array(levels + 1);
  for (let r = 0; r < code.length; r++) next[code[r]! + 1]!++;
  const missing = next[0]!;
  next[0] = 0;
  for (let level = 0; level < levels; level++) next[level + 1]! += next[level]!;
  const order = new Int32Array(code.length - missing);
  for (let r = 0; r < code.length; r++) if (code[r] !== -1) order[next[code[r]!]!++] = r;
  return order;
}
