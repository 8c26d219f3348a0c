import type { Histogram } from '../../../shared/schemas/figures.ts';

/** About the middle of the kept rows: the centre of the bin that holds it; null without a kept row. */
export function keptMedian({ edges, kept }: Histogram): number | null {
  const total = kept.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [bin, count] of kept.entries()) {
    seen += count;
    if (count === 0 || seen * 2 < total) continue;
    return (edges[bin]! + edges[bin + 1]!) / 2;
  }
  return null;
}
