import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Chart } from '../../ui/chart.tsx';
import { useChartInk } from '../../ui/use-chart-ink.ts';
import { buildMonthOption, datesWithAuc } from './build-month-option.ts';
import { useRun } from './run-context.ts';
import { Section } from './section.tsx';

/** AUC of each as-of date with DeLong's interval; a point opens that date's churned rows. */
export function MonthChart() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { output, openDrill } = useRun();
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
  const open = (index: number) => {
    const snapshot = shown[index];
    if (snapshot === undefined) return;
    openDrill({
      title: `${format.day(snapshot.asOf)} ${t('dates.positives')}`,
      cell: { type: 'snapshot', asOf: snapshot.asOf, which: 'positive' },
      window: 'all',
    });
  };
  const test = shown
    .filter((snapshot) => snapshot.window === 'test')
    .map((snapshot) => snapshot.auc?.value ?? 0);
  return (
    <Section title={t('charts.monthTitle')} help={t('charts.monthHelp')}>
      {shown.length === 0 ? (
        <Text size="sm">{t('charts.monthNone')}</Text>
      ) : (
        <Chart
          option={option}
          height={260}
          ariaLabel={t('charts.monthLabel', {
            count: test.length,
            low: format.auc(test.length === 0 ? null : Math.min(...test)),
            high: format.auc(test.length === 0 ? null : Math.max(...test)),
          })}
          onPoint={({ dataIndex }) => open(dataIndex)}
        />
      )}
    </Section>
  );
}
