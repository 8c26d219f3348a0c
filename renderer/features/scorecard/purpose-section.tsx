import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RestField } from './rest-field.tsx';
import type { ScorecardDraft } from './use-scorecard-draft.ts';

/** What the score is for, in the person's words. */
export function PurposeSection({ draft }: { readonly draft: ScorecardDraft }) {
  const { t } = useTranslation('scorecard');
  const { purpose } = draft.card;
  const set = (patch: Partial<typeof purpose>) =>
    draft.commit({
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
}
