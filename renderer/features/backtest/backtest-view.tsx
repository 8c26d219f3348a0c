import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { useCommand } from '../../client/commands.ts';
import { navigate } from '../../client/navigate.ts';
import { useQuery } from '../../client/use-query.ts';
import { useTask } from '../../client/use-task.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { ProgressCard } from '../../ui/progress-card.tsx';
import { chooseRun } from './choose-run.ts';
import { GradeButton } from './grade-button.tsx';
import type { RunOutput } from './run-context.ts';
import { RunPanel } from './run-panel.tsx';
import { SettingsLine } from './settings-line.tsx';
import { StaleNote } from './stale-note.tsx';
import { useBacktestSettings } from './use-backtest-settings.ts';
import { validateSettings } from './validate-settings.ts';

/** The back-test of one scorecard: its newest run (or the one in the address), its settings, and the Grade button. */
export function BacktestView({ scorecardId }: { readonly scorecardId: string }) {
  const { t, i18n } = useTranslation('backtest');
  const { settings, query, change } = useBacktestSettings(scorecardId);
  const argument = useAppStore((state) => state.route.argument);
  const runs = useQuery('backtests.list', { scorecardId: null }, { refreshOn: ['design', 'data'] });
  const [graded, setGraded] = useState<RunOutput | null>(null);
  const task = useTask('backtests.run', t('grade.running'));
  const chosen =
    graded !== null && graded.run.id === argument
      ? null
      : chooseRun(runs.value?.items ?? [], scorecardId, argument);
  const stored = useQuery('backtests.get', chosen === null ? null : { runId: chosen });
  const output = chosen === null ? graded : (stored.value ?? null);

  const hasProblem = settings !== null && validateSettings(settings).length > 0;
  const canGrade = settings !== null && !hasProblem && !task.isRunning;
  const grade = async () => {
    if (settings === null) return;
    const result = await task.run({ scorecardId, settings });
    if (!result.ok) return notifyFailure(i18n, result.error);
    setGraded(result.value);
    runs.reload();
    navigate('backtest', result.value.run.id);
    notifyDone(t('grade.done'));
  };
  useCommand(canGrade ? { id: 'backtest.grade', label: t('grade.command'), run: () => void grade() } : null);

  const line = settings !== null && (
    <SettingsLine
      settings={settings}
      {...(output === null ? {} : { chosenTestFrom: output.figures.testFrom })}
      onChange={(next) => void change(next)}
    />
  );
  const body = () => {
    if (runs.status === 'failed') return <FailedState error={runs.error} onRetry={runs.reload} />;
    if (stored.status === 'failed') return <FailedState error={stored.error} onRetry={stored.reload} />;
    if (output !== null) {
      const note = settings !== null && (
        <StaleNote output={output} settings={settings} onUse={(next) => void change(next)} />
      );
      return (
        <RunPanel
          output={output}
          runs={runs.value?.items ?? [output.run]}
          settings={
            <Stack gap="xs">
              {line}
              {note}
            </Stack>
          }
        />
      );
    }
    if (runs.status === 'loading' || chosen !== null) return <LoadingState text={t('loading')} />;
    return (
      <>
        {line}
        <EmptyState title={t('empty.noRuns')} text={t('empty.noRunsText')} />
      </>
    );
  };
  return (
    <Page
      title={t('title')}
      why={t('why')}
      primary={
        <GradeButton
          canGrade={canGrade}
          hasProblem={hasProblem}
          isRunning={task.isRunning}
          onGrade={() => void grade()}
        />
      }
    >
      {task.progress !== null && <ProgressCard task={task.progress} onStop={task.cancel} />}
      {settings === null && query.status === 'failed' && (
        <FailedState error={query.error} onRetry={query.reload} />
      )}
      {body()}
    </Page>
  );
}
