import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { settleDirection } from '../../../shared/suggestions/settled-direction.ts';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { useDesign } from '../../client/use-design.ts';
import { newTaskId, runTask } from '../../client/use-task.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { notifyFailure } from '../../ui/notify.ts';
import { emptyScorecard, scorecardOf } from './new-scorecard.ts';
import { useCardSteps } from './use-card-steps.ts';

/** What stands here before the first scorecard: begin with proposed measures, or with nothing. */
export function FirstScorecard() {
  const { t, i18n } = useTranslation('scorecard');
  const design = useDesign();
  const language = useAppStore((state) => state.language);
  const steps = useCardSteps();
  const [isPreparing, setPreparing] = useState(false);
  const [hasNothing, setNothing] = useState(false);
  const setChoosingTemplate = useAppStore((state) => state.setChoosingTemplate);
  const head = () => ({ id: crypto.randomUUID(), name: t('defaultName', { n: 1 }), language });

  const fromProposed = async () => {
    setPreparing(true);
    const kept = design?.measures ?? [];
    const proposed = kept.length > 0 ? null : await call('measures.propose', { language });
    if (proposed !== null && !proposed.ok) {
      setPreparing(false);
      return notifyFailure(i18n, proposed.error);
    }
    const measures: Measure[] = proposed === null ? [...kept] : [...proposed.value.measures];
    const figures: MeasureFigures[] = [];
    for (const [i, measure] of measures.entries()) {
      const task = { taskId: newTaskId(), label: t('empty.preparing') };
      const preview = await runTask('measures.preview', { measure }, task);
      if (!preview.ok) continue;
      figures.push({ ...preview.value, measureId: measure.id });
      if (proposed !== null) measures[i] = settleDirection(measure, preview.value);
    }
    const groupNames = {
      usage: t('defaultGroup.usage'),
      records: t('defaultGroup.records'),
      other: t('defaultGroup.other'),
    };
    setPreparing(false);
    if (measures.length === 0) return setNothing(true);
    await steps.createProposed(
      scorecardOf({ ...head(), measures, figures, groupNames }),
      proposed === null ? [] : measures,
    );
  };
  return (
    <EmptyState
      title={t('empty.title')}
      text={hasNothing ? t('empty.noMeasures') : t('empty.text')}
      action={
        <Group>
          <Button onClick={() => void fromProposed()} disabled={isPreparing}>
            {t('empty.fromProposed')}
          </Button>
          <Button
            variant="default"
            disabled={isPreparing}
            onClick={() => void steps.create(emptyScorecard(head()))}
          >
            {t('empty.fromEmpty')}
          </Button>
          <Button variant="default" disabled={isPreparing} onClick={() => setChoosingTemplate(true)}>
            {t('templates.menu')}
          </Button>
          {isPreparing && (
            <Text size="sm" c="dimmed" role="status">
              {t('empty.preparing')}
            </Text>
          )}
        </Group>
      }
    />
  );
}
