/** Scored rows of a window and where each churner's decision row is among them. */
interface CapacityRows {
  readonly snapshot: Uint16Array | Int32Array;
  readonly positive: Uint8Array;
  readonly bucket: Uint16Array | Int16Array;
  readonly snapshotCount: number;
}

export interface CapacityFigures {
  readonly perAsOf: number;
  /** Churners among the k lowest scores of their decision date, ties by expectation over random order. */
  readonly caught: number;
  /** Rows contacted over all dates, Σ min(k, scored rows), and the positive ones expected among them. */
  readonly rowsContacted: number;
  readonly hits: number;
}

/**
 * What calling the k lowest scores at each as-of date would have caught.
 * @param decisionRows indices into `rows`: each churner's scored decision row
 */
export function computeCapacity(
  rows: CapacityRows,
  decisionRows: readonly number[],
  perAsOf: number,
): CapacityFigures {
  const counts = new Int32Array(rows.snapshotCount * 1001);
  for (let i = 0; i < rows.bucket.length; i++) counts[rows.snapshot[i]! * 1001 + rows.bucket[i]!]!++;
  const chance = contactChances(counts, rows.snapshotCount, perAsOf);
  const chanceOf = (i: number) => chance[rows.snapshot[i]! * 1001 + rows.bucket[i]!]!;
  let hits = 0;
  for (let i = 0; i < rows.bucket.length; i++) if (rows.positive[i] === 1) hits += chanceOf(i);
  const caught = decisionRows.reduce((sum, i) => sum + chanceOf(i), 0);
  const rowsContacted = Math.round(counts.reduce((sum, count, cell) => sum + count * chance[cell]!, 0));
  return { perAsOf, caught, rowsContacted, hits };
}

/**
 * Chance that a row of a (date, score) cell is among the k lowest of its date, ties in random order.
 * @param counts scored rows per cell, cell = date × 1,001 + score
 */
export function contactChances(counts: Int32Array, snapshotCount: number, perAsOf: number): Float64Array {
  const chance = new Float64Array(counts.length);
  for (let s = 0; s < snapshotCount; s++) {
    let left = perAsOf;
    for (let cell = s * 1001; cell < (s + 1) * 1001 && left > 0; cell++) {
      const count = counts[cell]!;
      if (count === 0) continue;
      chance[cell] = Math.min(1, left / count);
      left -= count;
    }
  }
  return chance;
}
