import { sortedValues } from './sorted-values.ts';

/** What a bin with a zero cell does: add ½ to its two cells (totals stay), add ½ to every cell of every bin
 * (totals grow with them), or leave the bin out (totals stay). */
export type ZeroCells = 'halfInZeroBins' | 'halfEverywhere' | 'dropZeroBins';

/** Rows per bin, lowest bin first. */
export type BinCounts = { readonly positives: readonly number[]; readonly negatives: readonly number[] };

/** Counts both classes in the right-closed bins (−∞, e₁], (e₁, e₂], … (eₙ, ∞) of ascending unique edges.
 * Bins empty in both classes are removed. A value on an edge belongs to the bin below it. Throws on NaN. */
export function countByBin(
  positives: ArrayLike<number>,
  negatives: ArrayLike<number>,
  edges: readonly number[],
): BinCounts {
  const high = countSorted(sortedValues(positives), edges);
  const low = countSorted(sortedValues(negatives), edges);
  const filled = (_: number, bin: number) => high[bin]! + low[bin]! > 0;
  return { positives: high.filter(filled), negatives: low.filter(filled) };
}

/** IV = Σ (b − g)·ln(b/g) over bins, b and g the bin's shares of all positives and all negatives; ≥ 0.
 * Null when a class is empty; one bin gives 0. No threshold for "strong": noise alone often passes .1 at few
 * churners. Source: S. Kullback's J-divergence as used in scoring (Siddiqi, Credit Risk Scorecards, 2006). */
export function informationValue(counts: BinCounts, zeroCells: ZeroCells): number | null {
  const positives = total(counts.positives);
  const negatives = total(counts.negatives);
  if (positives === 0 || negatives === 0) return null;
  const everywhere = zeroCells === 'halfEverywhere' ? 0.5 : 0;
  const grown = everywhere * counts.positives.length;
  let sum = 0;
  for (let bin = 0; bin < counts.positives.length; bin += 1) {
    const b = counts.positives[bin]!;
    const g = counts.negatives[bin]!;
    const hasZero = b === 0 || g === 0;
    if (hasZero && zeroCells === 'dropZeroBins') continue;
    const half = hasZero ? 0.5 : everywhere;
    const positiveShare = (b + half) / (positives + grown);
    const negativeShare = (g + half) / (negatives + grown);
    sum += (positiveShare - negativeShare) * Math.log(positiveShare / negativeShare);
  }
  return sum;
}

function countSorted(sorted: Float64Array, edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length + 1).fill(0);
  let bin = 0;
  for (const value of sorted) {
    while (bin < edges.length && value > edges[bin]!) bin += 1;
    counts[bin]! += 1;
  }
  return counts;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
