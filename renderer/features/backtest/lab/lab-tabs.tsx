import type { ReactNode } from 'react';
import { CalibrationTab } from './calibration-tab.tsx';
import { CurvesTab } from './curves-tab.tsx';
import { LeadTab } from './lead-tab.tsx';
import { MissesTab } from './misses-tab.tsx';
import { MonthsTab } from './months-tab.tsx';
import { SurvivalTab } from './survival-tab.tsx';

export const labTabNames = ['misses', 'lead', 'calibration', 'survival', 'curves', 'months'] as const;
export type LabTabName = (typeof labTabNames)[number];

/** The tabs that show the lab's figures. */
export const labTabs: Record<LabTabName, ReactNode> = {
  misses: <MissesTab />,
  lead: <LeadTab />,
  calibration: <CalibrationTab />,
  survival: <SurvivalTab />,
  curves: <CurvesTab />,
  months: <MonthsTab />,
};
