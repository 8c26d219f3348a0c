import { Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Chart, type ChartPoint } from '../../ui/chart.tsx';
import { useChartInk } from '../../ui/use-chart-ink.ts';
import { buildMonthOption, datesWithAuc, linkedDates } from './build-month-option.ts';
import { linkedId, overlayOf } from './charts/build-overlays.ts';
import { useMark } from './charts/use-mark.ts';
import { useLink } from './link-context.ts';
import { type Drill, useRun } from './run-context.ts';
import { Section } from './section.tsx';

/** AUC of each as-of date with DeLong's interval; a point opens that date's churned rows. */
export function MonthChart() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { output } = useRun();
  const { linked } = useLink();
  const { snapshots } = output.figures;
  const shown = useMemo(() => datesWithAuc(snapshots), [snapshots]);
  const ink = useChartInk();
  const option = useMemo(
    () =>
      buildMonthOption(snapshots, {
        day: format.day,
        churned: (count) => `n ${format.number(count, 0)}`,
        windowName: (window) => t(`dates.windows.${window}`),
        tip: (snapshot) =>
          t('charts.monthTip', {
            day: format.day(snapshot.asOf),
            window: t(`dates.windows.${snapshot.window}`),
            auc: format.auc(snapshot.auc?.value ?? null),
            interval: format.interval(snapshot.auc?.low ?? null, snapshot.auc?.high ?? null),
            churned: format.number(snapshot.positives, 0),
            kept: format.number(snapshot.kept, 0),
          }),
        ink,
      }),
    [snapshots, t, format, ink],
  );
  const overlay = useMemo(
    () => overlayOf({ [linkedId]: linkedDates(snapshots, linked) }),
    [snapshots, linked],
  );
  const markOf = useCallback(
    ({ dataIndex }: ChartPoint): Drill | null => {
      const snapshot = shown[dataIndex];
      if (snapshot === undefined) return null;
      return {
        title: `${format.day(snapshot.asOf)} ${t('dates.positives')}`,
        cell: { type: 'snapshot', asOf: snapshot.asOf, which: 'positive' },
        window: 'all',
      };
    },
    [shown, t, format],
  );
  const marks = useMark(markOf);
  const test = shown
    .filter((snapshot) => snapshot.window === 'test')
    .map((snapshot) => snapshot.auc?.value ?? 0);
  return (
    <Section title={t('charts.monthTitle')} term="snapshotAuc">
      {shown.length === 0 ? (
        <Text size="sm">{t('charts.monthNone')}</Text>
      ) : (
        <Chart
          option={option}
          overlay={overlay}
          height={260}
          ariaLabel={t('charts.monthLabel', {
            count: test.length,
            low: format.auc(test.length === 0 ? null : Math.min(...test)),
            high: format.auc(test.length === 0 ? null : Math.max(...test)),
          })}
          {...marks}
        />
      )}
    </Section>
  );
}
