import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { useDesign, useSelectedScorecard } from '../../client/use-design.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { buildChecklist, type ChecklistItem, type ChecklistKey } from './build-checklist.ts';

export interface ChecklistRow extends ChecklistItem {
  /** What is there, or what to do, in one sentence. */
  readonly text: string;
}

/** The loop of the open workspace with its state in words; null until it is known. */
export function useChecklist(): ChecklistRow[] | null {
  const { t } = useTranslation('home');
  const format = useFormat();
  const summary = useAppStore((state) => state.summary);
  const design = useDesign();
  const scorecard = useSelectedScorecard();
  const runs = useQuery('backtests.list', { scorecardId: null }, { refreshOn: ['data', 'design'] });
  const versions = useQuery('design.versions', scorecard === null ? null : { scorecardId: scorecard.id }, {
    refreshOn: ['design'],
  });
  const exported = useQuery('lists.exports', {}, { refreshOn: ['workspace'] });
  const facts = {
    accounts: summary?.accounts ?? 0,
    measures: design?.measures.length ?? 0,
    scorecardMeasures: scorecard?.groups.reduce((sum, group) => sum + group.measures.length, 0) ?? 0,
    runs: runs.value?.items.length ?? 0,
    exports: exported.value?.count ?? 0,
    versions: versions.value?.items.length ?? 0,
  };
  const latestRun = runs.value?.items.map((run) => Date.parse(run.ranAt)).reduce((a, b) => Math.max(a, b), 0);
  const lastAt = exported.value?.lastAt ?? null;
  const exportedAt = lastAt === null ? null : Date.parse(lastAt);
  const counted = (value: number) => ({ count: value, value: format.number(value, 0) });
  const done: Record<ChecklistKey, () => string> = {
    data: () => {
      const amounts = {
        files: format.count(summary?.batches ?? 0, 'file'),
        accounts: format.count(facts.accounts, 'account'),
      };
      const flagged = summary?.snapshot?.churned;
      if ((summary?.churnedAccounts ?? 0) === 0 && flagged !== undefined) {
        return t('checklist.data.flagged', { ...amounts, churned: format.number(flagged, 0) });
      }
      if ((summary?.churnedAccounts ?? 0) === 0) return t('checklist.data.noOutcomes', amounts);
      return t('checklist.data.done', {
        ...amounts,
        churned: format.number(summary?.churnedAccounts ?? 0, 0),
        day: format.dayInSentence(summary?.knownThrough ?? null),
      });
    },
    measures: () => t('checklist.measures.done', counted(facts.measures)),
    scorecard: () =>
      t('checklist.scorecard.done', { name: scorecard?.name ?? '', ...counted(facts.scorecardMeasures) }),
    backtest: () =>
      t('checklist.backtest.done', { ...counted(facts.runs), when: format.instant(latestRun ?? null) }),
    lists: () => t('checklist.lists.done', { ...counted(facts.exports), when: format.instant(exportedAt) }),
    lifecycle: () => t('checklist.lifecycle.done', counted(facts.versions)),
  };
  if (summary === null || design === null || runs.status === 'loading' || exported.status === 'loading')
    return null;
  return buildChecklist(facts).map((item) => ({
    ...item,
    text: item.state === 'done' ? done[item.key]() : t(`checklist.${item.key}.todo`),
  }));
}
