import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { WindowFigures } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { Chart } from '../../ui/chart.tsx';
import { useChartInk } from '../../ui/use-chart-ink.ts';
import { buildBandOption, nameOf } from './build-band-option.ts';
import { useRun } from './run-context.ts';
import { Section } from './section.tsx';

/** Churn rate of each band with its interval; a bar opens its churned rows. */
export function BandChart({ window }: { readonly window: WindowFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { output, windowName, isOptimistic, openDrill } = useRun();
  const { bands } = output.scorecard;
  const ink = useChartInk();
  const option = useMemo(
    () =>
      buildBandOption(bands, window.bands, {
        rate: t('charts.rate'),
        percent: format.percent,
        ink,
        rows: (rows) => `n ${format.number(rows, 0)}`,
        tip: (band, figure) =>
          t('charts.bandTip', {
            band: nameOf(band),
            rate: format.percent(figure.rate),
            interval: format.percentInterval(figure.low, figure.high),
            churned: format.number(figure.positives, 0),
            rows: format.number(figure.rows, 0),
          }),
      }),
    [bands, window, t, format, ink],
  );
  const open = (index: number) => {
    const band = bands[index];
    if (band === undefined) return;
    openDrill({
      title: nameOf(band),
      cell: { type: 'band', bandId: band.id, label: 'positive' },
      window: windowName,
    });
  };
  const described = bands.map((band, index) =>
    t('charts.bandPoint', { band: nameOf(band), rate: format.percent(window.bands[index]?.rate ?? null) }),
  );
  return (
    <Section title={t('charts.bandTitle')} help={t('charts.bandHelp')} isOptimistic={isOptimistic}>
      <Chart
        option={option}
        height={260}
        ariaLabel={t('charts.bandLabel', { bands: described.join(', ') })}
        onPoint={({ seriesIndex, dataIndex }) => seriesIndex === 0 && open(dataIndex)}
      />
    </Section>
  );
}
