import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scale, ValueScale } from '../../../shared/schemas/scorecard.ts';
import { trimmed } from '../../ui/value-ticks.ts';

export type BinsScale = Extract<Scale, { type: 'bins' }>;
export type LinearScale = Extract<Scale, { type: 'linear' }>;

const maximumCutoffs = 30;

/** The cut-off at another value, kept strictly between its neighbours (`step` apart). */
export function moveCutoff(scale: BinsScale, index: number, value: number, step: number): BinsScale {
  const low = index === 0 ? Number.NEGATIVE_INFINITY : scale.cutoffs[index - 1]! + step;
  const high =
    index === scale.cutoffs.length - 1 ? Number.POSITIVE_INFINITY : scale.cutoffs[index + 1]! - step;
  if (!Number.isFinite(value) || low > high) return scale;
  const placed = trimmed(Math.min(high, Math.max(low, value)));
  return { ...scale, cutoffs: scale.cutoffs.map((cut, i) => (i === index ? placed : cut)) };
}

/** One more cut-off; both halves of the split bin keep its points. A value that is a cut-off already changes nothing. */
export function addCutoff(scale: BinsScale, value: number): BinsScale {
  const cut = trimmed(value);
  if (!Number.isFinite(cut) || scale.cutoffs.includes(cut) || scale.cutoffs.length >= maximumCutoffs)
    return scale;
  const at = scale.cutoffs.filter((other) => other < cut).length;
  return {
    ...scale,
    cutoffs: [...scale.cutoffs.slice(0, at), cut, ...scale.cutoffs.slice(at)],
    points: [...scale.points.slice(0, at + 1), scale.points[at]!, ...scale.points.slice(at + 1)],
  };
}

/** Without the cut-off; the joined bin keeps the points of its lower half. */
export function removeCutoff(scale: BinsScale, index: number): BinsScale {
  return {
    ...scale,
    cutoffs: scale.cutoffs.filter((_, i) => i !== index),
    points: scale.points.filter((_, i) => i !== index + 1),
  };
}

export function setBinPoints(scale: BinsScale, bin: number, points: number): BinsScale {
  const clipped = cleanPoints(points);
  return { ...scale, points: scale.points.map((old, i) => (i === bin ? clipped : old)) };
}

/** Points as the engine counts them: 0–100 with at most two decimals. */
export function cleanPoints(points: number): number {
  return Math.round(Math.min(100, Math.max(0, Number.isFinite(points) ? points : 0)) * 100) / 100;
}

/** Where a further cut-off helps most: the middle of the widest stretch of [low, high], on the step grid. */
export function nextCutoff(scale: BinsScale, low: number, high: number, step: number): number {
  const inside = scale.cutoffs.filter((cut) => cut > low && cut < high);
  const edges = [low, ...inside, high];
  let widest = 0;
  for (let i = 1; i < edges.length - 1; i += 1) {
    if (edges[i + 1]! - edges[i]! > edges[widest + 1]! - edges[widest]!) widest = i;
  }
  const middle = (edges[widest]! + edges[widest + 1]!) / 2;
  return trimmed(Math.round(middle / step) * step);
}

/** The same judgement as a line: from the lowest to the highest cut-off, in the direction of the points. */
export function toLinear(scale: BinsScale, low: number, high: number): LinearScale {
  const first = scale.cutoffs[0] ?? low;
  const last = scale.cutoffs.at(-1) ?? high;
  const [from, to] = first < last ? [first, last] : [low, high];
  const rises = scale.points.at(-1)! >= scale.points[0]!;
  return { type: 'linear', worst: rises ? from : to, best: rises ? to : from };
}

/** The same judgement in five bins, evenly spaced over the line. */
export function toBins(scale: LinearScale): BinsScale {
  const { worst, best } = scale;
  const rises = best >= worst;
  const [low, high] = rises ? [worst, best] : [best, worst];
  const width = high === low ? 1 : high - low;
  const cutoffs = [0.125, 0.375, 0.625, 0.875].map((share) => trimmed(low + share * width));
  const points = [0, 25, 50, 75, 100];
  return { type: 'bins', cutoffs, points: rises ? points : points.reverse() };
}

/** The scale in another kind, with the judgement it holds as far as the kinds share one. */
export function toKind(
  scale: Scale,
  kind: Scale['type'],
  { low, high }: { readonly low: number; readonly high: number },
  figures: MeasureFigures | null,
): Scale {
  if (scale.type === kind) return scale;
  const binsOf = (line: LinearScale) => onWhole(toBins(line), figures?.histogram.isWhole === true);
  if (scale.type === 'percentile') {
    const first = firstScale(figures, scale.direction);
    if (kind === first.type) return first;
    return first.type === 'bins' ? toLinear(first, low, high) : binsOf(first);
  }
  if (kind === 'percentile') return { type: 'percentile', direction: risesOf(scale) ? 'higher' : 'lower' };
  return scale.type === 'bins' ? toLinear(scale, low, high) : binsOf(scale);
}

/** Cut-offs of whole numbers as whole numbers: from 1.5 on is from 2 on. As they are where two would fall together. */
function onWhole(scale: BinsScale, isWhole: boolean): BinsScale {
  const cutoffs = scale.cutoffs.map((cut) => Math.ceil(cut) + 0);
  return isWhole && new Set(cutoffs).size === cutoffs.length ? { ...scale, cutoffs } : scale;
}

function risesOf(scale: ValueScale): boolean {
  return scale.type === 'bins' ? scale.points.at(-1)! >= scale.points[0]! : scale.best >= scale.worst;
}

/** A first scale: cut-offs at the fifths of the design window, points evenly spread in the healthy direction. */
export function firstScale(figures: MeasureFigures | null, direction: Measure['direction']): ValueScale {
  const cutoffs = [
    ...new Set((figures?.fifths ?? []).slice(1).map((fifth) => shortened(fifth.low, figures))),
  ];
  cutoffs.sort((a, b) => a - b);
  if (cutoffs.length === 0) {
    // Whole numbers lie half a step inside of the edges.
    const inset = figures?.histogram.isWhole === true ? 0.5 : 0;
    const low = (figures?.histogram.edges[0] ?? 0) + inset;
    const high = (figures?.histogram.edges.at(-1) ?? 1) - inset;
    const [worst, best] = direction === 'higher' ? [low, high] : [high, low];
    return { type: 'linear', worst: trimmed(worst), best: trimmed(best === worst ? worst + 1 : best) };
  }
  const points = Array.from(
    { length: cutoffs.length + 1 },
    (_, i) => 5 * Math.round((20 * i) / cutoffs.length),
  );
  return { type: 'bins', cutoffs, points: direction === 'higher' ? points : points.reverse() };
}

/** To about a hundredth of the picture's width, so that cut-offs read well. */
function shortened(value: number, figures: MeasureFigures | null): number {
  const edges = figures?.histogram.edges ?? [0, 1];
  const span = edges.at(-1)! - edges[0]!;
  if (!(span > 0) || Number.isInteger(value)) return trimmed(value);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(span)));
  return trimmed(Number(value.toFixed(Math.min(12, digits))));
}
