import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Histogram, MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Scale } from '../../../shared/schemas/scorecard.ts';
import { HistogramBars } from '../../ui/histogram-bars.tsx';
import { histogramEnds } from '../../ui/histogram-ends.ts';
import { ValueAxis } from '../../ui/value-axis.tsx';
import { BinHandles } from './bin-handles.tsx';
import type { PlotDomain } from './build-bins.ts';
import { LinearHandles } from './linear-handles.tsx';
import { PercentileCurve } from './percentile-curve.tsx';
import type { PlotPlace } from './plot-place.ts';
import type { ScaleEdits } from './use-scale-edits.ts';

export interface ScalePlotProps {
  readonly name: string;
  readonly histogram: Histogram | null;
  readonly peers: MeasureFigures['peers'];
  readonly scale: Scale;
  readonly domain: PlotDomain;
  readonly edits: ScaleEdits;
}

const height = 276;
const top = 22;
const axis = 52;
const left = 34;
const right = 14;

/** The measure's distribution with the scale drawn on it; everything of the scale is a handle. */
export function ScalePlot({ name, histogram, peers, scale, domain, edits }: ScalePlotProps) {
  const { t } = useTranslation('scorecard');
  const { ref, width } = useElementSize();
  const inner = Math.max(1, width - left - right);
  const bottom = height - axis;
  const { low, high } = domain;
  const place: PlotPlace = {
    left,
    right: left + inner,
    top,
    bottom,
    x: (value) => left + (Math.min(high, Math.max(low, value)) - low) * (inner / (high - low)),
    valueAt: (x) => low + ((x - left) / inner) * (high - low),
    y: (points) => bottom - (points / 100) * (bottom - top),
    pointsAt: (y) => ((bottom - y) / (bottom - top)) * 100,
  };
  const add = (event: React.MouseEvent<SVGSVGElement>) => {
    if (scale.type !== 'bins') return;
    const box = event.currentTarget.getBoundingClientRect();
    edits.addCutoff(place.valueAt(event.clientX - box.left) + domain.offset);
  };
  return (
    <div ref={ref} className="scale-plot">
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be drawn on
        <svg
          width={width}
          height={height}
          onDoubleClick={add}
          role="group"
          aria-label={t('scale.plotLabel', { name })}
        >
          {[0, 50, 100].map((points) => (
            <g key={points} fontSize={11}>
              <line
                x1={left}
                x2={place.right}
                y1={place.y(points)}
                y2={place.y(points)}
                className="scale-plot-grid"
              />
              <text x={left - 6} y={place.y(points) + 4} textAnchor="end" fill="var(--mantine-color-dimmed)">
                {points}
              </text>
            </g>
          ))}
          {histogram !== null && (
            <HistogramBars histogram={histogram} x={place.x} top={top} height={bottom - top} />
          )}
          <ValueAxis
            low={low}
            high={high}
            x={place.x}
            y={bottom}
            parts={7}
            {...(histogram === null ? {} : { ends: histogramEnds(histogram) })}
          />
          {scale.type === 'bins' ? (
            <BinHandles scale={scale} domain={domain} place={place} edits={edits} />
          ) : scale.type === 'linear' ? (
            <LinearHandles scale={scale} domain={domain} place={place} edits={edits} />
          ) : (
            peers !== undefined && <PercentileCurve scale={scale} peers={peers} place={place} />
          )}
        </svg>
      )}
    </div>
  );
}
