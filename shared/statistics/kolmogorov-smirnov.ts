import { sortedValues } from './sorted-values.ts';

/** The largest distance between the cumulative shares of the two classes, from 0 to 1 (no sign, no p-value).
 * Order of the classes is free; equal values step together. Null when a class is empty; a constant gives null too.
 * Throws on NaN. Source: the two-sample Kolmogorov–Smirnov D, as scipy.stats.ks_2samp. */
export function kolmogorovSmirnov(positives: ArrayLike<number>, negatives: ArrayLike<number>): number | null {
  const first = sortedValues(positives);
  const second = sortedValues(negatives);
  const n = first.length;
  const m = second.length;
  if (n === 0 || m === 0) return null;
  if (first[0] === second[m - 1] && second[0] === first[n - 1]) return null;
  let i = 0;
  let j = 0;
  let largest = 0;
  while (i < n && j < m) {
    const value = Math.min(first[i]!, second[j]!);
    while (i < n && first[i]! === value) i += 1;
    while (j < m && second[j]! === value) j += 1;
    largest = Math.max(largest, Math.abs(i / n - j / m));
  }
  return largest;
}
