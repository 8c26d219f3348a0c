import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BootstrapFigures } from '../../../../shared/schemas/lab-figures.ts';
import { type Task, useTask } from '../../../client/use-task.ts';
import { notifyFailure } from '../../../ui/notify.ts';

export interface Resampled {
  readonly figures: BootstrapFigures | null;
  readonly task: Task<'backtests.bootstrap'>;
  readonly start: () => void;
}

/** The resampled figures of a run, worked out when asked; they stay while its other tabs are read. */
export function useResampled(runId: string): Resampled {
  const { t, i18n } = useTranslation('backtest');
  const task = useTask('backtests.bootstrap', t('lab.resampled.running'), { stopOnLeave: true });
  const [figures, setFigures] = useState<BootstrapFigures | null>(null);
  const start = async () => {
    const result = await task.run({ runId });
    if (!result.ok) return notifyFailure(i18n, result.error);
    setFigures(result.value);
  };
  return { figures, task, start: () => void start() };
}
