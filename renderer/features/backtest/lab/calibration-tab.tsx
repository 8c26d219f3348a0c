import { Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CalibrationFigures } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { BandBadge } from '../../../ui/band-badge.tsx';
import { IntervalBar } from '../../../ui/interval-bar.tsx';
import { ColumnHead } from '../column-head.tsx';
import { DrillNumber } from '../drill-number.tsx';
import { useRun } from '../run-context.ts';
import { bandName, ratioKind } from './build-calibration.ts';
import { DriftPart } from './drift-part.tsx';
import { useLab } from './lab-context.ts';
import { LabPart } from './lab-part.tsx';
import { NoFigure } from './no-figure.tsx';
import { PlainFigure } from './plain-figure.tsx';
import { WindowN } from './window-n.tsx';

/** The numbers behind calibration and drift. */
export function CalibrationTab() {
  const { t } = useTranslation('backtest');
  const { calibration, drift } = useLab().lab;
  return (
    <Stack gap="lg">
      <LabPart title={t('lab.calibration.title')} term="calibration">
        {calibration.reason !== null && <NoFigure reason={calibration.reason} />}
        {calibration.bands.length > 0 && calibration.rows > 0 && (
          <>
            <Ratio figures={calibration} />
            <CalibrationTable figures={calibration} />
            <Text size="xs" c="dimmed">
              {t('lab.calibration.smoothed')}
            </Text>
          </>
        )}
      </LabPart>
      <DriftPart drift={drift} />
    </Stack>
  );
}

function Ratio({ figures }: { readonly figures: CalibrationFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { ratio, observed, expected } = figures;
  const two = (value: number) => format.number(value, 2);
  return (
    <>
      {ratio !== null && <Text size="sm">{t(`lab.calibration.${ratioKind(ratio)}`)}</Text>}
      <Group gap="xl" align="flex-start">
        <PlainFigure
          label={t('lab.calibration.ratio')}
          term="observedExpected"
          value={format.number(ratio?.value ?? null, 2)}
          note={
            <>
              {format.interval(ratio?.low ?? null, ratio?.high ?? null, two)}{' '}
              {t('lab.calibration.ratioText', {
                observed: format.number(observed, 0),
                expected: format.expected(expected),
              })}{' '}
              <WindowN churners={figures.churners} rows={figures.rows} />
            </>
          }
        >
          <IntervalBar
            estimate={ratio}
            max={Math.max(2, ratio?.high ?? 0, ratio?.value ?? 0)}
            reference={1}
            format={two}
          />
        </PlainFigure>
      </Group>
    </>
  );
}

function CalibrationTable({ figures }: { readonly figures: CalibrationFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { bands } = useRun().output.scorecard;
  const highest = Math.max(0.1, ...figures.bands.map(({ high }) => high ?? 0));
  return (
    <Table fz={13} aria-label={t('lab.calibration.tableLabel')} data-testid="calibration-table">
      <Table.Thead>
        <Table.Tr>
          <ColumnHead>{t('lab.calibration.band')}</ColumnHead>
          <ColumnHead right term="predictedRate">
            {t('lab.calibration.predicted')}
          </ColumnHead>
          <ColumnHead right term="rows">
            {t('lab.calibration.designRows')}
          </ColumnHead>
          <ColumnHead right term="churnRate">
            {t('lab.calibration.observed')}
          </ColumnHead>
          <ColumnHead term="interval">{t('bands.interval')}</ColumnHead>
          <ColumnHead right term="positives">
            {t('bands.churned')}
          </ColumnHead>
          <ColumnHead right term="rows">
            {t('bands.rows')}
          </ColumnHead>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {figures.bands.map((figure) => (
          <Table.Tr key={figure.bandId}>
            <Table.Td>
              <BandBadge band={bands.find((band) => band.id === figure.bandId) ?? null} />
            </Table.Td>
            <Table.Td className="num">
              {format.percent(figure.designRows === 0 ? null : figure.predicted)}
            </Table.Td>
            <Table.Td className="num">
              <BandRows figure={figure} count={figure.designRows} window="design" label="both" />
            </Table.Td>
            <Table.Td className="num">{format.percent(figure.rate)}</Table.Td>
            <Table.Td>
              <span className="backtest-figure">
                <IntervalBar
                  estimate={
                    figure.rate === null ? null : { value: figure.rate, low: figure.low, high: figure.high }
                  }
                  max={highest}
                  format={(value) => format.percent(value)}
                />
                <Text span size="xs" c="dimmed">
                  {format.percentInterval(figure.low, figure.high)}
                </Text>
              </span>
            </Table.Td>
            <Table.Td className="num">
              <BandRows figure={figure} count={figure.positives} window="test" label="positive" />
            </Table.Td>
            <Table.Td className="num">
              <BandRows figure={figure} count={figure.rows} window="test" label="both" />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface BandRowsProps {
  readonly figure: CalibrationFigures['bands'][number];
  readonly count: number;
  readonly window: 'design' | 'test';
  readonly label: 'positive' | 'both';
}

function BandRows({ figure, count, window, label }: BandRowsProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const band = bandName(useRun().output.scorecard.bands, figure.bandId);
  return (
    <DrillNumber
      count={count}
      value={format.number(count, 0)}
      what={label === 'positive' ? t('charts.bandChurned', { band }) : `${band} ${t('bands.rows')}`}
      cell={{ type: 'band', bandId: figure.bandId, label }}
      window={window}
    />
  );
}
