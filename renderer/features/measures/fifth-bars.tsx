import { useTranslation } from 'react-i18next';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { colours } from '../../ui/colours.ts';

export interface FifthBarsProps {
  readonly fifths: MeasureFigures['fifths'];
  readonly width?: number;
  readonly height?: number;
}

/** Churn rate of each fifth, low values first, with whiskers; bars start at 0. */
export function FifthBars({ fifths, width = 100, height = 32 }: FifthBarsProps) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  if (fifths.length === 0) return <span>{t('fifthsNone')}</span>;
  const highest = Math.max(...fifths.map((fifth) => fifth.rateHigh), 0.01);
  const y = (rate: number) => height - 1 - (Math.min(rate, highest) / highest) * (height - 2);
  const slot = width / Math.max(5, fifths.length);
  const rates = fifths
    .map((fifth) => `${format.percent(fifth.rate)} (n ${format.number(fifth.rows, 0)})`)
    .join(', ');
  return (
    <svg width={width} height={height} role="img" aria-label={t('fifthsLabel', { rates })}>
      <line
        x1={0}
        x2={width}
        y1={height - 0.5}
        y2={height - 0.5}
        stroke="var(--mantine-color-default-border)"
      />
      {fifths.map((fifth, i) => {
        const middle = (i + 0.5) * slot;
        return (
          <g key={`${fifth.low} ${fifth.high}`} stroke="var(--mantine-color-text)">
            <title>
              {`${format.number(fifth.low)} – ${format.number(fifth.high)}: ${format.percent(fifth.rate)} ${format.percentInterval(fifth.rateLow, fifth.rateHigh)} n ${format.number(fifth.rows, 0)}`}
            </title>
            <rect
              x={i * slot + 2}
              y={y(fifth.rate)}
              width={slot - 4}
              height={height - 1 - y(fifth.rate)}
              fill={colours.churned}
              fillOpacity={0.65}
              stroke="none"
            />
            <line x1={middle} x2={middle} y1={y(fifth.rateLow)} y2={y(fifth.rateHigh)} />
            <line x1={middle - 2} x2={middle + 2} y1={y(fifth.rateHigh)} y2={y(fifth.rateHigh)} />
            <line x1={middle - 2} x2={middle + 2} y1={y(fifth.rateLow)} y2={y(fifth.rateLow)} />
          </g>
        );
      })}
    </svg>
  );
}
