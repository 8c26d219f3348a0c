import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rate } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Explained, type Term } from '../../../ui/explained.tsx';
import { IntervalBar } from '../../../ui/interval-bar.tsx';
import { DrillNumber } from '../drill-number.tsx';
import type { DrillCell, DrillWindow } from '../run-context.ts';

export interface RateFigureProps {
  readonly label: string;
  readonly term: Term;
  readonly rate: Rate;
  /** The rows that the count opens. */
  readonly cell: DrillCell;
  readonly window?: DrillWindow;
  readonly colour?: string;
  /** What is counted; accounts unless said. */
  readonly unit?: 'account' | 'row';
}

/** A share with its interval drawn, its total, and its count, which opens the accounts. */
export function RateFigure({ label, term, rate, cell, window, colour, unit = 'account' }: RateFigureProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  return (
    <div>
      <Group gap={4}>
        <Text size="xs" c="dimmed">
          <Explained term={term}>{label}</Explained>
        </Text>
      </Group>
      <span className="backtest-figure">
        <Text span fw={600}>
          {format.percent(rate.rate)}
        </Text>
        <IntervalBar
          estimate={rate.rate === null ? null : { value: rate.rate, low: rate.low, high: rate.high }}
          format={(value) => format.percent(value)}
          {...(colour === undefined ? {} : { colour })}
        />
        <Text span size="xs" c="dimmed">
          {format.percentInterval(rate.low, rate.high)}
        </Text>
        <Text span size="xs">
          {t('lab.rateOf', { total: format.count(rate.total, unit) })}{' '}
          <DrillNumber
            count={rate.count}
            value={format.count(rate.count, unit)}
            what={label}
            cell={cell}
            {...(window === undefined ? {} : { window })}
          />
        </Text>
      </span>
    </div>
  );
}
