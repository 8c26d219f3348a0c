import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/ipc/result.ts';
import { useAppStore } from '../../../client/app-store.ts';
import { type Query, useQuery } from '../../../client/use-query.ts';
import { useTaskQuery } from '../../../client/use-task-query.ts';
import type { Luck } from '../checks/luck-note.tsx';
import type { LabOutput } from '../lab/lab-context.ts';
import { useRun } from '../run-context.ts';
import type { ReportInput } from './report-input.ts';

export interface RunFigures {
  readonly lab: Query<LabOutput>;
  readonly luck: Luck | null;
  /** The luck line is still being computed. */
  readonly isWaiting: boolean;
}

/** What a report is made from but for its words and time. */
export type ReportData = Omit<ReportInput, 'words' | 'madeAtMs' | 'showsNames'>;

/** Gathers a report's figures: those on screen, the facts beside them, and how much hangs on gaps. */
export function useReportInput({ lab, luck, isWaiting }: RunFigures): {
  readonly data: ReportData | null;
  readonly error: AppError | null;
  readonly retry: () => void;
} {
  const { t } = useTranslation('backtest');
  const { output } = useRun();
  const runId = output.run.id;
  const facts = useQuery('reports.facts', { runId });
  const gaps = useTaskQuery('backtests.missing', { runId }, { label: t('checks.gaps.running') });
  const workspace = useAppStore((state) => state.workspace?.name ?? '');
  const findings = useAppStore((state) => state.summary?.findings);
  const isReady =
    facts.status === 'ready' && lab.status !== 'loading' && gaps.status !== 'loading' && !isWaiting;
  return {
    error: facts.status === 'failed' ? facts.error : null,
    retry: facts.reload,
    data: isReady
      ? {
          output,
          facts: facts.value,
          lab: lab.status === 'ready' ? lab.value : null,
          gaps: gaps.status === 'ready' ? gaps.value : null,
          luck,
          workspace,
          findings: findings ?? [],
          appVersion: import.meta.env.MYAKU_VERSION,
        }
      : null,
  };
}
