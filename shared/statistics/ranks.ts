import { sortedValues } from './sorted-values.ts';

/** Ranks from 1 (lowest) in the order given, equal values sharing the mean of their ranks; in O(n log n).
 * Empty in → empty out; throws on NaN. Source: R's rank(ties.method = "average"). */
export function midranks(values: ArrayLike<number>): Float64Array {
  const sorted = sortedValues(values);
  const ranks = new Float64Array(values.length);
  for (let i = 0; i < ranks.length; i += 1) {
    const value = values[i]!;
    const below = countUntil(sorted, (other) => other < value);
    const notAbove = countUntil(sorted, (other) => other <= value);
    ranks[i] = (below + notAbove + 1) / 2;
  }
  return ranks;
}

/** How many leading values pass, by bisection. */
function countUntil(sorted: Float64Array, passes: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
