import { Badge, Paper, Tabs } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTaskQuery } from '../../client/use-task-query.ts';
import { BandTable } from './band-table.tsx';
import { BaselineTable } from './baseline-table.tsx';
import { CasesTab } from './cases-tab.tsx';
import { FindingsTab } from './findings-tab.tsx';
import { CompareTab } from './lab/compare-tab.tsx';
import { LabPanel } from './lab/lab-panel.tsx';
import { type LabTabName, labTabNames, labTabs } from './lab/lab-tabs.tsx';
import { useResampled } from './lab/use-resampled.ts';
import { MethodTab } from './method-tab.tsx';
import { type RunHead, useRun } from './run-context.ts';
import { RunsTable } from './runs-table.tsx';
import { SnapshotTable } from './snapshot-table.tsx';

const usualOrder = [
  'bands',
  ...labTabNames,
  'dates',
  'baselines',
  'compare',
  'cases',
  'findings',
  'method',
  'runs',
] as const;
const casesFirst = [
  'cases',
  ...labTabNames,
  'bands',
  'dates',
  'findings',
  'baselines',
  'compare',
  'method',
  'runs',
] as const;
type TabName = (typeof usualOrder)[number];
type OwnTabName = Exclude<TabName, LabTabName>;

/** The details of a run; below ten churners the cases come first. */
export function ResultTabs({ runs }: { readonly runs: readonly RunHead[] }) {
  const { t } = useTranslation('backtest');
  const { figures, run } = useRun().output;
  const names = figures.verdict.gate === 'tooFew' ? casesFirst : usualOrder;
  const [tab, setTab] = useState<TabName>(names[0]);
  const [isLabAsked, setLabAsked] = useState(false);
  const lab = useTaskQuery('backtests.lab', isLabAsked ? { runId: run.id } : null, {
    label: t('lab.running'),
  });
  const resampled = useResampled(run.id);
  const open = (name: TabName) => {
    setTab(name);
    if (isLabTab(name)) setLabAsked(true);
  };
  const panels: Record<OwnTabName, ReactNode> = {
    cases: <CasesTab />,
    bands: <BandTable />,
    dates: <SnapshotTable />,
    baselines: <BaselineTable />,
    findings: <FindingsTab />,
    compare: <CompareTab runs={runs} resampled={resampled} />,
    method: <MethodTab />,
    runs: <RunsTable runs={runs} />,
  };
  return (
    <Paper withBorder p="md">
      <Tabs value={tab} onChange={(name) => name !== null && open(name as TabName)} keepMounted={false}>
        <Tabs.List aria-label={t('tabs.label')}>
          {names.map((name) => (
            <Tabs.Tab
              key={name}
              value={name}
              {...(name === 'findings' && figures.lint.length > 0
                ? {
                    rightSection: (
                      <Badge size="sm" variant="default">
                        {figures.lint.length}
                      </Badge>
                    ),
                  }
                : {})}
            >
              {name === 'compare' || isLabTab(name) ? t(`lab.tabs.${name}`) : t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {names.map((name) => (
          <Tabs.Panel key={name} value={name} pt="md">
            {isLabTab(name) ? <LabPanel query={lab}>{labTabs[name]}</LabPanel> : panels[name]}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Paper>
  );
}

function isLabTab(name: TabName): name is LabTabName {
  return (labTabNames as readonly string[]).includes(name);
}
