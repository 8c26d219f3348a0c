import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { useAppStore } from '../../client/app-store.ts';
import { navigate } from '../../client/navigate.ts';
import { useTask } from '../../client/use-task.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import type { RunOutput } from './run-context.ts';
import { validateSettings } from './validate-settings.ts';

/** The argument with which another screen asks for a grade at once. */
const gradeAtOnce = 'grade';

/** Opening the test window for a scorecard: whether it can be, the run under way, and the last result. */
export function useGrade(scorecardId: string, settings: BacktestSettings | null, onGraded: () => void) {
  const { t, i18n } = useTranslation('backtest');
  const argument = useAppStore((state) => state.route.argument);
  const [graded, setGraded] = useState<RunOutput | null>(null);
  const task = useTask('backtests.run', t('grade.running'));
  const hasProblem = settings !== null && validateSettings(settings).length > 0;
  const canGrade = settings !== null && !hasProblem && !task.isRunning;
  const grade = async () => {
    if (settings === null) return;
    const result = await task.run({ scorecardId, settings });
    if (!result.ok) return notifyFailure(i18n, result.error);
    setGraded(result.value);
    onGraded();
    navigate('backtest', result.value.run.id);
    notifyDone(t('grade.done'));
  };
  const gradeOnArrival = useEffectEvent(() => {
    navigate('backtest');
    void grade();
  });
  const isAsked = argument === gradeAtOnce && canGrade;
  useEffect(() => {
    if (isAsked) gradeOnArrival();
  }, [isAsked]);
  return { graded, grade, canGrade, hasProblem, task };
}
