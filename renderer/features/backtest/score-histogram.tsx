import { type KeyboardEvent, type PointerEvent, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WindowFigures } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { Chart, type ChartPoint } from '../../ui/chart.tsx';
import { useChartInk } from '../../ui/use-chart-ink.ts';
import { binWidth } from './bin-scores.ts';
import { buildHistogramOption, linkedChurnedId, linkedKeptId, plot } from './build-histogram-option.ts';
import type { ThresholdFigures } from './build-threshold.ts';
import { overlayOf, scoreShares } from './charts/build-overlays.ts';
import { useMark } from './charts/use-mark.ts';
import { histogramWords } from './histogram-words.ts';
import { useLink } from './link-context.ts';
import { nextThreshold, thresholdAt } from './move-threshold.ts';
import { type Drill, useRun, useShownScore } from './run-context.ts';

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
  const option = useDistribution(window);
  const { mark, linked } = useLink();
  const overlay = useMemo(() => {
    const { churned, kept } = scoreShares(linked, window);
    return overlayOf({ [linkedChurnedId]: churned, [linkedKeptId]: kept });
  }, [linked, window]);
  const marks = useMark(useBarMark());
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
        overlay={overlay}
        height={height}
        ariaLabel={t('explorer.histogram', {
          churned: window.positives,
          kept: window.kept,
          threshold: score,
        })}
        {...marks}
      />
      <div
        ref={box}
        className="threshold-plot"
        style={{ left: plot.left, right: plot.right, top: plot.top, bottom: plot.bottom }}
      >
        <div className="threshold-alarm" style={{ width: left }} />
        {mark?.threshold !== undefined && (
          <div className="threshold-pointed" style={{ left: `${Math.min(1000, mark.threshold) / 10}%` }} />
        )}
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

function useDistribution(window: WindowFigures) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const shown = useShownScore();
  const ink = useChartInk();
  return useMemo(
    () => buildHistogramOption(window, { ...histogramWords({ t, format }, window, shown), ink }),
    [window, ink, shown, t, format],
  );
}

/** A bar stands for the churned (above) or kept (below) rows of five points; the last one takes 100 in. */
function useBarMark() {
  const { t } = useTranslation('backtest');
  const { windowName } = useRun();
  const shown = useShownScore();
  return useCallback(
    ({ seriesIndex, dataIndex }: ChartPoint): Drill | null => {
      if (seriesIndex > 1) return null;
      const from = dataIndex * binWidth;
      const to = from + binWidth;
      const label = seriesIndex === 0 ? ('positive' as const) : ('kept' as const);
      return {
        title: t(`explorer.bar.${label}`, {
          from: Math.round(Math.min(shown(from * 10), shown(to * 10))),
          to: Math.round(Math.max(shown(from * 10), shown(to * 10))),
        }),
        cell: { type: 'scores', from, below: to === 100 ? 100.1 : to, label },
        window: windowName,
      };
    },
    [windowName, shown, t],
  );
}
