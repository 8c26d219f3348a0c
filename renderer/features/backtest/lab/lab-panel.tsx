import { Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../../client/app-store.ts';
import type { Query } from '../../../client/use-query.ts';
import { cancelTask } from '../../../client/use-task.ts';
import { ProgressCard } from '../../../ui/progress-card.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { LabContext, type LabOutput } from './lab-context.ts';

export interface LabPanelProps {
  readonly query: Query<LabOutput>;
  readonly children: ReactNode;
}

/** A tab that needs the lab's figures: their progress with a way to stop, then the tab. */
export function LabPanel({ query, children }: LabPanelProps) {
  const { t } = useTranslation('backtest');
  const label = t('lab.running');
  const task = useAppStore((state) => state.tasks.find((other) => other.label === label) ?? null);
  const { value } = query;
  const view = useMemo(
    () =>
      value === undefined
        ? null
        : { lab: value.lab, accounts: new Map(value.accounts.map((account) => [account.index, account])) },
    [value],
  );
  if (query.status === 'loading' && task !== null) {
    return (
      <>
        <ProgressCard task={task} onStop={() => void cancelTask(task.taskId)} />
        <Text size="sm" c="dimmed" mt="xs">
          {t('lab.waiting')}
        </Text>
      </>
    );
  }
  return <QueryView query={query}>{() => <LabContext value={view}>{children}</LabContext>}</QueryView>;
}
