import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ColumnTable } from './column-table.tsx';
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
        {isAsked && <PlanOptions filePlan={filePlan} />}
        <ColumnTable filePlan={filePlan} />
        {!isAsked && <PlanOptions filePlan={filePlan} />}
      </Stack>
    </StopFrame>
  );
}
