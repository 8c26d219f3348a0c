import { sortedValues } from './sorted-values.ts';

export type TopShare = {
  /** Rows called. */
  readonly called: number;
  /** The k-th highest value; rows equal to it share the remaining calls. */
  readonly threshold: number;
  readonly tiedAtThreshold: number;
  /** Positives among the called rows, expected over a random order of ties; may be fractional. */
  readonly found: number;
  /** found ÷ called (hit rate), found ÷ positives (catch rate), hit rate ÷ overall rate. */
  readonly precision: number;
  readonly capture: number;
  readonly lift: number;
};

/** What calling the `k` highest values (1 ≤ k ≤ rows) finds; a tie at the edge counts by expectation.
 * For a health score, where low is risky, pass the negated values. Order of rows is free; throws on NaN or a
 * k that is no whole number in range. Null when there are no positives. Top 10 % of n rows: k = ⌈0.1·n⌉. */
export function topShare(
  positives: ArrayLike<number>,
  negatives: ArrayLike<number>,
  k: number,
): TopShare | null {
  const hits = sortedValues(positives);
  const others = sortedValues(negatives);
  const rows = hits.length + others.length;
  if (!Number.isInteger(k) || k < 1 || k > rows) throw new RangeError(`cannot call ${k} of ${rows} rows`);
  if (hits.length === 0) return null;
  const threshold = kthHighest(hits, others, k);
  const hitsAbove = countAbove(hits, threshold);
  const othersAbove = countAbove(others, threshold);
  const hitsTied = countEqual(hits, threshold, hits.length - hitsAbove);
  const tiedAtThreshold = hitsTied + countEqual(others, threshold, others.length - othersAbove);
  const found = hitsAbove + ((k - hitsAbove - othersAbove) * hitsTied) / tiedAtThreshold;
  const precision = found / k;
  const capture = found / hits.length;
  return {
    called: k,
    threshold,
    tiedAtThreshold,
    found,
    precision,
    capture,
    lift: (precision * rows) / hits.length,
  };
}

function kthHighest(first: Float64Array, second: Float64Array, k: number): number {
  let i = first.length - 1;
  let j = second.length - 1;
  for (let left = k - 1; left > 0; left -= 1) {
    if (j < 0 || (i >= 0 && first[i]! >= second[j]!)) i -= 1;
    else j -= 1;
  }
  if (i < 0) return second[j]!;
  return j < 0 ? first[i]! : Math.max(first[i]!, second[j]!);
}

function countAbove(sorted: Float64Array, threshold: number): number {
  let count = 0;
  while (count < sorted.length && sorted[sorted.length - 1 - count]! > threshold) count += 1;
  return count;
}

function countEqual(sorted: Float64Array, threshold: number, end: number): number {
  let count = 0;
  while (count < end && sorted[end - 1 - count]! === threshold) count += 1;
  return count;
}
