import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { Chart } from '../../../ui/chart.tsx';
import { useChartInk } from '../../../ui/use-chart-ink.ts';
import { useRun } from '../run-context.ts';
import { AtRiskTable } from './at-risk-table.tsx';
import { bandName } from './build-calibration.ts';
import { buildSurvivalOption, pText } from './build-survival.ts';
import { useLab } from './lab-context.ts';
import { LabPart } from './lab-part.tsx';
import { NoFigure } from './no-figure.tsx';

/** Kaplan–Meier by the band of one date, numbers at risk, and whether the bands differ. */
export function SurvivalTab() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { survival } = useLab().lab;
  const { reason, logRank } = survival;
  const test = logRank !== null && {
    chi: format.number(logRank.chiSquare, 1),
    df: logRank.degreesOfFreedom,
    p: pText(logRank.p),
  };
  return (
    <Stack gap="lg">
      {reason !== null && <NoFigure reason={reason} />}
      {survival.bands.some(({ accounts }) => accounts > 0) && (
        <>
          <Text data-testid="log-rank">
            {test === false
              ? t('lab.survival.noTest')
              : t((logRank?.p ?? 1) < 0.05 ? 'lab.survival.differ' : 'lab.survival.same', test)}
          </Text>
          <SurvivalChart />
          <AtRiskTable survival={survival} />
        </>
      )}
      {survival.unscored > 0 && (
        <Text size="xs" c="dimmed">
          {t('lab.survival.unscored', { accounts: format.count(survival.unscored, 'account') })}
        </Text>
      )}
    </Stack>
  );
}

function SurvivalChart() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { survival } = useLab().lab;
  const { bands } = useRun().output.scorecard;
  const ink = useChartInk();
  const option = useMemo(
    () =>
      buildSurvivalOption(survival, bands, {
        percent: format.percent,
        days: t('lab.survival.days', { day: format.day(survival.asOf) }),
        share: t('lab.survival.share'),
        ink,
        tip: (band, step) =>
          t('lab.survival.tip', {
            band,
            time: step.time,
            survival: format.percent(step.survival),
            interval: format.percentInterval(step.low, step.high),
            atRisk: format.number(step.atRisk, 0),
          }),
      }),
    [survival, bands, t, format, ink],
  );
  const day = format.dayInSentence(survival.asOf);
  const points = survival.bands.map((band) =>
    t('lab.survival.point', {
      band: bandName(bands, band.bandId),
      accounts: band.accounts,
      events: band.events,
      last: format.percent(band.steps.at(-1)?.survival ?? null),
    }),
  );
  return (
    <LabPart
      title={t('lab.survival.title')}
      help={t('lab.survival.help', { day })}
      why={t('lab.survival.interval')}
    >
      <Chart
        option={option}
        height={320}
        ariaLabel={t('lab.survival.chart', { day, bands: points.join(', ') })}
      />
    </LabPart>
  );
}
