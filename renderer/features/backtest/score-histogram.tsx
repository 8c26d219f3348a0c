import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WindowFigures } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { Chart } from '../../ui/chart.tsx';
import { buildHistogramOption, plot } from './build-histogram-option.ts';
import type { ThresholdFigures } from './build-threshold.ts';
import { nextThreshold, thresholdAt } from './move-threshold.ts';
import { useShownScore } from './run-context.ts';

export interface ScoreHistogramProps {
  readonly window: WindowFigures;
  readonly figures: ThresholdFigures;
  /** In tenths. */
  readonly threshold: number;
  readonly onChange: (threshold: number) => void;
}

const height = 300;

/** Churned above, kept below, and one handle: dragged, moved with the arrow keys, or typed beside. */
export function ScoreHistogram({ window, figures, threshold, onChange }: ScoreHistogramProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const shown = useShownScore();
  const box = useRef<HTMLDivElement>(null);
  const option = useMemo(
    () =>
      buildHistogramOption(window, {
        churned: t('explorer.churnedRows', { n: format.number(window.positives, 0) }),
        kept: t('explorer.keptRows', { n: format.number(window.kept, 0) }),
        score: t('explorer.axisScore'),
        share: t('explorer.axisShare'),
        percent: (share) => format.percent(share, 0),
        count: (rows) => format.count(rows, 'row'),
        points: (points) => Math.round(shown(points * 10)),
      }),
    [window, t, format, shown],
  );
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const rectangle = box.current?.getBoundingClientRect();
    if (rectangle !== undefined) onChange(thresholdAt(event.clientX, rectangle));
  };
  const start = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag(event);
  };
  const press = (event: KeyboardEvent) => {
    const next = nextThreshold(threshold, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    onChange(next);
  };
  const score = format.score(Math.min(100, shown(threshold)));
  const left = `${threshold / 10}%`;
  return (
    <div style={{ position: 'relative' }}>
      <Chart
        option={option}
        height={height}
        ariaLabel={t('explorer.histogram', {
          churned: window.positives,
          kept: window.kept,
          threshold: score,
        })}
      />
      <div
        ref={box}
        className="threshold-plot"
        style={{ left: plot.left, right: plot.right, top: plot.top, bottom: plot.bottom }}
      >
        <div className="threshold-alarm" style={{ width: left }} />
        <div
          role="slider"
          tabIndex={0}
          className="threshold-handle"
          style={{ left }}
          aria-label={t('explorer.threshold')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={threshold / 10}
          aria-valuetext={t('explorer.valueText', {
            score,
            churners: figures.catchRate.total,
            caught: figures.catchRate.count,
          })}
          onKeyDown={press}
          onPointerDown={start}
          onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && drag(event)}
        >
          <span className="threshold-line" />
          <span className="threshold-knob">{score}</span>
        </div>
      </div>
    </div>
  );
}
