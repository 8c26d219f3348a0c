import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rate } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { HelpTip } from '../../../ui/help-tip.tsx';
import { IntervalBar } from '../../../ui/interval-bar.tsx';

export interface RateFigureProps {
  readonly label: string;
  readonly help?: string;
  readonly rate: Rate;
  readonly colour?: string;
}

/** A share with its count, its total and its interval drawn. */
export function RateFigure({ label, help, rate, colour }: RateFigureProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  return (
    <div>
      <Group gap={4}>
        <Text size="xs" c="dimmed">
          {label}
        </Text>
        {help !== undefined && <HelpTip text={help} />}
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
          {format.percentInterval(rate.low, rate.high)}{' '}
          {t('lab.rate', { part: format.number(rate.count, 0), total: format.number(rate.total, 0) })}
        </Text>
      </span>
    </div>
  );
}
