import type { ReactNode } from 'react';
import { CalibrationTab } from './calibration-tab.tsx';
import { FalseAlarmsTab } from './false-alarms-tab.tsx';
import { LeadTab } from './lead-tab.tsx';
import { MissesTab } from './misses-tab.tsx';
import { MonthsTab } from './months-tab.tsx';
import { TopTab } from './top-tab.tsx';

export const labTabNames = ['top', 'misses', 'falseAlarms', 'lead', 'calibration', 'months'] as const;
export type LabTabName = (typeof labTabNames)[number];

/** The tabs that show the lab's figures. */
export const labTabs: Record<LabTabName, ReactNode> = {
  top: <TopTab />,
  misses: <MissesTab />,
  falseAlarms: <FalseAlarmsTab />,
  lead: <LeadTab />,
  calibration: <CalibrationTab />,
  months: <MonthsTab />,
};
