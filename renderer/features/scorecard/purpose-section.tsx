import { Stack, Title } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { RestField } from './rest-field.tsx';
import type { DraftActions } from './use-scorecard-draft.ts';

export interface PurposeSectionProps {
  readonly purpose: Scorecard['purpose'];
  readonly actions: DraftActions;
}

/** What the score is for, in the person's words. */
export const PurposeSection = memo(function PurposeSection({ purpose, actions }: PurposeSectionProps) {
  const { t } = useTranslation('scorecard');
  const set = (patch: Partial<typeof purpose>) =>
    actions.commit({
      target: 'purpose',
      name: 'setPurpose',
      edit: (card) => ({ ...card, purpose: { ...card.purpose, ...patch } }),
    });
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h6">
        {t('purpose.title')}
      </Title>
      <RestField
        label={t('purpose.goal')}
        placeholder={t('purpose.goalHint')}
        value={purpose.goal}
        maxLength={500}
        multiline
        onRest={(goal) => set({ goal })}
      />
      <RestField
        label={t('purpose.healthy')}
        placeholder={t('purpose.healthyHint')}
        value={purpose.healthyCustomer}
        maxLength={500}
        multiline
        onRest={(healthyCustomer) => set({ healthyCustomer })}
      />
    </Stack>
  );
});
