import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WindowFigures } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { Explained, type Term } from '../../ui/explained.tsx';
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
      <RateLine label={t('explorer.catch')} term="catchRate" rate={catchRate}>
        {t('explorer.catchOf', { total: format.number(catchRate.total, 0) })}{' '}
        <DrillNumber
          count={catchRate.count}
          value={format.count(catchRate.count, 'account')}
          what={t('explorer.cell.caught')}
          cell={{ type: 'churners', threshold: score, which: 'caught' }}
        />
      </RateLine>
      <RateLine label={t('explorer.hit')} term="hitRate" rate={hitRate}>
        {t('explorer.hitOf', { rows: format.number(hitRate.total, 0) })}{' '}
        <DrillNumber
          count={hitRate.count}
          value={format.count(hitRate.count, 'row')}
          what={t('explorer.cell.caught')}
          cell={{ type: 'confusion', threshold: score, cell: 'caught' }}
        />
        {' · '}
        <Explained term="contacted">{t('explorer.contacted')}</Explained>{' '}
        <DrillNumber
          count={figures.accountsContacted}
          value={format.count(figures.accountsContacted, 'account')}
          what={t('explorer.contacted')}
          cell={{ type: 'accounts', threshold: score, which: 'contacted' }}
        />
      </RateLine>
      <RateLine label={t('explorer.everRed')} term="everRed" rate={everRed}>
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
            <Explained term="capacity">
              {t('explorer.capacity')} (
              {t(`settings.capacity.${output.figures.settings.schedule.type}`, {
                value: format.number(capacity.perAsOf, 0),
              })}
              )
            </Explained>
          </Text>
        </Group>
        <CapacityText window={window} />
      </div>
    </Stack>
  );
}

/** What the lowest scores of each date would have found, as many as the team can contact; each number opens its rows. */
function CapacityText({ window }: { readonly window: WindowFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { capacity, churners } = window;
  const number = (which: 'caught' | 'contacted' | 'hits', count: number, value: string) => (
    <DrillNumber
      count={count}
      value={value}
      what={t(`explorer.atCapacity.${which}`)}
      cell={{ type: 'capacity', which }}
    />
  );
  return (
    <Text size="xs" component="div">
      {t('explorer.catchOf', { total: format.number(churners, 0) })}{' '}
      {number('caught', capacity.caught, format.expected(capacity.caught, 'account'))}
      {' · '}
      {t('explorer.atCapacity.contacted')}{' '}
      {number('contacted', capacity.rowsContacted, format.count(capacity.rowsContacted, 'item'))}
      {' · '}
      {t('explorer.atCapacity.hits')} {number('hits', capacity.hits, format.expected(capacity.hits, 'row'))}
    </Text>
  );
}

interface RateLineProps {
  readonly label: string;
  readonly term: Term;
  readonly rate: Rate;
  readonly children: ReactNode;
}

function RateLine({ label, term, rate, children }: RateLineProps) {
  const format = useFormat();
  const percent = (value: number) => format.percent(value, 0);
  return (
    <div>
      <Group gap={6}>
        <Text size="sm" fw={600}>
          <Explained term={term}>{label}</Explained>
        </Text>
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
