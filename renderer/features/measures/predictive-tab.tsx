import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Chart } from '../../ui/chart.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { useChartInk } from '../../ui/use-chart-ink.ts';
import { type MeasureRow, noiseBand } from './build-measure-rows.ts';
import { buildPredictiveMap } from './build-predictive-map.ts';

export interface PredictiveTabProps {
  readonly rows: readonly MeasureRow[];
  readonly onOpen: (measureId: string) => void;
}

/** Which measures tell churn apart, and which of those a team can act on. */
export function PredictiveTab({ rows, onOpen }: PredictiveTabProps) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  const ink = useChartInk();
  const map = useMemo(
    () =>
      buildPredictiveMap(rows, {
        actionable: t('explorer.predictive.actionable'),
        fixed: t('explorer.predictive.fixed'),
        axis: t('explorer.predictive.axis'),
        signal: {
          above: t('explorer.predictive.above'),
          half: t('explorer.predictive.half'),
          within: t('explorer.predictive.within'),
        },
        tip: ({ row, auc }) =>
          t('explorer.predictive.tip', {
            name: row.measure.name,
            auc: format.auc(auc.value),
            interval: format.interval(auc.low, auc.high),
            noise: format.auc(noiseBand(row.explored)?.high ?? null),
            healthier: t(`healthier.${row.figures?.healthier ?? 'notSettled'}`),
          }),
        ink,
      }),
    [rows, t, format, ink],
  );
  if (rows.every(({ figures }) => figures === null)) return <LoadingState />;
  const leftOut = rows.filter(({ figures }) => figures !== null && figures.auc === null);
  const hasUse = map.series[0]?.some(({ row }) => row.measure.actionable) === true;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('explorer.predictive.text')}
      </Text>
      <Chart
        option={map.option}
        height={90 + Math.max(4, map.lines) * 38}
        ariaLabel={t('explorer.predictive.label', { count: rows.length - leftOut.length })}
        onPoint={({ seriesIndex, dataIndex }) => {
          const point = map.series[seriesIndex]?.[dataIndex];
          if (point !== undefined) onOpen(point.row.measure.id);
        }}
      />
      {!hasUse && rows.some(({ explored }) => explored !== null) && (
        <Text size="sm">{t('explorer.predictive.noneSettled')}</Text>
      )}
      {leftOut.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('explorer.predictive.leftOut', {
            names: leftOut.map(({ measure }) => measure.name).join(t('sentence.listJoin')),
          })}
        </Text>
      )}
    </Stack>
  );
}
