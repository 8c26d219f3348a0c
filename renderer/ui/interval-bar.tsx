import { useTranslation } from 'react-i18next';
import type { Estimate } from '../../shared/schemas/figures.ts';
import { formatAuc } from '../format/numbers.ts';

export interface IntervalBarProps {
  readonly estimate: Estimate | null;
  readonly min?: number;
  readonly max?: number;
  /** A thin line: chance at .5, no difference at 0. */
  readonly reference?: number;
  /** A grey band from low to high: what noise alone reaches. */
  readonly noise?: { readonly low: number; readonly high: number };
  readonly width?: number;
  readonly colour?: string;
  readonly format?: (value: number) => string;
}

const height = 20;
const middle = height / 2;
const margin = 6;

/** A figure as a dot with whiskers for its 95 % interval, on a fixed axis. */
export function IntervalBar({
  estimate,
  min = 0,
  max = 1,
  reference,
  noise,
  width = 120,
  colour = 'var(--mantine-color-text)',
  format = formatAuc,
}: IntervalBarProps) {
  const { t } = useTranslation('common');
  if (estimate === null || Number.isNaN(estimate.value)) return <span>–</span>;
  const x = (value: number) => {
    const clipped = Math.min(max, Math.max(min, value));
    return margin + ((clipped - min) / (max - min)) * (width - 2 * margin);
  };
  const { value, low, high } = estimate;
  const hasInterval = low !== null && high !== null;
  const label = hasInterval
    ? t('interval.label', { value: format(value), low: format(low), high: format(high) })
    : t('interval.none', { value: format(value) });
  return (
    <svg width={width} height={height} role="img" aria-label={label} className="interval-bar">
      {noise !== undefined && (
        <rect
          x={x(noise.low)}
          width={Math.max(0, x(noise.high) - x(noise.low))}
          y={2}
          height={height - 4}
          className="interval-bar-noise"
        />
      )}
      <line x1={margin} x2={width - margin} y1={middle} y2={middle} className="interval-bar-axis" />
      {reference !== undefined && (
        <line x1={x(reference)} x2={x(reference)} y1={2} y2={height - 2} className="interval-bar-reference" />
      )}
      {hasInterval && (
        <g stroke={colour} strokeWidth={1.5}>
          <line x1={x(low)} x2={x(high)} y1={middle} y2={middle} />
          <line x1={x(low)} x2={x(low)} y1={middle - 4} y2={middle + 4} />
          <line x1={x(high)} x2={x(high)} y1={middle - 4} y2={middle + 4} />
        </g>
      )}
      <circle cx={x(value)} cy={middle} r={4} fill={colour} />
    </svg>
  );
}
