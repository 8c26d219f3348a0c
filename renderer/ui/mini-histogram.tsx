import { useTranslation } from 'react-i18next';
import type { Histogram } from '../../shared/schemas/figures.ts';
import { colours } from './colours.ts';

export interface MiniHistogramProps {
  readonly histogram: Histogram;
  /** What is distributed: part of the picture's name. */
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
}

/** Churned (orange) drawn over kept (blue), each as a share of its own total: shapes compare, not sizes. */
export function MiniHistogram({ histogram, name, width = 120, height = 28 }: MiniHistogramProps) {
  const { t } = useTranslation('common');
  const churned = sharesOf(histogram.churned);
  const kept = sharesOf(histogram.kept);
  const bins = Math.max(churned.length, kept.length);
  if (bins === 0) return <span>–</span>;
  const highest = Math.max(...churned, ...kept, Number.MIN_VALUE);
  const barWidth = width / bins;
  const bars = (shares: readonly number[], fill: string, opacity: number) =>
    shares.map((share, bin) => {
      const barHeight = (share / highest) * height;
      return (
        <rect
          key={`${fill}${histogram.edges[bin] ?? bin}`}
          x={bin * barWidth}
          y={height - barHeight}
          width={Math.max(0.5, barWidth - 0.5)}
          height={barHeight}
          fill={fill}
          fillOpacity={opacity}
        />
      );
    });
  const label = t('histogram.label', {
    name,
    churned: sumOf(histogram.churned),
    kept: sumOf(histogram.kept),
  });
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {bars(kept, colours.kept, 0.75)}
      {bars(churned, colours.churned, 0.65)}
    </svg>
  );
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function sharesOf(counts: readonly number[]): number[] {
  const total = sumOf(counts);
  return counts.map((count) => (total === 0 ? 0 : count / total));
}
