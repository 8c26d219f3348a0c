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

interface RestDivisors extends Divisors {
  readonly rest: Float64Array;
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
  const padded = padToFours(columns, out);
  const sums = new Float64Array(BLOCK);
  const last = padded.length - 4;
  for (let from = 0; from < out.length; from += BLOCK) {
    const to = Math.min(out.length, from + BLOCK);
    if (last > 0) sums.fill(0);
    for (let c = 0; c < last; c += 4) addFour(padded, c, from, to, sums);
    divideFour(padded, last, { from, to, shift }, sums, ofRow, { half, inverse }, out);
  }
}

/** Σ units · points of columns per row, into `sums`. */
export function addWeightedSums(columns: readonly WeightedColumn[], sums: Float64Array): void {
  const padded = padToFours(columns, new Int16Array(sums.length));
  sums.fill(0);
  for (let c = 0; c < padded.length; c += 4) addFour(padded, c, 0, sums.length, sums);
}

/**
 * Group points and scores (see `divideWeightedSums`) after an edit of one measure, from sums over all the others:
 * `inner.rest` over its group's other measures, `outer.rest` over the other groups.
 */
export function divideEdited(
  { units, points }: WeightedColumn,
  groupUnits: number,
  ofRow: Int32Array,
  { inner, outer }: { readonly inner: RestDivisors; readonly outer: RestDivisors },
  out: { readonly group: Int16Array; readonly scores: Int16Array },
): void {
  const { half, inverse, rest } = inner;
  const { half: scoreHalf, inverse: scoreInverse, rest: outside } = outer;
  const { group, scores } = out;
  for (let r = 0; r < scores.length; r++) {
    const pattern = ofRow[r]!;
    const mean = ((rest[r]! + units * points[r]! + half[pattern]!) * inverse[pattern]!) | 0;
    group[r] = mean;
    const sum = outside[r]! + groupUnits * mean;
    scores[r] = (((sum + scoreHalf[pattern]!) * scoreInverse[pattern]!) | 0) - 1;
  }
}

/** Lowest or highest points of columns; excluded rows hold 32,767 or −1 and give 0 where no column takes part. */
export function combineMinMax(
  combine: 'min' | 'max',
  columns: readonly WeightedColumn[],
  out: Int16Array,
): void {
  out.fill(combine === 'min' ? EXCLUDED.min : EXCLUDED.max);
  for (const { points } of columns) {
    if (combine === 'min') for (let r = 0; r < out.length; r++) out[r] = Math.min(out[r]!, points[r]!);
    else for (let r = 0; r < out.length; r++) out[r] = Math.max(out[r]!, points[r]!);
  }
  const absent = combine === 'min' ? EXCLUDED.min : EXCLUDED.max;
  for (let r = 0; r < out.length; r++) if (out[r] === absent) out[r] = 0;
}

/** What a column holds where a missing value takes no part, so that it never decides the group. */
export const EXCLUDED = { mean: 0, min: 32767, max: -1 } as const;

/** Columns in fours, filled up with columns that weigh nothing. */
function padToFours(columns: readonly WeightedColumn[], any: Int16Array): WeightedColumn[] {
  const length = Math.max(4, Math.ceil(columns.length / 4) * 4);
  return Array.from({ length }, (_, c) => columns[c] ?? { units: 0, points: columns[0]?.points ?? any });
}

function addFour(
  columns: readonly WeightedColumn[],
  first: number,
  from: number,
  to: number,
  sums: Float64Array,
) {
  const { points: a, units: ua } = columns[first]!;
  const { points: b, units: ub } = columns[first + 1]!;
  const { points: c, units: uc } = columns[first + 2]!;
  const { points: d, units: ud } = columns[first + 3]!;
  for (let r = from, i = 0; r < to; r++, i++) sums[i]! += ua * a[r]! + ub * b[r]! + (uc * c[r]! + ud * d[r]!);
}

function divideFour(
  columns: readonly WeightedColumn[],
  first: number,
  { from, to, shift }: { readonly from: number; readonly to: number; readonly shift: number },
  sums: Float64Array,
  ofRow: Int32Array,
  { half, inverse }: Divisors,
  out: Int16Array,
): void {
  const { points: a, units: ua } = columns[first]!;
  const { points: b, units: ub } = columns[first + 1]!;
  const { points: c, units: uc } = columns[first + 2]!;
  const { points: d, units: ud } = columns[first + 3]!;
  for (let r = from, i = 0; r < to; r++, i++) {
    const sum = sums[i]! + (ua * a[r]! + ub * b[r]!) + (uc * c[r]! + ud * d[r]!);
    const pattern = ofRow[r]!;
    out[r] = (((sum + half[pattern]!) * inverse[pattern]!) | 0) - shift;
  }
}
