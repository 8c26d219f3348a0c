import { quantileLinearSorted } from './quantile-linear.ts';
import { sortedValues } from './sorted-values.ts';

/** The nine deciles (.1, .2, … .9) by linear interpolation (R type 7), ascending; ties repeat an edge.
 * Empty without values; throws on NaN. `uniqueEdges` of them are the edges of a measure's quantile bins. */
export function deciles(values: ArrayLike<number>): number[] {
  const sorted = sortedValues(values);
  if (sorted.length === 0) return [];
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => quantileLinearSorted(sorted, tenth / 10)!);
}

/** Ascending edges without repeats, as the cut-offs of right-closed bins. */
export function uniqueEdges(edges: readonly number[]): number[] {
  return edges.filter((edge, index) => index === 0 || edge !== edges[index - 1]);
}
