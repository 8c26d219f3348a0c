import type { Histogram } from '../../shared/schemas/figures.ts';
import { colours } from './colours.ts';

export interface HistogramBarsProps {
  readonly histogram: Histogram;
  /** Value → pixel. */
  readonly x: (value: number) => number;
  readonly height: number;
  readonly top?: number;
}

/** Bars of kept (blue) and over them churned (orange), each as a share of its own total; part of an SVG. */
export function HistogramBars({ histogram, x, height, top = 0 }: HistogramBarsProps) {
  const churned = sharesOf(histogram.churned);
  const kept = sharesOf(histogram.kept);
  const highest = Math.max(...churned, ...kept, Number.MIN_VALUE);
  const bars = (shares: readonly number[], fill: string, opacity: number) =>
    shares.map((share, bin) => {
      const left = x(histogram.edges[bin] ?? 0);
      const right = x(histogram.edges[bin + 1] ?? 0);
      const barHeight = (share / highest) * height;
      return (
        <rect
          key={`${fill}${histogram.edges[bin] ?? bin}`}
          x={left}
          y={top + height - barHeight}
          width={Math.max(0.5, right - left - 1)}
          height={barHeight}
          fill={fill}
          fillOpacity={opacity}
        />
      );
    });
  return (
    <g>
      {bars(kept, colours.kept, 0.7)}
      {bars(churned, colours.churned, 0.65)}
    </g>
  );
}

function sharesOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? 0 : count / total));
}
