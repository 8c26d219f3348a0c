/** A column of points with the whole-number weight it counts with. */
export interface WeightedColumn {
  readonly units: number;
  readonly points: Int16Array;
}

/** Per missing pattern: a weighted sum becomes floor((sum + half) · inverse); inverse 0 = nothing takes part. */
export interface Divisors {
  readonly half: Float64Array;
  readonly inverse: Float64Array;
}

/** Rows per block: its sums stay in the fastest cache while several columns are added to them. */
const BLOCK = 4096;

/**
 * Weighted means of columns: out = floor((Σ units · points + half) · inverse) − shift, the divisors by each row's
 * pattern. `half` holds the rounding and a quarter of the smallest step, so that multiplying by an inverse gives the
 * exact whole-number quotient (sums stay below 2⁵⁰). Long and plain: this runs over every as-of row at each edit.
 */
export function divideWeightedSums(
  columns: readonly WeightedColumn[],
  ofRow: Int32Array,
  { half, inverse }: Divisors,
  shift: number,
  out: Int16Array,
): void {
  const sums = new Float64Array(BLOCK);
  for (let from = 0; from < out.length; from += BLOCK) {
    const to = Math.min(out.length, from + BLOCK);
    sumColumns(columns, from, to, sums);
    for (let r = from, i = 0; r < to; r++, i++) {
      const pattern = ofRow[r]!;
      out[r] = ((sums[i]! + half[pattern]!) * inverse[pattern]!) | 0;
    }
    if (shift !== 0) for (let r = from; r < to; r++) out[r]! -= shift;
  }
}

/** Lowest or highest points of columns; excluded rows hold 32,767 or −1 and give 0 where no column takes part. */
export function combineMinMax(
  combine: 'min' | 'max',
  columns: readonly WeightedColumn[],
  out: Int16Array,
): void {
  out.fill(combine === 'min' ? EXCLUDED.min : EXCLUDED.max);
  for (const { units, points } of columns) {
    if (units === 0) continue;
    if (combine === 'min') for (let r = 0; r < out.length; r++) out[r] = Math.min(out[r]!, points[r]!);
    else for (let r = 0; r < out.length; r++) out[r] = Math.max(out[r]!, points[r]!);
  }
  const absent = combine === 'min' ? EXCLUDED.min : EXCLUDED.max;
  for (let r = 0; r < out.length; r++) if (out[r] === absent) out[r] = 0;
}

/** What a column holds where a missing value takes no part, so that it never decides the group. */
export const EXCLUDED = { mean: 0, min: 32767, max: -1 } as const;

function sumColumns(columns: readonly WeightedColumn[], from: number, to: number, sums: Float64Array): void {
  const rows = to - from;
  sums.fill(0);
  let c = 0;
  for (; c + 3 < columns.length; c += 4) {
    const { points: a, units: ua } = columns[c]!;
    const { points: b, units: ub } = columns[c + 1]!;
    const { points: d, units: ud } = columns[c + 2]!;
    const { points: e, units: ue } = columns[c + 3]!;
    for (let i = 0, r = from; i < rows; i++, r++)
      sums[i]! += ua * a[r]! + ub * b[r]! + (ud * d[r]! + ue * e[r]!);
  }
  for (; c + 1 < columns.length; c += 2) {
    const { points: a, units: ua } = columns[c]!;
    const { points: b, units: ub } = columns[c + 1]!;
    for (let i = 0, r = from; i < rows; i++, r++) sums[i]! += ua * a[r]! + ub * b[r]!;
  }
  for (; c < columns.length; c++) {
    const { points, units } = columns[c]!;
    for (let i = 0, r = from; i < rows; i++, r++) sums[i]! += units * points[r]!;
  }
}
