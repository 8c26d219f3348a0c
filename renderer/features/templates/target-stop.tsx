import { NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Behaviour } from '../../../shared/schemas/template.ts';
import { useTaskQuery } from '../../client/use-task-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { chosenBehaviours, targetOf } from './goal-draft.ts';
import type { GoalStopProps } from './goal-stop.tsx';
import { keptMedian } from './kept-median.ts';

/** How far each behaviour must go to count as healthy, beside where accounts that stayed are. */
export function TargetStop({ draft, path, onChange }: GoalStopProps) {
  const { t } = useTranslation('templates');
  return (
    <Stack gap="sm">
      <Text size="sm">{t('path.targetsText')}</Text>
      {chosenBehaviours(draft, path).map((behaviour) => (
        <div key={behaviour.key} className="goal-target">
          <NumberInput
            size="xs"
            label={t(behaviour.direction === 'lower' ? 'path.targetAtMost' : 'path.targetAtLeast', {
              name: behaviour.name,
            })}
            value={targetOf(draft, behaviour)}
            onChange={(target) =>
              onChange({ ...draft, targets: { ...draft.targets, [behaviour.key]: target } })
            }
          />
          <Text size="xs" c="dimmed">
            {behaviour.unit} <KeptMiddle behaviour={behaviour} />
          </Text>
          <TextInput
            size="xs"
            label={t('path.reason')}
            className="goal-reason"
            value={draft.reasons[behaviour.key] ?? behaviour.reason}
            onChange={(event) =>
              onChange({
                ...draft,
                reasons: { ...draft.reasons, [behaviour.key]: event.currentTarget.value },
              })
            }
            maxLength={500}
          />
        </div>
      ))}
      <TextInput
        label={t('path.name')}
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        maxLength={120}
      />
    </Stack>
  );
}

/** About the middle of the accounts that stayed, over the design window; nothing until it is known. */
function KeptMiddle({ behaviour: { measures, name } }: { readonly behaviour: Behaviour }) {
  const { t } = useTranslation('templates');
  const format = useFormat();
  const measure = measures.at(-1);
  const query = useTaskQuery(
    'measures.preview',
    measure === undefined ? null : { measure, parts: measures.slice(0, -1) },
    { label: name },
  );
  const middle = query.value === undefined ? null : keptMedian(query.value.histogram);
  return middle === null ? null : t('path.kept', { value: format.number(middle) });
}
