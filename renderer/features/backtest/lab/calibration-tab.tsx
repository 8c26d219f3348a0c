import { Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalibrationFigures } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Chart } from '../../../ui/chart.tsx';
import { IntervalBar } from '../../../ui/interval-bar.tsx';
import { useChartInk } from '../../../ui/use-chart-ink.ts';
import { useRun } from '../run-context.ts';
import { bandName, buildCalibrationOption, ratioKind } from './build-calibration.ts';
import { DriftPart } from './drift-part.tsx';
import { useLab } from './lab-context.ts';
import { LabPart } from './lab-part.tsx';
import { NoFigure } from './no-figure.tsx';
import { PlainFigure } from './plain-figure.tsx';

/** Can the rate of a band be taken at its word, and have the bands moved since? */
export function CalibrationTab() {
  const { t } = useTranslation('backtest');
  const { calibration, drift } = useLab().lab;
  return (
    <Stack gap="lg">
      <LabPart title={t('lab.calibration.title')} help={t('lab.calibration.help')}>
        {calibration.reason !== null && <NoFigure reason={calibration.reason} />}
        {calibration.bands.length > 0 && calibration.rows > 0 && <Calibration figures={calibration} />}
      </LabPart>
      <DriftPart drift={drift} />
    </Stack>
  );
}

function Calibration({ figures }: { readonly figures: CalibrationFigures }) {
  const { t } = useTranslation(['backtest', 'common']);
  const format = useFormat();
  const { bands } = useRun().output.scorecard;
  const ink = useChartInk();
  const option = useMemo(
    () =>
      buildCalibrationOption(figures.bands, bands, {
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
    [figures, bands, t, format, ink],
  );
  const points = figures.bands.map((figure) =>
    t('lab.calibration.point', {
      band: bandName(bands, figure.bandId),
      predicted: format.percent(figure.predicted),
      observed: format.percent(figure.rate),
    }),
  );
  return (
    <>
      <Chart
        option={option}
        height={260}
        ariaLabel={t('lab.calibration.chart', { bands: points.join(', ') })}
      />
      <CalibrationNumbers figures={figures} />
    </>
  );
}

function CalibrationNumbers({ figures }: { readonly figures: CalibrationFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { ratio, observed, expected, brier, brierSkill } = figures;
  const two = (value: number) => format.number(value, 2);
  const n = `${format.count(figures.churners, 'churner')} · ${format.count(figures.rows, 'row')}`;
  return (
    <>
      <Group gap="xl" align="flex-start">
        <PlainFigure
          label={t('lab.calibration.ratio')}
          help={t('lab.calibration.ratioHelp')}
          value={format.number(ratio?.value ?? null, 2)}
          note={`${format.interval(ratio?.low ?? null, ratio?.high ?? null, two)} ${t(
            'lab.calibration.ratioText',
            {
              observed: format.number(observed, 0),
              expected: format.number(expected, 1),
            },
          )}`}
        >
          <IntervalBar
            estimate={ratio}
            max={Math.max(2, ratio?.high ?? 0, ratio?.value ?? 0)}
            reference={1}
            format={two}
          />
        </PlainFigure>
        <PlainFigure
          label={t('lab.calibration.brier')}
          help={t('lab.calibration.brierHelp')}
          value={format.number(brier, 4)}
          note={n}
        />
        <PlainFigure
          label={t('lab.calibration.skill')}
          help={t('lab.calibration.skillHelp')}
          value={format.percent(brierSkill)}
          note={n}
        />
      </Group>
      {ratio !== null && <Text size="sm">{t(`lab.calibration.${ratioKind(ratio)}`)}</Text>}
    </>
  );
}
