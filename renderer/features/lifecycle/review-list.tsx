import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LifecycleState } from '../../../shared/schemas/lifecycle.ts';
import { ReviewCard } from './review-card.tsx';

/** Every freeze with its review, newest first. */
export function ReviewList({ state }: { readonly state: LifecycleState }) {
  const { t } = useTranslation('lifecycle');
  if (state.freezes.length === 0) return <Text size="sm">{t('freeze.none')}</Text>;
  return (
    <Stack>
      {state.freezes.map((freeze) => (
        <ReviewCard key={freeze.id} freeze={freeze} state={state} />
      ))}
    </Stack>
  );
}
