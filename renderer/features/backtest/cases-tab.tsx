import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Query } from '../../client/use-query.ts';
import { CaseBoard } from './cases/case-board.tsx';
import { DrillTable } from './drill-table.tsx';
import type { LabOutput } from './lab/lab-context.ts';
import { LabPanel } from './lab/lab-panel.tsx';
import { LabPart } from './lab/lab-part.tsx';
import { useRun } from './run-context.ts';

/** Each churned account as a case, and its score on the decision date. */
export function CasesTab({ lab }: { readonly lab: Query<LabOutput> }) {
  const { t } = useTranslation('backtest');
  const { window, windowName } = useRun();
  return (
    <Stack gap="lg">
      <LabPanel query={lab}>
        <CaseBoard />
      </LabPanel>
      {window === null || window.churners === 0 ? (
        <Text size="sm">{t('cases.none')}</Text>
      ) : (
        <LabPart title={t('cases.table')} term="decisionDate" why={t('cases.why')}>
          <DrillTable
            drill={{
              title: t('cases.drill'),
              cell: { type: 'churners', threshold: null, which: 'all' },
              window: windowName,
            }}
            height={Math.min(320, 52 + 36 * Math.max(1, window.churners))}
          />
        </LabPart>
      )}
    </Stack>
  );
}
