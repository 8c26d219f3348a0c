import { sortedValues } from './sorted-values.ts';

/** Average precision of calling the highest values first: Σ (recall gained) × precision over the thresholds,
 * tied values forming one threshold, no interpolation. From above 0 to 1; its level by chance is the positive share.
 * For a health score, where low is risky, pass the negated values. Null when a class is empty; throws on NaN.
 * Source: scikit-learn's average_precision_score. */
export function averagePrecision(positives: ArrayLike<number>, negatives: ArrayLike<number>): number | null {
  const hits = sortedValues(positives);
  const others = sortedValues(negatives);
  if (hits.length === 0 || others.length === 0) return null;
  let i = hits.length - 1;
  let j = others.length - 1;
  let total = 0;
  while (i >= 0) {
    const threshold = hits[i]!;
    const before = i;
    while (i >= 0 && hits[i]! === threshold) i -= 1;
    while (j >= 0 && others[j]! >= threshold) j -= 1;
    const found = hits.length - 1 - i;
    const called = found + others.length - 1 - j;
    total += ((before - i) * found) / called;
  }
  return total / hits.length;
}
