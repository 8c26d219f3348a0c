import { midranks } from './ranks.ts';

/** Spearman's rank correlation, −1…1: the Pearson correlation of midranks, ties sharing a rank.
 * Both columns have one entry per row; a row missing (NaN) in either is left out (pairwise complete).
 * Null with fewer than two complete rows or a constant column. Throws when the lengths differ.
 * Source: scipy.stats.spearmanr, R's cor(method = "spearman"). */
export function spearman(first: ArrayLike<number>, second: ArrayLike<number>): number | null {
  if (first.length !== second.length) throw new RangeError('both columns need the same rows');
  const left: number[] = [];
  const right: number[] = [];
  for (let row = 0; row < first.length; row += 1) {
    if (Number.isNaN(first[row]!) || Number.isNaN(second[row]!)) continue;
    left.push(first[row]!);
    right.push(second[row]!);
  }
  return pearsonOfRanks(midranks(left), midranks(right));
}

function pearsonOfRanks(left: Float64Array, right: Float64Array): number | null {
  const mean = (left.length + 1) / 2;
  let product = 0;
  let leftSquares = 0;
  let rightSquares = 0;
  for (let i = 0; i < left.length; i += 1) {
    const a = left[i]! - mean;
    const b = right[i]! - mean;
    product += a * b;
    leftSquares += a * a;
    rightSquares += b * b;
  }
  if (leftSquares === 0 || rightSquares === 0) return null;
  return Math.max(-1, Math.min(1, product / Math.sqrt(leftSquares * rightSquares)));
}
