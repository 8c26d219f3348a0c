import { SimpleGrid, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureDetail } from '../../../shared/schemas/measure-explorer.ts';
import { useFormat } from '../../format/use-format.ts';
import { Chart } from '../../ui/chart.tsx';
import { HistogramPlot } from '../../ui/histogram-plot.tsx';
import { Section } from '../../ui/section.tsx';
import { useChartInk } from '../../ui/use-chart-ink.ts';
import { buildBinOption, type ShownBin, shownBins } from './build-bin-option.ts';
import { buildByDateOption } from './build-by-date-option.ts';
import { buildHistoryOption } from './build-history-option.ts';

export interface MeasureChartsProps {
  readonly detail: MeasureDetail;
  readonly name: string;
}

const height = 260;

/** The four pictures of one measure; two where its list has no dates. */
export function MeasureCharts({ detail, name }: MeasureChartsProps) {
  const { t } = useTranslation('measures');
  const hasDates = detail.history.length > 0;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <Section title={t('explorer.view.histogram')}>
        <HistogramPlot histogram={detail.figures.histogram} name={name} height={height - 24} />
      </Section>
      <BinChart detail={detail} />
      {hasDates && <DateChart detail={detail} />}
      {hasDates && <HistoryChart detail={detail} />}
    </SimpleGrid>
  );
}

/** Letters that fit under a bar in one line. */
const shortRange = 5;

function BinChart({ detail }: Pick<MeasureChartsProps, 'detail'>) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  const ink = useChartInk();
  const bins = useMemo(() => shownBins(detail), [detail]);
  const range = ({ low, high }: ShownBin, space = '') => {
    if (low === null || high === null) return t('explorer.view.missingBin');
    return low === high ? format.number(low) : `${format.number(low)}–${space}${format.number(high)}`;
  };
  const option = buildBinOption(bins, {
    // Long ones in two lines, so that ten bins stand side by side.
    range: (bin) => (range(bin).length <= shortRange ? range(bin) : range(bin, '\n')),
    rows: ({ rows }) => `n ${format.number(rows, 0)}`,
    tip: (bin) =>
      t('explorer.view.binTip', {
        range: range(bin),
        rate: format.percent(bin.rate),
        interval: format.percentInterval(bin.rateLow, bin.rateHigh),
        positives: format.number(bin.positives, 0),
        rows: format.count(bin.rows, 'row'),
        accounts: format.count(bin.accounts, 'account'),
      }),
    percent: (share) => format.percent(share, share < 0.1 ? 1 : 0),
    ink,
  });
  const rates = bins
    .map((bin) => `${range(bin)} ${format.percent(bin.rate)} (n ${format.number(bin.rows, 0)})`)
    .join(', ');
  return (
    <Section title={t('explorer.view.bins')} help={t('explorer.view.binsHelp')}>
      <Chart option={option} height={height} ariaLabel={t('explorer.view.binsLabel', { rates })} />
    </Section>
  );
}

function DateChart({ detail: { byDate } }: Pick<MeasureChartsProps, 'detail'>) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  const ink = useChartInk();
  const shown = byDate.filter(({ auc }) => auc !== null).length;
  return (
    <Section title={t('explorer.view.byDate')} help={t('explorer.view.byDateHelp')}>
      {shown === 0 ? (
        <Text size="sm">{t('explorer.view.byDateNone')}</Text>
      ) : (
        <Chart
          height={height}
          ariaLabel={t('explorer.view.byDateLabel', { count: shown })}
          option={buildByDateOption(byDate, {
            day: format.day,
            churned: ({ positives }) => format.count(positives, 'churner'),
            tip: ({ asOf, auc, positives, kept }) =>
              t('explorer.view.byDateTip', {
                day: format.day(asOf),
                auc: format.auc(auc?.value ?? null),
                interval: format.interval(auc?.low ?? null, auc?.high ?? null),
                positives: format.number(positives, 0),
                kept: format.number(kept, 0),
              }),
            ink,
          })}
        />
      )}
    </Section>
  );
}

function HistoryChart({ detail: { history } }: Pick<MeasureChartsProps, 'detail'>) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  return (
    <Section title={t('explorer.view.history')} help={t('explorer.view.historyHelp')}>
      <Chart
        height={height}
        ariaLabel={t('explorer.view.historyLabel', {
          first: format.day(history[0]?.asOf ?? null),
          last: format.day(history.at(-1)?.asOf ?? null),
        })}
        option={buildHistoryOption(history, {
          day: format.day,
          median: t('explorer.view.median'),
          middle: t('explorer.view.middle'),
          number: (value) => format.number(value),
          tip: (point) =>
            t('explorer.view.historyTip', {
              day: format.day(point.asOf),
              median: format.number(point.median),
              low: format.number(point.lowQuarter),
              high: format.number(point.highQuarter),
              withValue: format.number(point.withValue, 0),
              accounts: format.count(point.accounts, 'account'),
            }),
        })}
      />
    </Section>
  );
}
