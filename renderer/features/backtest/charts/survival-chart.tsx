import { SegmentedControl, Text } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { Chart, type ChartPoint } from '../../../ui/chart.tsx';
import { ExplainedAround } from '../../../ui/explained.tsx';
import { useChartInk } from '../../../ui/use-chart-ink.ts';
import { AtRiskTable } from '../lab/at-risk-table.tsx';
import { bandName } from '../lab/build-calibration.ts';
import { buildSurvivalOption, type IntervalKind, intervalOf } from '../lab/build-survival.ts';
import { useLab } from '../lab/lab-context.ts';
import { LogRankText } from '../lab/log-rank-text.tsx';
import { NoFigure } from '../lab/no-figure.tsx';
import { useLink } from '../link-context.ts';
import { type Drill, useRun } from '../run-context.ts';
import { Section } from '../section.tsx';
import { linkedEvents, linkedId, overlayOf } from './build-overlays.ts';
import { useMark } from './use-mark.ts';

/** Who is still there, by the band of one date, with numbers at risk and either kind of interval. */
export function SurvivalChart() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { survival } = useLab().lab;
  const { linked } = useLink();
  const [interval, setInterval] = useState<IntervalKind>('log');
  const option = useSurvivalOption(interval);
  const overlay = useMemo(
    () => overlayOf({ [linkedId]: linkedEvents(linked, survival) }),
    [linked, survival],
  );
  const marks = useMark(useSurvivalMark());
  const { bands } = useRun().output.scorecard;
  const day = format.dayInSentence(survival.asOf);
  const points = survival.bands.map((band) =>
    t('lab.survival.point', {
      band: bandName(bands, band.bandId),
      accounts: band.accounts,
      events: band.events,
      last: format.percent(band.steps.at(-1)?.survival ?? null),
    }),
  );
  const isShown = survival.bands.some(({ accounts }) => accounts > 0);
  return (
    <Section
      title={t('lab.survival.title')}
      term="survival"
      {...(isShown
        ? {
            why: t('lab.survival.of', {
              day,
              accounts: format.count(
                survival.bands.reduce((sum, { accounts }) => sum + accounts, 0),
                'account',
              ),
            }),
          }
        : {})}
      right={
        isShown && (
          <ExplainedAround term="survivalInterval">
            <SegmentedControl
              size="xs"
              aria-label={t('lab.survival.intervalKind')}
              data={(['log', 'logLog'] as const).map((value) => ({
                value,
                label: t(`lab.survival.intervals.${value}`),
              }))}
              value={interval}
              onChange={setInterval}
            />
          </ExplainedAround>
        )
      }
    >
      {survival.reason !== null && <NoFigure reason={survival.reason} />}
      {isShown && (
        <>
          <Chart
            option={option}
            overlay={overlay}
            height={280}
            ariaLabel={t('lab.survival.chart', { day, bands: points.join(', ') })}
            {...marks}
          />
          <AtRiskTable survival={survival} />
          <Text size="xs">
            <LogRankText />
          </Text>
        </>
      )}
    </Section>
  );
}

function useSurvivalOption(interval: IntervalKind) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { survival } = useLab().lab;
  const { bands } = useRun().output.scorecard;
  const ink = useChartInk();
  return useMemo(
    () =>
      buildSurvivalOption(survival, bands, {
        percent: format.percent,
        days: t('lab.survival.days', { day: format.day(survival.asOf) }),
        share: t('lab.survival.share'),
        ink,
        interval,
        tip: (band, step) => {
          const { low, high } = intervalOf(step, interval);
          return t('lab.survival.tip', {
            band,
            time: step.time,
            survival: format.percent(step.survival),
            interval: format.percentInterval(low, high),
            atRisk: format.number(step.atRisk, 0),
          });
        },
      }),
    [survival, bands, interval, t, format, ink],
  );
}

/** A step stands for the accounts of its band that had churned by then. */
function useSurvivalMark() {
  const { t } = useTranslation('backtest');
  const { output } = useRun();
  const { survival } = useLab().lab;
  return useCallback(
    ({ seriesIndex, dataIndex }: ChartPoint): Drill | null => {
      const shown = survival.bands.filter(({ accounts }) => accounts > 0);
      const band = shown[seriesIndex];
      const step = band?.steps[dataIndex - 1];
      if (band === undefined || step === undefined || survival.asOf === null) return null;
      return {
        title: t('lab.survival.churnedBy', {
          band: bandName(output.scorecard.bands, band.bandId),
          time: step.time,
        }),
        cell: {
          type: 'landmark',
          asOf: survival.asOf,
          bandId: band.bandId,
          which: 'events',
          time: step.time,
        },
        window: 'all',
      };
    },
    [survival, output, t],
  );
}
