import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ColumnTable } from './column-table.tsx';
import { findIdColumn } from './find-id-column.ts';
import { PlanOptions } from './plan-options.tsx';
import { PlanProblems } from './plan-problems.tsx';
import { StopFrame } from './stop-frame.tsx';
import type { FilePlan } from './use-queued-file.ts';

export interface ColumnsStopProps {
  readonly filePlan: FilePlan;
  readonly canGoOn: boolean;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** What each column means, and what its dates will do. */
export function ColumnsStop({ filePlan, canGoOn, onBack, onNext }: ColumnsStopProps) {
  const { t } = useTranslation(['data', 'common']);
  // Until when outcomes are complete must be said: it comes first.
  const isAsked = filePlan.plan.kind === 'outcomes';
  return (
    <StopFrame
      title={t('columnsStop.title')}
      footer={
        <>
          <PlanProblems problems={filePlan.problems} />
          <Button variant="default" onClick={onBack}>
            {t('common:action.back')}
          </Button>
          <Button disabled={!canGoOn} onClick={onNext}>
            {t('columnsStop.next')}
          </Button>
        </>
      }
    >
      <Stack gap="md">
        <IdHint filePlan={filePlan} />
        {isAsked && <PlanOptions filePlan={filePlan} />}
        <ColumnTable filePlan={filePlan} />
        {!isAsked && <PlanOptions filePlan={filePlan} />}
      </Stack>
    </StopFrame>
  );
}

/** An accounts file without ids can go by its names, where each row shown has its own. */
function IdHint({ filePlan }: Pick<ColumnsStopProps, 'filePlan'>) {
  const { t } = useTranslation('data');
  const { plan, preview, chooseRole } = filePlan;
  const column = findIdColumn(plan, preview.rows);
  if (column === null) return null;
  const { index, name } = column;
  return (
    <Alert color="blue" variant="light" p="xs" role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t('columnsStop.idHint', { name, value: preview.rows.length })}</Text>
        <Button size="xs" variant="default" onClick={() => chooseRole(index, 'accountId')}>
          {t('columnsStop.useAsId', { name })}
        </Button>
      </Group>
    </Alert>
  );
}
