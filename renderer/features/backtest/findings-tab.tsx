import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FindingList } from './finding-list.tsx';
import { useRun } from './run-context.ts';

/** What the check before this run found. */
export function FindingsTab() {
  const { t } = useTranslation('backtest');
  const { lint } = useRun().output.figures;
  return (
    <Stack gap="xs">
      <Text size="sm">{t('findings.why')}</Text>
      {lint.length === 0 && <Text size="sm">{t('findings.none')}</Text>}
      <FindingList findings={lint} />
    </Stack>
  );
}
