import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { useCommand } from '../../client/commands.ts';
import { useQuery } from '../../client/use-query.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { OutcomeWords } from '../../ui/outcome-words.tsx';
import { Page } from '../../ui/page.tsx';
import { ProgressCard } from '../../ui/progress-card.tsx';
import { chooseRun } from './choose-run.ts';
import { GradeButton } from './grade-button.tsx';
import { LintCheck } from './lint-check.tsx';
import { RunPanel } from './run-panel.tsx';
import { SettingsLine } from './settings-line.tsx';
import { StaleNote } from './stale-note.tsx';
import { useBacktestSettings } from './use-backtest-settings.ts';
import { useGrade } from './use-grade.ts';

/** The back-test of one scorecard: its newest run (or the one in the address), its settings, and the Grade button. */
export function BacktestView({ scorecardId }: { readonly scorecardId: string }) {
  const { t } = useTranslation('backtest');
  const { settings, query, change } = useBacktestSettings(scorecardId);
  const argument = useAppStore((state) => state.route.argument);
  const runs = useQuery('backtests.list', { scorecardId: null }, { refreshOn: ['design', 'data'] });
  const { graded, grade, canGrade, hasProblem, task } = useGrade(scorecardId, settings, () => runs.reload());
  const chosen =
    graded !== null && graded.run.id === argument
      ? null
      : chooseRun(runs.value?.items ?? [], scorecardId, argument);
  const stored = useQuery('backtests.get', chosen === null ? null : { runId: chosen });
  const output = chosen === null ? graded : (stored.value ?? null);

  useCommand(canGrade ? { id: 'backtest.grade', label: t('grade.command'), run: () => void grade() } : null);

  const line = settings !== null && (
    <Stack gap={6}>
      <SettingsLine
        settings={settings}
        {...(output === null ? {} : { chosenTestFrom: output.figures.testFrom })}
        onChange={(next) => void change(next)}
      />
      <LintCheck scorecardId={scorecardId} settings={settings} />
    </Stack>
  );
  const body = () => {
    if (runs.status === 'failed') return <FailedState error={runs.error} onRetry={runs.reload} />;
    if (stored.status === 'failed') return <FailedState error={stored.error} onRetry={stored.reload} />;
    if (output !== null) {
      const note = settings !== null && (
        <StaleNote output={output} settings={settings} onUse={(next) => void change(next)} />
      );
      return (
        <OutcomeWords outcome={output.figures.settings.outcome}>
          <RunPanel
            key={output.run.id}
            output={output}
            runs={runs.value?.items ?? [output.run]}
            settings={
              <Stack gap="xs">
                {line}
                {note}
              </Stack>
            }
          />
        </OutcomeWords>
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
