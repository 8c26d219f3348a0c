import type { Histogram } from '../../shared/schemas/figures.ts';

/** What the bars at the two ends hold: every value up to `low.value`, every value from `high.value` on. */
export interface HistogramEnds {
  readonly low: HistogramEnd | null;
  readonly high: HistogramEnd | null;
}

export interface HistogramEnd {
  readonly value: number;
  /** Middle of the bar, in values. */
  readonly at: number;
}

/** The ends of a histogram that hold more than their own stretch; null where a bar is what it seems. */
export function histogramEnds({ edges, isWhole, holdsBelow, holdsAbove }: Histogram): HistogramEnds {
  const inset = isWhole === true ? 0.5 : 0;
  const end = (bin: number, value: number): HistogramEnd => ({
    value,
    at: (edges[bin]! + edges[bin + 1]!) / 2,
  });
  const last = edges.length - 2;
  if (last < 0) return { low: null, high: null };
  return {
    low: holdsBelow === true ? end(0, edges[1]! - inset) : null,
    high: holdsAbove === true ? end(last, edges[last]! + inset) : null,
  };
}
