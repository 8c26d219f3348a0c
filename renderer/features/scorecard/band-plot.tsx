import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Band } from '../../../shared/schemas/scorecard.ts';
import { useFormat } from '../../format/use-format.ts';
import { HistogramBars } from '../../ui/histogram-bars.tsx';
import { OutcomeLegend } from '../../ui/outcome-legend.tsx';
import { ValueAxis } from '../../ui/value-axis.tsx';
import { bandStretches } from './build-live.ts';
import { DragHandle } from './drag-handle.tsx';
import { setBound } from './edit-bands.ts';
import { useLive } from './live-context.ts';
import type { DraftActions, DraftEdit } from './use-scorecard-draft.ts';

export interface BandPlotProps {
  readonly bands: readonly Band[];
  readonly actions: DraftActions;
}

const height = 190;
const top = 24;
const axis = 40;
const margin = 12;

/** The scores of churned over kept rows with every bound of the bands as a handle. */
export function BandPlot({ bands, actions }: BandPlotProps) {
  const { t } = useTranslation('scorecard');
  const { figures } = useLive();
  const { ref, width } = useElementSize();
  const inner = Math.max(1, width - 2 * margin);
  const x = (score: number) => margin + (score / 100) * inner;
  const bottom = height - axis;
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return (
    <div ref={ref} className="scale-plot">
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be drawn on
        <svg width={width} height={height} role="group" aria-label={t('panels.bandPlot.label')}>
          {bandStretches(bands).map(({ band, low, high }) => (
            <g key={band.id}>
              <rect
                x={x(low)}
                y={0}
                width={Math.max(0, x(high) - x(low))}
                height={bottom}
                fill={band.colour}
                fillOpacity={0.2}
              />
              {x(high) - x(low) > 18 && (
                <text
                  x={(x(low) + x(high)) / 2}
                  y={15}
                  textAnchor="middle"
                  fontSize={13}
                  fill="var(--mantine-color-text)"
                >
                  {band.symbol || band.label.slice(0, 2)}
                </text>
              )}
            </g>
          ))}
          {figures !== null && (
            <HistogramBars histogram={figures.histogram} x={x} top={top} height={bottom - top} />
          )}
          <ValueAxis low={0} high={100} x={x} y={bottom} parts={5} />
          {bands.slice(0, -1).map((band, i) => (
            <BoundHandle
              key={band.id}
              band={band}
              low={(bands[i + 1]?.lowerBound ?? 0) + 0.1}
              high={i === 0 ? 100 : bands[i - 1]!.lowerBound - 0.1}
              place={{ x, inner, bottom }}
              actions={actions}
            />
          ))}
        </svg>
      )}
      {figures !== null && (
        <OutcomeLegend churned={sum(figures.histogram.churned)} kept={sum(figures.histogram.kept)} />
      )}
    </div>
  );
}

interface BoundHandleProps {
  readonly band: Band;
  readonly low: number;
  readonly high: number;
  readonly place: {
    readonly x: (score: number) => number;
    readonly inner: number;
    readonly bottom: number;
  };
  readonly actions: DraftActions;
}

function BoundHandle({ band, low, high, place, actions }: BoundHandleProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const name = band.label || band.symbol;
  const x = place.x(band.lowerBound);
  const written = format.number(band.lowerBound, 1);
  const step = (value: number): DraftEdit => ({
    target: `bound ${band.id}`,
    name: 'setBound',
    parameters: { name, value },
    edit: setBound(band.id, value),
  });
  return (
    <DragHandle
      label={t('panels.bandPlot.bound', { name })}
      value={band.lowerBound}
      valueText={t('panels.bandPlot.value', { value: written })}
      min={low}
      max={high}
      step={1}
      orientation="horizontal"
      valueAt={(atX) => {
        const score = Math.round(((atX - margin) / place.inner) * 100);
        return Math.min(high, Math.max(low, score));
      }}
      onPreview={(value) => actions.preview(step(value))}
      onCommit={(value) => actions.commit(step(value))}
      onCommitSoon={(value) => actions.commitSoon(step(value))}
      onCancel={actions.cancel}
    >
      <rect x={x - 7} y={0} width={14} height={place.bottom + 34} fill="transparent" />
      <line x1={x} x2={x} y1={0} y2={place.bottom} className="cutoff-line" />
      <rect x={x - 5} y={0} width={10} height={12} rx={3} className="cutoff-grip" />
      <text x={x} y={place.bottom + 32} textAnchor="middle" className="plot-number">
        {written}
      </text>
    </DragHandle>
  );
}
