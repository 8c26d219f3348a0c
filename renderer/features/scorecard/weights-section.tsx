import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { weightParts } from '../../../shared/suggestions/weight-parts.ts';
import { useTask } from '../../client/use-task.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { ProgressCard } from '../../ui/progress-card.tsx';
import { fitsGroups, type Weights, weightMethods } from './build-weights.ts';
import type { ScorecardParts } from './scorecard-parts.ts';
import { CurrentCard, MethodCard, type WeightProps } from './weight-cards.tsx';
import { WeightTable } from './weight-table.tsx';

/** Weights three ways with their evidence; each is tried on the whole screen before it is taken. */
export function WeightsSection({ parts }: { readonly parts: ScorecardParts }) {
  const { t, i18n } = useTranslation('scorecard');
  const format = useFormat();
  const task = useTask('suggestions.weights', t('panels.weights.running'), { stopOnLeave: true });
  const [advice, setAdvice] = useState<Weights | { type: 'gated'; churners: number } | null>(null);
  const ask = async () => {
    parts.suggestion.dismiss();
    const result = await task.run({ scorecard: parts.whole, variantId: parts.scope });
    if (result.ok) setAdvice(result.value);
    else if (result.error.code !== 'cancelled') notifyFailure(i18n, result.error);
  };
  const isStale = advice?.type === 'suggested' && !fitsGroups(advice, parts.card.groups, weightParts);
  return (
    <Stack gap="sm" component="section" aria-label={t('panels.sections.weights')}>
      <Title order={2} size="h5">
        {t('panels.sections.weights')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('panels.weights.text')}
      </Text>
      {task.isRunning ? (
        task.progress !== null && <ProgressCard task={task.progress} onStop={task.cancel} />
      ) : (
        <Group>
          <Button
            size="xs"
            variant={advice === null || isStale ? 'filled' : 'default'}
            onClick={() => void ask()}
          >
            {t('panels.weights.ask')}
          </Button>
        </Group>
      )}
      {advice?.type === 'gated' && (
        <Text size="sm" role="status">
          {t('panels.weights.gated', { churners: format.count(advice.churners, 'churner') })}
        </Text>
      )}
      {advice?.type === 'suggested' && !isStale && !task.isRunning && (
        <WeightsFound advice={advice} parts={parts} />
      )}
    </Stack>
  );
}

function WeightsFound({ advice, parts }: WeightProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { most, used } = advice.freeNumbers;
  return (
    <Stack gap="xs" role="status">
      <Text size="xs" c="dimmed">
        {t('panels.weights.evidence', {
          churners: format.count(advice.churners, 'churner'),
          folds: format.number(advice.folds, 0),
        })}
        {' · '}
        {most === null
          ? t('panels.weights.usedAll')
          : t('panels.weights.used', { most: format.number(most, 0), used: format.number(used, 0) })}
      </Text>
      <div className="weight-methods">
        <CurrentCard advice={advice} />
        {weightMethods.map((method) => (
          <MethodCard key={method} method={method} advice={advice} parts={parts} />
        ))}
      </div>
      <WeightTable advice={advice} parts={parts} />
    </Stack>
  );
}
