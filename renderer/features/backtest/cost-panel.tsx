import { Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Explained } from '../../ui/explained.tsx';
import { costOf, type ThresholdFigures } from './build-threshold.ts';

/** What a missed churner and a call cost, in the person's own unit of money. */
export interface Costs {
  readonly miss: number;
  readonly call: number;
}

/** Stand there until the person puts in their own. */
export const exampleCosts: Costs = { miss: 100, call: 1 };

export interface CostPanelProps {
  readonly figures: ThresholdFigures;
  readonly costs: Costs;
  readonly onChange: (costs: Costs) => void;
}

/** What a threshold costs, from the cost of one miss and of one call; the unit of money is the person's own. */
export function CostPanel({ figures, costs, onChange }: CostPanelProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const cost = costOf(figures, costs.miss, costs.call);
  const write = (value: number) => format.number(value, 2);
  const isExample = costs.miss === exampleCosts.miss && costs.call === exampleCosts.call;
  return (
    <Stack gap="xs">
      <Group gap={6}>
        <Title order={3} size="h6">
          <Explained term="cost">{t('explorer.cost')}</Explained>
        </Title>
      </Group>
      {isExample && (
        <Text size="xs" fw={600} data-testid="example-costs">
          {t('explorer.costExample', { miss: write(costs.miss), call: write(costs.call) })}
        </Text>
      )}
      <CostInputs costs={costs} onChange={onChange} />
      <Text size="xs" c="dimmed">
        {t('explorer.costUnit')}
      </Text>
      <div>
        <Text size="sm">
          {t(isExample ? 'explorer.costTotalExample' : 'explorer.costTotal')}{' '}
          <Text span fw={700} fz={16} data-testid="cost">
            {write(cost.total)}
          </Text>
        </Text>
        <Text size="xs">
          {t('explorer.costText', {
            missed: format.number(cost.missed, 0),
            miss: write(costs.miss),
            calls: format.number(cost.calls, 0),
            call: write(costs.call),
          })}
        </Text>
        <Text size="xs" c="dimmed">
          {t('explorer.costNobody', { value: write(cost.nobody) })}
        </Text>
      </div>
    </Stack>
  );
}

/** The two prices: they stay as they are while the threshold moves. */
const CostInputs = memo(({ costs, onChange }: Omit<CostPanelProps, 'figures'>) => {
  const { t } = useTranslation('backtest');
  const input = { size: 'xs', min: 0, max: 1e12, thousandSeparator: ',', style: { flex: 1 } } as const;
  return (
    <Group gap="xs" wrap="nowrap">
      <NumberInput
        {...input}
        label={t('explorer.costOfMiss')}
        value={costs.miss}
        onChange={(value) => onChange({ ...costs, miss: Number(value) || 0 })}
      />
      <NumberInput
        {...input}
        label={t('explorer.costOfCall')}
        value={costs.call}
        onChange={(value) => onChange({ ...costs, call: Number(value) || 0 })}
      />
    </Group>
  );
});
