import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Query } from '../../../client/use-query.ts';
import { LabContext, type LabOutput } from './lab-context.ts';
import { TaskQueryView } from './task-query-view.tsx';

export interface LabPanelProps {
  readonly query: Query<LabOutput>;
  readonly children: ReactNode;
}

/** A tab that needs the lab's figures: their progress with a way to stop, then the tab. */
export function LabPanel({ query, children }: LabPanelProps) {
  const { t } = useTranslation('backtest');
  const { value } = query;
  const view = useMemo(
    () =>
      value === undefined
        ? null
        : { lab: value.lab, accounts: new Map(value.accounts.map((account) => [account.index, account])) },
    [value],
  );
  return (
    <TaskQueryView query={query} label={t('lab.running')}>
      {() => <LabContext value={view}>{children}</LabContext>}
    </TaskQueryView>
  );
}
