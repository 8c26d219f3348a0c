import type { Interval } from './interval.ts';
import { normal975 } from './normal.ts';
import { placements } from './placements.ts';
import { sortedValues } from './sorted-values.ts';

export type DelongAuc = {
  readonly auc: number;
  readonly variance: number;
  readonly standardError: number;
  /** 95 %, clipped to 0…1. */
  readonly interval: Interval;
};

/** P(a positive's value > a negative's) + ½ P(equal) with DeLong's variance, for one snapshot only:
 * rows must be independent, so several as-of dates of one account need the by-account jackknife instead.
 * A perfect ranking has variance 0. Null with fewer than two rows in a class or a constant. Throws on NaN.
 * Source: DeLong, DeLong & Clarke-Pearson, Biometrics 44 (1988), as pROC's ci.auc; O(n log n). */
export function delong(positives: ArrayLike<number>, negatives: ArrayLike<number>): DelongAuc | null {
  const high = sortedValues(positives);
  const low = sortedValues(negatives);
  const n = high.length;
  const m = low.length;
  if (n < 2 || m < 2) return null;
  if (high[0] === low[m - 1] && low[0] === high[n - 1]) return null;
  const wins = placements(high, low);
  const variance = componentVariance(wins, m) / n + componentVariance(placements(low, high), n) / m;
  const auc = sum(wins) / (n * m);
  const standardError = Math.sqrt(variance);
  const interval = {
    low: Math.max(0, auc - normal975 * standardError),
    high: Math.min(1, auc + normal975 * standardError),
  };
  return { auc, variance, standardError, interval };
}

/** Sample variance (n − 1) of the structural components: placement counts as shares of the other class. */
function componentVariance(counts: Float64Array, others: number): number {
  const mean = sum(counts) / counts.length;
  let squares = 0;
  for (const count of counts) squares += (count - mean) ** 2;
  return squares / (counts.length - 1) / (others * others);
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
