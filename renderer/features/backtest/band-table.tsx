import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BandFigure } from '../../../shared/schemas/figures.ts';
import type { Band } from '../../../shared/schemas/scorecard.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { Explained } from '../../ui/explained.tsx';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { isMonotone, nameOf } from './build-band-option.ts';
import { ColumnHead } from './column-head.tsx';
import { DrillNumber } from './drill-number.tsx';
import { useRun } from './run-context.ts';

/** Band × outcome: rows, accounts, churned, kept and the churn rate with its interval. */
export function BandTable() {
  const { t } = useTranslation('backtest');
  const { output, window, isOptimistic } = useRun();
  if (window === null) return null;
  const highest = Math.max(0.1, ...window.bands.map((figure) => figure.high ?? 0));
  return (
    <Stack gap="xs" {...(isOptimistic ? { className: 'optimistic' } : {})}>
      <Text size="sm">
        <Explained term="monotone">
          {t(isMonotone(window.bands) ? 'bands.monotone' : 'bands.notMonotone')}
        </Explained>
      </Text>
      <Table fz={13} aria-label={t('bands.label')} data-testid="band-table">
        <Table.Thead>
          <Table.Tr>
            <ColumnHead>{t('bands.band')}</ColumnHead>
            <ColumnHead right term="rows">
              {t('bands.rows')}
            </ColumnHead>
            <ColumnHead right term="bandShare">
              {t('bands.share')}
            </ColumnHead>
            <ColumnHead right term="accounts">
              {t('bands.accounts')}
            </ColumnHead>
            <ColumnHead right term="positives">
              {t('bands.churned')}
            </ColumnHead>
            <ColumnHead right term="kept">
              {t('bands.kept')}
            </ColumnHead>
            <ColumnHead right term="churnRate">
              {t('bands.rate')}
            </ColumnHead>
            <ColumnHead term="interval">{t('bands.interval')}</ColumnHead>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {output.scorecard.bands.map((band, index) => {
            const figure = window.bands[index];
            return figure && <BandRow key={band.id} band={band} figure={figure} highest={highest} />;
          })}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

interface BandRowProps {
  readonly band: Band;
  readonly figure: BandFigure;
  readonly highest: number;
}

function BandRow({ band, figure, highest }: BandRowProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const number = (value: number, label: 'positive' | 'kept' | 'both', what: string) => (
    <DrillNumber
      count={value}
      value={format.number(value, 0)}
      what={`${nameOf(band)} ${what}`}
      cell={{ type: 'band', bandId: band.id, label }}
    />
  );
  return (
    <Table.Tr>
      <Table.Td>
        <BandBadge band={band} />
      </Table.Td>
      <Table.Td className="num">{number(figure.rows, 'both', t('bands.rows'))}</Table.Td>
      <Table.Td className="num">{format.percent(figure.share)}</Table.Td>
      <Table.Td className="num">{number(figure.accounts, 'both', t('bands.accounts'))}</Table.Td>
      <Table.Td className="num">{number(figure.positives, 'positive', t('bands.churned'))}</Table.Td>
      <Table.Td className="num">{number(figure.rows - figure.positives, 'kept', t('bands.kept'))}</Table.Td>
      <Table.Td className="num">{format.percent(figure.rate)}</Table.Td>
      <Table.Td>
        <span className="backtest-figure">
          <IntervalBar
            estimate={
              figure.rate === null ? null : { value: figure.rate, low: figure.low, high: figure.high }
            }
            max={highest}
            width={160}
            format={(value) => format.percent(value)}
          />
          <Text span size="xs" c="dimmed">
            {format.percentInterval(figure.low, figure.high)}
          </Text>
        </span>
      </Table.Td>
    </Table.Tr>
  );
}
