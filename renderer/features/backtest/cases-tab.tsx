import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DrillTable } from './drill-table.tsx';
import { useRun } from './run-context.ts';

/** Each churned account with its score on the decision date. */
export function CasesTab() {
  const { t } = useTranslation('backtest');
  const { window, windowName } = useRun();
  if (window === null || window.churners === 0) return <Text size="sm">{t('cases.none')}</Text>;
  return (
    <Stack gap="xs">
      <Text size="sm">{t('cases.why')}</Text>
      <DrillTable
        drill={{
          title: t('cases.drill'),
          cell: { type: 'churners', threshold: null, which: 'all' },
          window: windowName,
        }}
        height={Math.min(440, 52 + 36 * Math.max(1, window.churners))}
      />
    </Stack>
  );
}
