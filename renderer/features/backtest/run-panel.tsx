import { Drawer, Stack } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { horizonOverlap } from '../../../shared/backtest/band-figures.ts';
import { useTaskQuery } from '../../client/use-task-query.ts';
import { AdvancedPart } from './advanced-part.tsx';
import { LinkedCharts } from './charts/linked-charts.tsx';
import { DrillTable } from './drill-table.tsx';
import { Explorer } from './explorer.tsx';
import { LinkProvider } from './link-provider.tsx';
import { ResultTabs } from './result-tabs.tsx';
import {
  alarmBoundOf,
  type Drill,
  RunContext,
  type RunHead,
  type RunOutput,
  type RunView,
} from './run-context.ts';
import { ThresholdProvider } from './threshold-context.tsx';
import { VerdictCard } from './verdict-card.tsx';

export interface RunPanelProps {
  readonly output: RunOutput;
  readonly runs: readonly RunHead[];
  /** Stands between the verdict and the explorer. */
  readonly settings: ReactNode;
}

/** One run, from the verdict down to its details; below ten churners the cases come first. */
export function RunPanel({ output, runs, settings }: RunPanelProps) {
  const { t } = useTranslation('backtest');
  const [drill, setDrill] = useState<Drill | null>(null);
  const { figures } = output;
  const lab = useTaskQuery('backtests.lab', { runId: output.run.id }, { label: t('lab.running') });
  const view = useMemo<RunView>(
    () => ({
      output,
      window: figures.test ?? figures.design,
      windowName: figures.test === null ? 'all' : 'test',
      isOptimistic: figures.test === null,
      overlap: horizonOverlap(figures.settings.horizonDays, figures.daysBetween),
      openDrill: setDrill,
    }),
    [output, figures],
  );
  const { window } = view;
  const explorer = window !== null && window.rows > window.unscoredRows && <Explorer window={window} />;
  const charts = window !== null && <LinkedCharts window={window} lab={lab} />;
  const tabs = <ResultTabs runs={runs} lab={lab} />;
  const isCases = figures.verdict.gate === 'tooFew';
  return (
    <RunContext value={view}>
      <ThresholdProvider start={alarmBoundOf(output)}>
        <LinkProvider runId={output.run.id}>
          <Stack gap="md">
            <VerdictCard lab={lab} />
            {settings}
            {isCases && tabs}
            {explorer}
            {charts}
            <AdvancedPart lab={lab} />
            {!isCases && tabs}
          </Stack>
        </LinkProvider>
      </ThresholdProvider>
      <Drawer
        opened={drill !== null}
        onClose={() => setDrill(null)}
        position="right"
        size="min(880px, 92vw)"
        title={drill?.title ?? t('drill.label')}
      >
        {drill !== null && <DrillTable drill={drill} height="calc(100vh - 150px)" />}
      </Drawer>
    </RunContext>
  );
}
