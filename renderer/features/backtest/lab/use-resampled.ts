import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BootstrapFigures } from '../../../../shared/schemas/lab-figures.ts';
import { type Task, useTask } from '../../../client/use-task.ts';
import { notifyFailure } from '../../../ui/notify.ts';

export interface Resampled {
  readonly figures: BootstrapFigures | null;
  readonly task: Task<'backtests.bootstrap'>;
  readonly start: () => void;
  /** Starts once per run by itself; what was stopped begins again only when asked. */
  readonly begin: () => void;
}

/** The resampled figures of a run, worked out behind the others; they stay while its other tabs are read. */
export function useResampled(runId: string): Resampled {
  const { t, i18n } = useTranslation('backtest');
  const task = useTask('backtests.bootstrap', t('lab.resampled.running'), { stopOnLeave: true });
  const [figures, setFigures] = useState<BootstrapFigures | null>(null);
  const start = async () => {
    const result = await task.run({ runId });
    if (!result.ok) return notifyFailure(i18n, result.error);
    setFigures(result.value);
  };
  const latest = useRef(start);
  latest.current = start;
  const begun = useRef<string | null>(null);
  const begin = useCallback(() => {
    if (begun.current === runId) return;
    begun.current = runId;
    void latest.current();
  }, [runId]);
  return { figures, task, start: () => void start(), begin };
}
