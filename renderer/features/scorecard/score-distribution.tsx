import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Histogram } from '../../../shared/schemas/figures.ts';
import type { Band } from '../../../shared/schemas/scorecard.ts';
import { HistogramBars } from '../../ui/histogram-bars.tsx';
import { OutcomeLegend } from '../../ui/outcome-legend.tsx';
import { ValueAxis } from '../../ui/value-axis.tsx';
import { bandStretches } from './build-live.ts';

export interface ScoreDistributionProps {
  readonly histogram: Histogram;
  readonly bands: readonly Band[];
}

const height = 104;
const labels = 16;
const axis = 18;
const margin = 12;

/** Scores of churned over kept rows, with the bands' colours and symbols behind. */
export function ScoreDistribution({ histogram, bands }: ScoreDistributionProps) {
  const { t } = useTranslation('scorecard');
  const { ref, width } = useElementSize();
  const x = (score: number) => margin + (score / 100) * Math.max(0, width - 2 * margin);
  const bottom = height - axis;
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return (
    <div ref={ref}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={t('live.distributionLabel')}>
          {bandStretches(bands).map(({ band, low, high }) => (
            <g key={band.id}>
              <rect
                x={x(low)}
                y={0}
                width={x(high) - x(low)}
                height={bottom}
                fill={band.colour}
                fillOpacity={0.2}
              />
              {x(high) - x(low) > 14 && (
                <text
                  x={(x(low) + x(high)) / 2}
                  y={12}
                  textAnchor="middle"
                  fontSize={11}
                  fill="var(--mantine-color-text)"
                >
                  {band.symbol || band.label.slice(0, 2)}
                </text>
              )}
            </g>
          ))}
          <HistogramBars histogram={histogram} x={x} top={labels} height={bottom - labels} />
          <ValueAxis low={0} high={100} x={x} y={bottom} parts={5} />
        </svg>
      )}
      <OutcomeLegend churned={sum(histogram.churned)} kept={sum(histogram.kept)} />
    </div>
  );
}
