import { Badge, Paper, Stack, Tabs } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Query } from '../../client/use-query.ts';
import { BandTable } from './band-table.tsx';
import { BaselineTable } from './baseline-table.tsx';
import { CasesTab } from './cases-tab.tsx';
import { ContactsTab } from './checks/contacts-tab.tsx';
import { GapsTab } from './checks/gaps-tab.tsx';
import { LuckTab } from './checks/luck-tab.tsx';
import { RunDiffPart } from './checks/run-diff-part.tsx';
import { FindingsTab } from './findings-tab.tsx';
import { CompareTab } from './lab/compare-tab.tsx';
import type { LabOutput } from './lab/lab-context.ts';
import { LabPanel } from './lab/lab-panel.tsx';
import { type LabTabName, labTabNames, labTabs } from './lab/lab-tabs.tsx';
import { useResampled } from './lab/use-resampled.ts';
import { MethodTab } from './method-tab.tsx';
import { type RunHead, useRun } from './run-context.ts';
import { RunsTable } from './runs-table.tsx';
import { SnapshotTable } from './snapshot-table.tsx';

const usualOrder = [
  'cases',
  'bands',
  'top',
  'misses',
  'falseAlarms',
  'lead',
  'calibration',
  'months',
  'dates',
  'baselines',
  'compare',
  'gaps',
  'contacts',
  'luck',
  'findings',
  'method',
  'runs',
] as const;
type TabName = (typeof usualOrder)[number];
type OwnTabName = Exclude<TabName, LabTabName>;

export interface ResultTabsProps {
  readonly runs: readonly RunHead[];
  readonly lab: Query<LabOutput>;
}

/** The details of a run; below ten churners it opens on the cases. */
export function ResultTabs({ runs, lab }: ResultTabsProps) {
  const { t } = useTranslation('backtest');
  const { figures, run } = useRun().output;
  const [tab, setTab] = useState<TabName>(figures.verdict.gate === 'tooFew' ? 'cases' : 'bands');
  const resampled = useResampled(run.id);
  const tabTitle = (name: TabName) => {
    if (isCheckTab(name)) return t(`checks.tabs.${name}`);
    return name === 'compare' || isLabTab(name) ? t(`lab.tabs.${name}`) : t(`tabs.${name}`);
  };
  const panels: Record<OwnTabName, ReactNode> = {
    cases: <CasesTab lab={lab} />,
    bands: <BandTable />,
    dates: <SnapshotTable />,
    baselines: <BaselineTable />,
    findings: <FindingsTab />,
    compare: <CompareTab runs={runs} resampled={resampled} />,
    gaps: <GapsTab />,
    contacts: <ContactsTab />,
    luck: <LuckTab />,
    method: <MethodTab />,
    runs: (
      <Stack gap="lg">
        <RunsTable runs={runs} />
        <RunDiffPart runs={runs} />
      </Stack>
    ),
  };
  return (
    <Paper withBorder p="md">
      <Tabs value={tab} onChange={(name) => name !== null && setTab(name as TabName)} keepMounted={false}>
        <Tabs.List aria-label={t('tabs.label')}>
          {usualOrder.map((name) => (
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
              {tabTitle(name)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {usualOrder.map((name) => (
          <Tabs.Panel key={name} value={name} pt="md">
            {isLabTab(name) ? <LabPanel query={lab}>{labTabs[name]}</LabPanel> : panels[name]}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Paper>
  );
}

function isCheckTab(name: TabName): name is 'gaps' | 'contacts' | 'luck' {
  return name === 'gaps' || name === 'contacts' || name === 'luck';
}

function isLabTab(name: TabName): name is LabTabName {
  return (labTabNames as readonly string[]).includes(name);
}
