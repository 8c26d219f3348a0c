import { Radio, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type GoalKey, type GoalPath, goalKeys } from '../../../shared/schemas/template.ts';
import { type GoalDraft, pickGoal } from './goal-draft.ts';

export interface GoalStopProps {
  readonly draft: GoalDraft;
  readonly path: GoalPath;
  readonly onChange: (draft: GoalDraft) => void;
}

const choices: readonly (GoalKey | 'own')[] = [...goalKeys, 'own'];

/** What the score is for, in the person's words. */
export function GoalStop({ draft, path, onChange }: GoalStopProps) {
  const { t } = useTranslation('templates');
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('path.goalText')}
        value={draft.goalKey}
        onChange={(key) => onChange(pickGoal(draft, path, choices.find((choice) => choice === key) ?? 'own'))}
      >
        <div className="goal-choice">
          {choices.map((key) => (
            <Radio key={key} value={key} label={t(`path.goalOf.${key}`)} mt="xs" />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('path.goalLabel')}
        value={draft.goal}
        onChange={(event) => onChange({ ...draft, goal: event.currentTarget.value })}
        maxLength={500}
        autosize
        minRows={2}
      />
      <Textarea
        label={t('path.healthyLabel')}
        value={draft.healthyCustomer}
        onChange={(event) => onChange({ ...draft, healthyCustomer: event.currentTarget.value })}
        maxLength={500}
        autosize
        minRows={2}
      />
    </Stack>
  );
}
