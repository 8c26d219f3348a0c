import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';
import { navigate } from '../../client/navigate.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

export type Blocked = 'noData' | 'noOutcomes' | 'noScorecard' | 'noMeasures';

/** What a back-test still waits for, the first thing first; null = it can run. */
export function blockedBy(
  summary: Pick<DataSummary, 'accounts' | 'churnedAccounts'>,
  scorecard: Scorecard | null,
): Blocked | null {
  if (summary.accounts === 0) return 'noData';
  if (summary.churnedAccounts === 0) return 'noOutcomes';
  if (scorecard === null) return 'noScorecard';
  if (scorecard.groups.every((group) => group.measures.length === 0)) return 'noMeasures';
  return null;
}

/** What is missing, and the way there. */
export function BlockedState({ blocked }: { readonly blocked: Blocked }) {
  const { t } = useTranslation('backtest');
  const isData = blocked === 'noData' || blocked === 'noOutcomes';
  return (
    <EmptyState
      title={t(`empty.${blocked}`)}
      text={t(`empty.${blocked}Text`)}
      action={
        <Button onClick={() => navigate(isData ? 'data' : 'scorecard')}>
          {t(isData ? 'empty.toData' : 'empty.toScorecard')}
        </Button>
      }
    />
  );
}
