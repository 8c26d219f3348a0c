/** Points of score that one bar of the distribution holds. */
export const binWidth = 5;
const bins = 100 / binWidth;

/** Rows per five points of score; a score of 100 belongs to the last bin. */
export function binScores(counts: readonly number[]): number[] {
  const binned = new Array<number>(bins).fill(0);
  for (let score = 0; score < counts.length; score++) {
    const bin = Math.min(bins - 1, Math.floor(score / (binWidth * 10)));
    binned[bin] = binned[bin]! + counts[score]!;
  }
  return binned;
}
