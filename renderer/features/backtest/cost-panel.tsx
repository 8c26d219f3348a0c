import { Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Explained } from '../../ui/explained.tsx';
import { costOf, type ThresholdFigures } from './build-threshold.ts';

/** What a threshold costs, from the cost of one miss and of one call; the unit of money is the person's own. */
export function CostPanel({ figures }: { readonly figures: ThresholdFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const [costOfMiss, setCostOfMiss] = useState(100);
  const [costOfCall, setCostOfCall] = useState(1);
  const cost = costOf(figures, costOfMiss, costOfCall);
  const write = (value: number) => format.number(value, 2);
  const input = { size: 'xs', min: 0, max: 1e12, thousandSeparator: ',', style: { flex: 1 } } as const;
  return (
    <Stack gap="xs">
      <Group gap={6}>
        <Title order={3} size="h6">
          <Explained term="cost">{t('explorer.cost')}</Explained>
        </Title>
      </Group>
      <Group gap="xs" wrap="nowrap">
        <NumberInput
          {...input}
          label={t('explorer.costOfMiss')}
          value={costOfMiss}
          onChange={(value) => setCostOfMiss(Number(value) || 0)}
        />
        <NumberInput
          {...input}
          label={t('explorer.costOfCall')}
          value={costOfCall}
          onChange={(value) => setCostOfCall(Number(value) || 0)}
        />
      </Group>
      <div>
        <Text size="sm">
          {t('explorer.costTotal')}{' '}
          <Text span fw={700} fz={16} data-testid="cost">
            {write(cost.total)}
          </Text>
        </Text>
        <Text size="xs">
          {t('explorer.costText', {
            missed: format.number(cost.missed, 0),
            miss: write(costOfMiss),
            calls: format.number(cost.calls, 0),
            call: write(costOfCall),
          })}
        </Text>
        <Text size="xs" c="dimmed">
          {t('explorer.costNobody', { value: write(cost.nobody) })}
        </Text>
      </div>
    </Stack>
  );
}
