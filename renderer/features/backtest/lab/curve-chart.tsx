import { Group, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurveFigures, CurvePoint } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Chart } from '../../../ui/chart.tsx';
import { HelpTip } from '../../../ui/help-tip.tsx';
import { buildCurveOption, type CurveKind, curveSeries } from './build-curves.ts';

export interface CurveChartProps {
  readonly kind: CurveKind;
  readonly curves: CurveFigures;
  readonly marked: CurvePoint | null;
  readonly onMark: (score: number) => void;
}

/** One curve; choosing a point marks its score in all of them. */
export function CurveChart({ kind, curves, marked, onMark }: CurveChartProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const option = useMemo(() => {
    const x = kind === 'precision' ? ('catch' as const) : ('called' as const);
    const y = ({ precision: 'hit', gains: 'catch', lift: 'lift' } as const)[kind];
    return buildCurveOption(kind, curves, {
      marked,
      words: {
        x: t(`lab.curves.axis.${x}`),
        y: t(`lab.curves.axis.${y}`),
        percent: (share) => format.percent(share, 0),
        times: (lift) => format.number(lift, 1),
        tip: (point) =>
          t('lab.curves.marked', {
            score: format.score(point.score / 10),
            called: format.number(point.called, 0),
            found: format.number(point.found, 0),
            hit: format.percent(point.hitRate),
            catch: format.percent(point.catchRate),
            lift: format.number(point.lift, 2),
          }),
      },
    });
  }, [kind, curves, marked, t, format]);
  const name = t(`lab.curves.kinds.${kind}`);
  return (
    <div>
      <Group gap={6}>
        <Title order={4} size="h6">
          {name}
        </Title>
        <HelpTip text={t(`lab.curves.kindHelp.${kind}`)} />
      </Group>
      <Chart
        option={option}
        height={260}
        ariaLabel={t('lab.curves.chart', { kind: name, n: format.count(curves.rows, 'row') })}
        onPoint={({ seriesIndex, dataIndex }) => {
          const point = curves.points[dataIndex];
          if (seriesIndex === curveSeries && point !== undefined) onMark(point.score);
        }}
      />
    </div>
  );
}
