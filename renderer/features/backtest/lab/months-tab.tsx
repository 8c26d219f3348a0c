import { Stack, Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StabilityFigures } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Chart, type ChartPoint } from '../../../ui/chart.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { useChartInk } from '../../../ui/use-chart-ink.ts';
import { useMark } from '../charts/use-mark.ts';
import { type Drill, useRun } from '../run-context.ts';
import { buildMonthColumns } from './build-month-columns.tsx';
import { buildStabilityOption, monthsWithAuc, monthText } from './build-months.ts';
import { useLab } from './lab-context.ts';
import { LabPart } from './lab-part.tsx';
import { NoFigure } from './no-figure.tsx';

/** Does the score hold from month to month? */
export function MonthsTab() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { stability } = useLab().lab;
  const { testFrom } = useRun().output.figures;
  return (
    <Stack gap="lg">
      <LabPart
        title={t('lab.months.title')}
        term="stability"
        why={
          testFrom === null
            ? t('verdict.optimistic')
            : t('lab.months.optimistic', { day: format.dayInSentence(testFrom) })
        }
      >
        {stability.reason !== null && <NoFigure reason={stability.reason} />}
        {stability.months.length > 0 && <Months stability={stability} />}
      </LabPart>
    </Stack>
  );
}

function Months({ stability }: { readonly stability: StabilityFigures }) {
  const { t } = useTranslation(['backtest', 'common']);
  const format = useFormat();
  const ink = useChartInk();
  const { months } = stability;
  const columns = useMemo(() => buildMonthColumns(months, { t, format }), [months, t, format]);
  const values = monthsWithAuc(months).map(({ auc }) => auc?.value ?? 0);
  const option = useMemo(
    () =>
      buildStabilityOption(months, {
        month: (month) => monthText(month, format.day),
        churned: (count) => `n ${format.number(count, 0)}`,
        ink,
        tip: (month) =>
          t('lab.months.tip', {
            month: monthText(month.month, format.day),
            auc: format.auc(month.auc?.value ?? null),
            interval: format.interval(month.auc?.low ?? null, month.auc?.high ?? null),
            churners: format.number(month.churners, 0),
            rows: format.number(month.rows, 0),
          }),
      }),
    [months, t, format, ink],
  );
  const shown = useMemo(() => monthsWithAuc(months), [months]);
  const markOf = useCallback(
    ({ dataIndex }: ChartPoint): Drill | null => {
      const found = shown[dataIndex];
      if (found === undefined) return null;
      return {
        title: t('lab.months.churnedIn', { month: monthText(found.month, format.day) }),
        cell: { type: 'month', month: found.month, which: 'churners' },
        window: 'all',
      };
    },
    [shown, t, format],
  );
  const marks = useMark(markOf);
  return (
    <>
      {values.length === 0 ? (
        <Text size="sm">{t('lab.months.none')}</Text>
      ) : (
        <Chart
          option={option}
          height={240}
          ariaLabel={t('lab.months.chart', {
            count: values.length,
            low: format.auc(Math.min(...values)),
            high: format.auc(Math.max(...values)),
          })}
          {...marks}
        />
      )}
      <DataTable
        label={t('lab.months.label')}
        columns={columns}
        rows={months}
        rowId={({ month }) => String(month)}
        height={Math.min(400, 52 + 36 * months.length)}
      />
    </>
  );
}
