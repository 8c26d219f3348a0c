import { Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurvePoint } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Chart, type ChartPoint } from '../../../ui/chart.tsx';
import { useChartInk } from '../../../ui/use-chart-ink.ts';
import { buildCurveOption, type CurveKind, curveSeries, placeOn } from '../lab/build-curves.ts';
import { useLink } from '../link-context.ts';
import { type Drill, useAlarmScore, useRun, useShownScore } from '../run-context.ts';
import { Section } from '../section.tsx';
import { useThreshold } from '../threshold-context.tsx';
import { linkedCurvePoints, linkedId, markedId, overlayOf, pointAt, pointedId } from './build-overlays.ts';
import { useAlarmCurves } from './use-alarm-curves.ts';
import { useMark } from './use-mark.ts';

const terms = { precision: 'precisionRecall', gains: 'gains', lift: 'lift' } as const;

/** One curve of calling from the lowest score up; the threshold in use is a point on it. */
export function CurveChart({ kind }: { readonly kind: CurveKind }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { isOptimistic } = useRun();
  const curves = useAlarmCurves();
  const tell = useFound();
  const alarmScore = useAlarmScore();
  const tellTip = useCallback(
    (point: CurvePoint) =>
      `${t('lab.curves.upTo', { score: format.score(alarmScore(point.score) / 10) })}${tell(point)}`,
    [tell, alarmScore, t, format],
  );
  const ink = useChartInk();
  const option = useMemo(() => {
    const x = kind === 'precision' ? ('catch' as const) : ('called' as const);
    const y = ({ precision: 'hit', gains: 'catch', lift: 'lift' } as const)[kind];
    return buildCurveOption(kind, curves, {
      x: t(`lab.curves.axis.${x}`),
      y: t(`lab.curves.axis.${y}`),
      percent: (share) => format.percent(share, 0),
      times: (lift) => format.number(lift, 1),
      tip: tellTip,
      ink,
    });
  }, [kind, curves, tellTip, ink, t, format]);
  const { overlay, marked } = useCurveOverlay(kind);
  const { threshold } = useThreshold();
  const shown = useShownScore();
  const name = t(`lab.curves.kinds.${kind}`);
  return (
    <Section title={name} term={terms[kind]} isOptimistic={isOptimistic}>
      <Chart
        option={option}
        overlay={overlay}
        height={260}
        ariaLabel={t('lab.curves.chart', { kind: name, n: format.count(curves.rows, 'row') })}
        {...useCurveMarks()}
      />
      <Text size="xs" c="dimmed" mih={18}>
        {marked === null
          ? t('lab.curves.nobody')
          : `${t('lab.curves.at', { score: format.score(shown(threshold)) })}${tell(marked)}`}
      </Text>
    </Section>
  );
}

function useCurveOverlay(kind: CurveKind) {
  const curves = useAlarmCurves();
  const { threshold } = useThreshold();
  const { mark, linked } = useLink();
  const marked = pointAt(curves.points, threshold);
  const pointed = pointAt(curves.points, mark?.threshold);
  const overlay = useMemo(() => {
    const places = (points: readonly (CurvePoint | null)[]) =>
      points.flatMap((point) => (point === null ? [] : [placeOn(kind, point)]));
    return overlayOf({
      [linkedId]: places(linkedCurvePoints(linked, curves.points)),
      [markedId]: places([marked]),
      [pointedId]: places([pointed]),
    });
  }, [kind, curves, linked, marked, pointed]);
  return { overlay, marked };
}

/** A point of a curve stands for everybody called up to it; choosing one makes it the threshold. */
function useCurveMarks() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { windowName } = useRun();
  const { setThreshold } = useThreshold();
  const { points } = useAlarmCurves();
  const alarmScore = useAlarmScore();
  const markOf = useCallback(
    ({ seriesIndex, dataIndex }: ChartPoint): Drill | null => {
      const point = seriesIndex === curveSeries ? points[dataIndex] : undefined;
      if (point === undefined) return null;
      const threshold = point.score + 1;
      return {
        title: t('lab.curves.calledUpTo', { score: format.score(alarmScore(point.score) / 10) }),
        cell: { type: 'confusion', threshold: threshold / 10, cell: 'alarm' },
        window: windowName,
        threshold,
      };
    },
    [points, windowName, alarmScore, t, format],
  );
  const marks = useMark(markOf);
  return {
    onHover: marks.onHover,
    onPoint: (at: ChartPoint) => {
      const threshold = markOf(at)?.threshold;
      if (threshold !== undefined) setThreshold(Math.min(1000, threshold));
      marks.onPoint(at);
    },
  };
}

/** What calling up to a point finds, without the score. */
function useFound(): (point: CurvePoint) => string {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  return useCallback(
    (point) =>
      t('lab.curves.marked', {
        called: format.number(point.called, 0),
        found: format.number(point.found, 0),
        hit: format.percent(point.hitRate),
        catch: format.percent(point.catchRate),
        lift: format.number(point.lift, 2),
      }),
    [t, format],
  );
}
