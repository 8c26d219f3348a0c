import { roundValue } from '../measures/round-value.ts';

/** Rows of each bin and the churned among them, from the lowest bin up. */
export interface BinCounts {
  readonly rows: readonly number[];
  readonly churned: readonly number[];
}

/**
 * Counts rows per bin of a scale, exactly: a value at a cut-off belongs to the bin above it, rows without a value (NaN)
 * to none. Cut-offs are rounded as values are, as for points. With k cut-offs there are k + 1 bins; with no rows all counts are 0.
 * @param cutoffs rising
 * @param positive 1 where the row churned, row by row
 */
export function countBins(
  values: Float64Array,
  positive: ArrayLike<number>,
  cutoffs: readonly number[],
): BinCounts {
  const cuts = cutoffs.map(roundValue);
  const rows = new Array<number>(cutoffs.length + 1).fill(0);
  const churned = new Array<number>(cutoffs.length + 1).fill(0);
  for (let r = 0; r < values.length; r++) {
    const value = values[r]!;
    if (Number.isNaN(value)) continue;
    let bin = 0;
    while (bin < cuts.length && value >= cuts[bin]!) bin++;
    rows[bin]!++;
    churned[bin]! += positive[r]!;
  }
  return { rows, churned };
}
