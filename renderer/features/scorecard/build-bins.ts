import type { Histogram, LiveFigures } from '../../../shared/schemas/figures.ts';
import type { Scale } from '../../../shared/schemas/scorecard.ts';
import { niceStep, trimmed } from '../../ui/value-ticks.ts';
import type { BinsScale } from './edit-scale.ts';

/** The stretch of values a plot shows and the step its handles move by. */
export interface PlotDomain {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** How far below a whole cut-off its line is drawn: between the bars, which lie around their whole numbers; else 0. */
  readonly offset: number;
}

/** The picture holds the histogram and, with room beside them, the cut-offs that lie outside of it. */
export function plotDomain(histogram: Histogram | null, scale: Scale): PlotDomain {
  const marks = marksOf(scale);
  const edges = histogram === null || histogram.edges.length < 2 ? [] : histogram.edges;
  const values = [...edges, ...marks];
  if (values.length === 0) values.push(0, 1);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low || 1;
  const first = edges[0] ?? low;
  const last = edges.at(-1) ?? high;
  const isWhole = histogram?.isWhole === true;
  const step = isWhole ? Math.max(1, niceStep(span, 200)) : niceStep(span, 200);
  return {
    low: trimmed(low < first ? low - span * 0.05 : low),
    high: trimmed(high > last || low === high ? high + span * 0.05 : high),
    step,
    offset: isWhole ? 0.5 : 0,
  };
}

/** Where a cut-off's line belongs: of whole numbers between the last value below it and the first from it on. */
export function cutoffPlace(cut: number, { offset }: PlotDomain): number {
  return offset === 0 ? cut : Math.ceil(cut) - offset;
}

/** How far handles go: the ends of the picture, on the grid of its step. */
export function handleReach({ low, high, step }: PlotDomain): { readonly min: number; readonly max: number } {
  // + 0: never −0.
  return { min: trimmed(Math.ceil(low / step) * step) + 0, max: trimmed(Math.floor(high / step) * step) + 0 };
}

function marksOf(scale: Scale): readonly number[] {
  if (scale.type === 'percentile') return [];
  return scale.type === 'bins' ? scale.cutoffs : [scale.worst, scale.best];
}

/** A value on the grid of the plot's step. */
export function snap(value: number, { step }: Pick<PlotDomain, 'step'>): number {
  // + 0: never −0.
  return trimmed(Math.round(value / step) * step) + 0;
}

export interface BinStretch {
  readonly bin: number;
  readonly points: number;
  /** Null = open to that side. */
  readonly low: number | null;
  readonly high: number | null;
}

/** What each bin holds: from its cut-off (its own) to the next one (not its own). */
export function binStretches(scale: BinsScale): BinStretch[] {
  return scale.points.map((points, bin) => ({
    bin,
    points,
    low: scale.cutoffs[bin - 1] ?? null,
    high: scale.cutoffs[bin] ?? null,
  }));
}

/** Rows and the churned among them, by bin of a scale; null while the figures are of another number of bins. */
export function countsOf(
  figures: LiveFigures | null,
  {
    measureId,
    scope,
    bins,
  }: { readonly measureId: string; readonly scope: string | null; readonly bins: number },
): Pick<LiveFigures['bins'][number], 'rows' | 'churned'> | null {
  const found = figures?.bins.find((entry) => entry.measureId === measureId && entry.variantId === scope);
  return found?.rows.length === bins ? found : null;
}
