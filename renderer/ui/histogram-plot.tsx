import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Histogram } from '../../shared/schemas/figures.ts';
import { HistogramBars } from './histogram-bars.tsx';
import { histogramEnds } from './histogram-ends.ts';
import { OutcomeLegend } from './outcome-legend.tsx';
import { ValueAxis } from './value-axis.tsx';

export interface HistogramPlotProps {
  readonly histogram: Histogram;
  /** What is distributed: part of the picture's name. */
  readonly name: string;
  readonly height?: number;
}

const margin = 12;
const axisHeight = 20;

/** A distribution of churned over kept with its axis and legend, as wide as its place. */
export function HistogramPlot({ histogram, name, height = 160 }: HistogramPlotProps) {
  const { t } = useTranslation('common');
  const { ref, width } = useElementSize();
  const low = histogram.edges[0] ?? 0;
  const high = histogram.edges.at(-1) ?? 1;
  const x = (value: number) => margin + ((value - low) / (high - low || 1)) * Math.max(0, width - 2 * margin);
  const churned = histogram.churned.reduce((sum, count) => sum + count, 0);
  const kept = histogram.kept.reduce((sum, count) => sum + count, 0);
  return (
    <div ref={ref}>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={t('histogram.label', { name, churned, kept })}
      >
        <HistogramBars histogram={histogram} x={x} height={height - axisHeight} />
        <ValueAxis low={low} high={high} x={x} y={height - axisHeight} ends={histogramEnds(histogram)} />
      </svg>
      <OutcomeLegend churned={churned} kept={kept} />
    </div>
  );
}
