import { Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { Chart, type ChartPoint } from '../../../ui/chart.tsx';
import { useChartInk } from '../../../ui/use-chart-ink.ts';
import { bandName, buildDriftOption, driftKind } from '../lab/build-calibration.ts';
import { useLab } from '../lab/lab-context.ts';
import { NoFigure } from '../lab/no-figure.tsx';
import { type Drill, useRun } from '../run-context.ts';
import { Section } from '../section.tsx';
import { useMark } from './use-mark.ts';

/** Have the shares of the bands moved since the design window by more than chance would? */
export function DriftChart() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { drift } = useLab().lab;
  const { bands } = useRun().output.scorecard;
  const ink = useChartInk();
  const day = format.day(drift.asOf);
  const option = useMemo(
    () =>
      buildDriftOption(drift.bands, bands, {
        design: t('lab.calibration.designShare'),
        latest: t('lab.calibration.latestShare', { day }),
        percent: format.percent,
        ink,
        tip: (band, { designShare, latestShare }) =>
          t('lab.calibration.driftTip', {
            band,
            day,
            design: format.percent(designShare),
            latest: format.percent(latestShare),
          }),
      }),
    [drift, bands, day, t, format, ink],
  );
  const marks = useMark(useDriftMark());
  const kind = driftKind(drift);
  return (
    <Section title={t('lab.calibration.driftTitle')} term="drift">
      {drift.reason !== null && <NoFigure reason={drift.reason} />}
      {kind !== null && (
        <Text size="sm" data-testid="drift-sentence">
          {t(`lab.calibration.${kind}`, { day: format.dayInSentence(drift.asOf) })}
        </Text>
      )}
      {drift.bands.length > 0 && (
        <Chart
          option={option}
          height={230}
          ariaLabel={`${t('lab.calibration.driftLabel')}: ${drift.bands
            .map(({ bandId, latestShare }) => `${bandName(bands, bandId)} ${format.percent(latestShare)}`)
            .join(', ')}`}
          {...marks}
        />
      )}
    </Section>
  );
}

/** A pale bar stands for the band's rows of the design window, a full one for its accounts of the latest date. */
function useDriftMark() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { output } = useRun();
  const { asOf, bands } = useLab().lab.drift;
  const design = output.figures.testFrom === null ? ('all' as const) : ('design' as const);
  return useCallback(
    ({ seriesIndex, dataIndex }: ChartPoint): Drill | null => {
      const bandId = bands[dataIndex]?.bandId;
      if (bandId === undefined || asOf === null) return null;
      const band = bandName(output.scorecard.bands, bandId);
      return seriesIndex === 0
        ? {
            title: t('charts.bandDesign', { band }),
            cell: { type: 'band', bandId, label: 'both' },
            window: design,
          }
        : {
            title: t('charts.bandOn', { band, day: format.day(asOf) }),
            cell: { type: 'snapshotBand', asOf, bandId },
            window: 'all',
          };
    },
    [output, asOf, bands, design, t, format],
  );
}
