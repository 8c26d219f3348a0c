/**
 * Average precision of calling the lowest scores first, from rows per score in ascending order of score; tied rows form
 * one threshold. Counts may be weights of a resample. Null without positives.
 */
export function averagePrecisionOfCounts(
  positives: ArrayLike<number>,
  negatives: ArrayLike<number>,
): number | null {
  let found = 0;
  let called = 0;
  let total = 0;
  for (let b = 0; b < positives.length; b++) {
    found += positives[b]!;
    called += positives[b]! + negatives[b]!;
    if (positives[b]! > 0) total += positives[b]! * (found / called);
  }
  return found === 0 || found === called ? null : total / found;
}

/** Largest distance of the two cumulative distributions and the position where it lies (the first on a tie); null where
 * a class is empty or every row has one score. */
export function ksOfCounts(
  positives: ArrayLike<number>,
  negatives: ArrayLike<number>,
): { value: number; at: number } | null {
  const allPositives = sumOf(positives);
  const allNegatives = sumOf(negatives);
  if (allPositives === 0 || allNegatives === 0) return null;
  let positivesSeen = 0;
  let negativesSeen = 0;
  let used = 0;
  let largest = { value: 0, at: 0 };
  for (let b = 0; b < positives.length; b++) {
    if (positives[b] === 0 && negatives[b] === 0) continue;
    used++;
    positivesSeen += positives[b]!;
    negativesSeen += negatives[b]!;
    const value = Math.abs(positivesSeen / allPositives - negativesSeen / allNegatives);
    if (value > largest.value) largest = { value, at: b };
  }
  return used < 2 ? null : largest;
}

/** Same-date AUC from rows per (date, score), date-major with `buckets` scores ascending; null without pairs or where all
 * tie. The counting form of `sameDateAuc`. */
export function aucOfDateCounts(
  positives: ArrayLike<number>,
  negatives: ArrayLike<number>,
  buckets: number,
): number | null {
  let doubled = 0;
  let pairs = 0;
  let ties = 0;
  for (let start = 0; start < positives.length; start += buckets) {
    let churned = 0;
    let kept = 0;
    for (let cell = start; cell < start + buckets; cell++) {
      const p = positives[cell]!;
      const n = negatives[cell]!;
      doubled += n * (2 * churned + p);
      ties += n * p;
      churned += p;
      kept += n;
    }
    pairs += churned * kept;
  }
  return ties === pairs ? null : doubled / 2 / pairs;
}

/** What calling the `called` lowest scores finds; a tie at the edge counts by expectation over random order. */
export function topOfCounts(
  positives: ArrayLike<number>,
  negatives: ArrayLike<number>,
  called: number,
): { found: number; tied: number } {
  let left = called;
  let found = 0;
  for (let b = 0; b < positives.length; b++) {
    const here = positives[b]! + negatives[b]!;
    if (here === 0) continue;
    if (left <= here) return { found: found + (positives[b]! * left) / here, tied: here };
    found += positives[b]!;
    left -= here;
  }
  return { found, tied: 0 };
}

/** Σ of a column. */
export function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}
