import { placements } from './placements.ts';
import { sortedValues } from './sorted-values.ts';

/** P(a positive's value > a negative's) + ½ P(equal), from 0 to 1, never flipped; order of rows is free.
 * `auc(churned, kept)` is `auc` of the reference data; the AUC the app shows is `auc(kept, churned)`.
 * Null where it is undefined: a class is empty, or every value is the same. Throws on NaN.
 * Exact in O(n log n). Source: the Mann–Whitney U ÷ (n·m), Bamber, J. Math. Psychology 12 (1975). */
export function auc(positives: ArrayLike<number>, negatives: ArrayLike<number>): number | null {
  const high = sortedValues(positives);
  const low = sortedValues(negatives);
  if (high.length === 0 || low.length === 0 || isConstant(high, low)) return null;
  let wins = 0;
  for (const count of placements(high, low)) wins += count;
  return wins / (high.length * low.length);
}

function isConstant(first: Float64Array, second: Float64Array): boolean {
  return first[0] === second[second.length - 1] && second[0] === first[first.length - 1];
}
