import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { Chart, type ChartPoint } from '../../../ui/chart.tsx';
import { useChartInk } from '../../../ui/use-chart-ink.ts';
import { bandName, buildCalibrationOption } from '../lab/build-calibration.ts';
import { useLab } from '../lab/lab-context.ts';
import { NoFigure } from '../lab/no-figure.tsx';
import { useLink } from '../link-context.ts';
import { type Drill, useRun } from '../run-context.ts';
import { Section } from '../section.tsx';
import { bandShares, linkedId, overlayOf } from './build-overlays.ts';
import { useMark } from './use-mark.ts';

/** Can the rate of a band be taken at its word? Predicted from the design window, observed in the test window. */
export function CalibrationChart() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { calibration } = useLab().lab;
  const { bands } = useRun().output.scorecard;
  const { linked } = useLink();
  const ink = useChartInk();
  const option = useMemo(
    () =>
      buildCalibrationOption(calibration.bands, bands, {
        predicted: t('lab.calibration.predicted'),
        observed: t('lab.calibration.observed'),
        percent: format.percent,
        rows: (rows) => `n ${format.number(rows, 0)}`,
        ink,
        tip: (band, figure) =>
          t('lab.calibration.tip', {
            band,
            predicted: format.percent(figure.predicted),
            designRows: format.number(figure.designRows, 0),
            observed: format.percent(figure.rate),
            interval: format.percentInterval(figure.low, figure.high),
            positives: format.number(figure.positives, 0),
            rows: format.number(figure.rows, 0),
          }),
      }),
    [calibration, bands, t, format, ink],
  );
  const overlay = useMemo(
    () => overlayOf({ [linkedId]: bandShares(linked, calibration.bands) }),
    [linked, calibration],
  );
  const markOf = useCallback(
    ({ dataIndex }: ChartPoint): Drill | null => {
      const figure = calibration.bands[dataIndex];
      if (figure === undefined) return null;
      return {
        title: t('charts.bandChurned', { band: bandName(bands, figure.bandId) }),
        cell: { type: 'band', bandId: figure.bandId, label: 'positive' },
        window: 'test',
      };
    },
    [calibration, bands, t],
  );
  const marks = useMark(markOf);
  const points = calibration.bands.map((figure) =>
    t('lab.calibration.point', {
      band: bandName(bands, figure.bandId),
      predicted: format.percent(figure.predicted),
      observed: format.percent(figure.rate),
    }),
  );
  return (
    <Section title={t('lab.calibration.title')} term="calibration">
      {calibration.reason !== null && <NoFigure reason={calibration.reason} />}
      {calibration.bands.length > 0 && calibration.rows > 0 && (
        <Chart
          option={option}
          overlay={overlay}
          height={260}
          ariaLabel={t('lab.calibration.chart', { bands: points.join(', ') })}
          {...marks}
        />
      )}
    </Section>
  );
}
