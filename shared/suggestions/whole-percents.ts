/** Shares of 100 in whole numbers that sum to 100, by largest remainder (the first, on a tie). `weights` ≥ 0 in any
 * unit. Null where all are 0 or there are none; throws on a negative or missing weight. */
export function wholePercents(weights: ArrayLike<number>): number[] | null {
  const all = Array.from(weights);
  if (!all.every((weight) => weight >= 0 && weight < Number.POSITIVE_INFINITY))
    throw new RangeError('weights must be numbers of 0 or more');
  const total = all.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return null;
  const exact = all.map((weight) => (100 * weight) / total);
  // a share within rounding of a whole number is that number
  const percents = exact.map((share) => Math.floor(share + 1e-9));
  const order = exact
    .map((_, i) => i)
    .sort((a, b) => exact[b]! - percents[b]! - (exact[a]! - percents[a]!) || a - b);
  const left = 100 - percents.reduce((sum, share) => sum + share, 0);
  for (const i of order.slice(0, left)) percents[i]!++;
  return percents;
}
