import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { WindowFigures } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { Chart, type ChartPoint } from '../../ui/chart.tsx';
import { useChartInk } from '../../ui/use-chart-ink.ts';
import { buildBandOption, nameOf } from './build-band-option.ts';
import { bandShares, linkedId, overlayOf } from './charts/build-overlays.ts';
import { useMark } from './charts/use-mark.ts';
import { useLink } from './link-context.ts';
import { type Drill, useRun } from './run-context.ts';
import { Section } from './section.tsx';

/** Churn rate of each band with its interval; a bar opens its churned rows. */
export function BandChart({ window }: { readonly window: WindowFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { output, windowName, isOptimistic } = useRun();
  const { linked } = useLink();
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
  const overlay = useMemo(
    () => overlayOf({ [linkedId]: bandShares(linked, window.bands) }),
    [linked, window],
  );
  const markOf = useCallback(
    ({ dataIndex }: ChartPoint): Drill | null => {
      const band = bands[dataIndex];
      if (band === undefined) return null;
      return {
        title: t('charts.bandChurned', { band: nameOf(band) }),
        cell: { type: 'band', bandId: band.id, label: 'positive' },
        window: windowName,
      };
    },
    [bands, windowName, t],
  );
  const marks = useMark(markOf);
  const described = bands.map((band, index) =>
    t('charts.bandPoint', { band: nameOf(band), rate: format.percent(window.bands[index]?.rate ?? null) }),
  );
  return (
    <Section title={t('charts.bandTitle')} term="churnRate" isOptimistic={isOptimistic}>
      <Chart
        option={option}
        overlay={overlay}
        height={260}
        ariaLabel={t('charts.bandLabel', { bands: described.join(', ') })}
        {...marks}
      />
    </Section>
  );
}
