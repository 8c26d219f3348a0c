import { Button, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ThresholdAdvice } from '../../../shared/schemas/threshold-advice.ts';
import { useTaskQuery } from '../../client/use-task-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { Explained, type Term } from '../../ui/explained.tsx';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import type { Costs } from './cost-panel.tsx';
import { TaskQueryView } from './lab/task-query-view.tsx';
import { useRun, useShownScore } from './run-context.ts';
import { useThreshold } from './threshold-context.tsx';

export interface ThresholdAdvicePanelProps {
  readonly costs: Costs;
  readonly capacity: number;
  readonly onCapacity: (capacity: number) => void;
}

/** Thresholds by capacity and by cost, learnt on the design window, each with where it falls on 200 resamples. */
export const ThresholdAdvicePanel = memo(({ costs, capacity, onCapacity }: ThresholdAdvicePanelProps) => {
  const { t } = useTranslation('backtest');
  const { run, figures } = useRun().output;
  const [asked] = useDebouncedValue({ capacity, ...costs }, 400);
  const query = useTaskQuery(
    'backtests.thresholds',
    {
      runId: run.id,
      capacityPerAsOf: Math.max(1, asked.capacity),
      costOfMiss: asked.miss,
      costOfCall: asked.call,
    },
    { label: t('advice.running') },
  );
  return (
    <Stack gap="xs" data-testid="threshold-advice">
      <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-end">
        <Title order={3} size="h6">
          <Explained term="thresholdStability">{t('advice.title')}</Explained>
        </Title>
        <NumberInput
          size="xs"
          w={120}
          label={t(`advice.capacity.${figures.settings.schedule.type}`)}
          min={1}
          max={100_000}
          allowDecimal={false}
          value={capacity}
          onChange={(value) => onCapacity(Math.max(1, Number(value) || 1))}
        />
      </Group>
      <TaskQueryView query={query} label={t('advice.running')}>
        {(advice) => <Advised advice={advice} />}
      </TaskQueryView>
    </Stack>
  );
});

function Advised({ advice }: { readonly advice: ThresholdAdvice }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { byCapacity, byCost } = advice;
  return (
    <>
      <AdvisedLine
        term="thresholdByCapacity"
        name={t('advice.byCapacity')}
        found={byCapacity}
        why={t('advice.noRows')}
      />
      <AdvisedLine
        term="thresholdByCost"
        name={t('advice.byCost')}
        found={byCost}
        why={t(advice.rows === 0 ? 'advice.noRows' : 'advice.tooFew', { churners: advice.churners })}
      />
      <Text size="xs" c="dimmed">
        {t(advice.window === 'design' ? 'advice.learnt' : 'advice.learntAll', {
          churners: format.count(advice.churners, 'churner'),
          accounts: format.count(advice.accounts, 'account'),
          dates: format.number(advice.dates, 0),
          resamples: format.number(advice.resamples, 0),
        })}
      </Text>
    </>
  );
}

interface AdvisedLineProps {
  readonly term: Term;
  readonly name: string;
  readonly found: {
    readonly bound: number;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
  /** Why there is none. */
  readonly why: string;
}

function AdvisedLine({ term, name, found, why }: AdvisedLineProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const shown = useShownScore();
  const { threshold, setThreshold } = useThreshold();
  const points = (tenths: number) => Math.max(0, Math.min(100, shown(tenths)));
  if (found === null) {
    return (
      <Text size="xs">
        <Explained term={term}>{name}</Explained>: {why}
      </Text>
    );
  }
  const ends = [found.low, found.high].flatMap((end) => (end === null ? [] : [points(end)]));
  const [low = null, high = null] = ends.length < 2 ? [] : [Math.min(...ends), Math.max(...ends)];
  return (
    <Group gap={6} wrap="nowrap" className="advised" data-testid={term}>
      <Text size="xs" w={72} style={{ flexShrink: 0 }}>
        <Explained term={term}>{name}</Explained>
      </Text>
      <Text span size="sm" fw={700} className="num">
        {format.score(points(found.bound))}
      </Text>
      <IntervalBar
        estimate={{ value: points(found.bound), low, high }}
        max={100}
        width={90}
        format={(value) => format.score(value)}
      />
      <Text span size="xs" c="dimmed" className="num" style={{ whiteSpace: 'nowrap' }}>
        {format.interval(low, high, (value) => format.score(value))}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        ml="auto"
        style={{ flexShrink: 0 }}
        disabled={threshold === found.bound}
        aria-label={t('advice.useThis', { name })}
        onClick={() => setThreshold(found.bound)}
      >
        {t('advice.use')}
      </Button>
    </Group>
  );
}
