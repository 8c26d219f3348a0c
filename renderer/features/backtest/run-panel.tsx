import { Drawer, SimpleGrid, Stack } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { horizonOverlap } from '../../../shared/backtest/band-figures.ts';
import { BandChart } from './band-chart.tsx';
import { DrillTable } from './drill-table.tsx';
import { Explorer } from './explorer.tsx';
import { MonthChart } from './month-chart.tsx';
import { ResultTabs } from './result-tabs.tsx';
import { type Drill, RunContext, type RunHead, type RunOutput, type RunView } from './run-context.ts';
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
  const explorer = window !== null && window.rows > window.unscoredRows && (
    <Explorer key={`explorer ${output.run.id}`} window={window} />
  );
  const charts = window !== null && (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <BandChart window={window} />
      <MonthChart />
    </SimpleGrid>
  );
  const tabs = <ResultTabs key={`tabs ${output.run.id}`} runs={runs} />;
  const isCases = figures.verdict.gate === 'tooFew';
  return (
    <RunContext value={view}>
      <Stack gap="md">
        <VerdictCard />
        {settings}
        {isCases && tabs}
        {explorer}
        {charts}
        {!isCases && tabs}
      </Stack>
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
