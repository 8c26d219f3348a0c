import { Badge, Paper, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BandTable } from './band-table.tsx';
import { BaselineTable } from './baseline-table.tsx';
import { CasesTab } from './cases-tab.tsx';
import { FindingsTab } from './findings-tab.tsx';
import { MethodTab } from './method-tab.tsx';
import { type RunHead, useRun } from './run-context.ts';
import { RunsTable } from './runs-table.tsx';
import { SnapshotTable } from './snapshot-table.tsx';

const usualOrder = ['bands', 'dates', 'baselines', 'cases', 'findings', 'method', 'runs'] as const;
const casesFirst = ['cases', 'bands', 'dates', 'findings', 'baselines', 'method', 'runs'] as const;
type TabName = (typeof usualOrder)[number];

/** The details of a run; below ten churners the cases come first. */
export function ResultTabs({ runs }: { readonly runs: readonly RunHead[] }) {
  const { t } = useTranslation('backtest');
  const { figures } = useRun().output;
  const names = figures.verdict.gate === 'tooFew' ? casesFirst : usualOrder;
  const panels: Record<TabName, ReactNode> = {
    cases: <CasesTab />,
    bands: <BandTable />,
    dates: <SnapshotTable />,
    baselines: <BaselineTable />,
    findings: <FindingsTab />,
    method: <MethodTab />,
    runs: <RunsTable runs={runs} />,
  };
  return (
    <Paper withBorder p="md">
      <Tabs defaultValue={names[0]} keepMounted={false}>
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
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {names.map((name) => (
          <Tabs.Panel key={name} value={name} pt="md">
            {panels[name]}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Paper>
  );
}
