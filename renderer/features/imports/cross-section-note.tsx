import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';
import { navigate } from '../../client/navigate.ts';
import { useFormat } from '../../format/use-format.ts';

/** Whether all that is known of churn is a flag without a date. */
export function isCrossSection(summary: DataSummary | null): boolean {
  return summary !== null && summary.snapshot !== null && summary.churnedAccounts === 0;
}

/** Said before anything else of a list with a churn flag and no dates: what can be claimed from it and what can not. */
export function CrossSectionNote({ summary }: { readonly summary: DataSummary }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  if (summary.snapshot === null || !isCrossSection(summary)) return null;
  const { accounts, churned } = summary.snapshot;
  const counts = { accounts: format.count(accounts, 'account'), churned: format.number(churned, 0) };
  return (
    <Alert color="orange" variant="light" title={t('crossSection.title')} data-testid="cross-section">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('crossSection.text', counts)}</Text>
        <Button size="xs" variant="default" onClick={() => navigate('measures')}>
          {t('summary.measures')}
        </Button>
      </Stack>
    </Alert>
  );
}
