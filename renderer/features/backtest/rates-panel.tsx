import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { HelpTip } from '../../ui/help-tip.tsx';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import type { Rate } from './build-threshold.ts';
import type { ThresholdPartProps } from './confusion-table.tsx';
import { DrillNumber } from './drill-number.tsx';
import { useRun } from './run-context.ts';

/** Catch per churner, hits per row in alarm, and what the false alarms cost in accounts. */
export function RatesPanel({ figures, threshold, window }: ThresholdPartProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { output } = useRun();
  const { catchRate, hitRate, everRed } = figures;
  const { capacity } = window;
  const score = threshold / 10;
  return (
    <Stack gap="sm">
      <RateLine label={t('explorer.catch')} help={t('explorer.catchHelp')} rate={catchRate}>
        {t('explorer.catchOf', { total: format.number(catchRate.total, 0) })}{' '}
        <DrillNumber
          count={catchRate.count}
          value={format.count(catchRate.count, 'account')}
          what={t('explorer.cell.caught')}
          cell={{ type: 'churners', threshold: score, which: 'caught' }}
        />
      </RateLine>
      <RateLine label={t('explorer.hit')} help={t('explorer.hitHelp')} rate={hitRate}>
        {t('explorer.hitOf', { rows: format.number(hitRate.total, 0) })}{' '}
        <DrillNumber
          count={hitRate.count}
          value={format.count(hitRate.count, 'row')}
          what={t('explorer.cell.caught')}
          cell={{ type: 'confusion', threshold: score, cell: 'caught' }}
        />
        {' · '}
        {t('explorer.contacted')}{' '}
        <DrillNumber
          count={figures.accountsContacted}
          value={format.count(figures.accountsContacted, 'account')}
          what={t('explorer.contacted')}
          cell={{ type: 'accounts', threshold: score, which: 'contacted' }}
        />
      </RateLine>
      <RateLine label={t('explorer.everRed')} help={t('explorer.everRedHelp')} rate={everRed}>
        {t('explorer.everRedOf', { total: format.number(everRed.total, 0) })}{' '}
        <DrillNumber
          count={everRed.count}
          value={format.count(everRed.count, 'account')}
          what={t('explorer.everRed')}
          cell={{ type: 'accounts', threshold: score, which: 'keptEverRed' }}
        />
      </RateLine>
      <div>
        <Group gap={6}>
          <Text size="sm" fw={600}>
            {t('explorer.capacity')} (
            {t(`settings.capacity.${output.figures.settings.schedule.type}`, {
              value: format.number(capacity.perAsOf, 0),
            })}
            )
          </Text>
          <HelpTip text={t('explorer.capacityHelp')} />
        </Group>
        <Text size="xs">
          {t('explorer.capacityText', {
            total: format.number(window.churners, 0),
            caught: format.number(capacity.caught, 1),
            rows: format.number(capacity.rowsContacted, 0),
            hits: format.number(capacity.hits, 1),
          })}
        </Text>
      </div>
    </Stack>
  );
}

interface RateLineProps {
  readonly label: string;
  readonly help: string;
  readonly rate: Rate;
  readonly children: ReactNode;
}

function RateLine({ label, help, rate, children }: RateLineProps) {
  const format = useFormat();
  const percent = (value: number) => format.percent(value, 0);
  return (
    <div>
      <Group gap={6}>
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <HelpTip text={help} />
      </Group>
      <Group gap="xs" wrap="nowrap">
        <IntervalBar
          estimate={rate.share === null ? null : { value: rate.share, low: rate.low, high: rate.high }}
          width={110}
          format={percent}
        />
        <Text span fw={700} fz={16} className="num">
          {format.percent(rate.share, 0)}
        </Text>
        <Text span size="xs" c="dimmed" className="num" style={{ whiteSpace: 'nowrap' }}>
          {format.interval(rate.low, rate.high, percent)}
        </Text>
      </Group>
      <Text size="xs" component="div">
        {children}
      </Text>
    </div>
  );
}
