export type MonotoneDirection = 'increasing' | 'decreasing';

/** A run of neighbours that share one mean: entries start ≤ i < end. */
export type PooledBlock = { readonly start: number; readonly end: number; readonly mean: number };

/** The closest monotone sequence in weighted least squares: fitted values, one per entry of `values`, in its order.
 * Weights > 0, all 1 unless given. Empty in → empty out; throws on NaN, other weights or unequal lengths.
 * Source: the pool-adjacent-violators algorithm, Barlow et al., Statistical Inference under Order Restrictions. */
export function isotonic(
  values: ArrayLike<number>,
  weights: ArrayLike<number> = new Float64Array(values.length).fill(1),
  direction: MonotoneDirection = 'increasing',
): Float64Array {
  const sums = Float64Array.from(values, (value, i) => value * weights[i]!);
  const fitted = new Float64Array(values.length);
  for (const block of poolAdjacent(sums, weights, direction)) fitted.fill(block.mean, block.start, block.end);
  return fitted;
}

/** The blocks of `isotonic` for means given as sum ÷ weight (churned rows ÷ rows). Neighbours of equal mean are one
 * block, so means rise (or fall) strictly; with whole sums and weights the comparison is exact. */
export function poolAdjacent(
  sums: ArrayLike<number>,
  weights: ArrayLike<number>,
  direction: MonotoneDirection,
): PooledBlock[] {
  if (sums.length !== weights.length) throw new RangeError('sums and weights need the same entries');
  const sign = direction === 'increasing' ? 1 : -1;
  const blocks: { start: number; end: number; sum: number; weight: number }[] = [];
  for (let i = 0; i < sums.length; i++) {
    if (Number.isNaN(sums[i]!) || !(weights[i]! > 0))
      throw new RangeError('isotonic needs numbers and weights > 0');
    let block = { start: i, end: i + 1, sum: sums[i]!, weight: weights[i]! };
    let before = blocks.at(-1);
    while (before !== undefined && sign * before.sum * block.weight >= sign * block.sum * before.weight) {
      block = {
        start: before.start,
        end: block.end,
        sum: before.sum + block.sum,
        weight: before.weight + block.weight,
      };
      blocks.pop();
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  return blocks.map(({ start, end, sum, weight }) => ({ start, end, mean: sum / weight }));
}
