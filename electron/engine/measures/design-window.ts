import { horizonOverlap } from '../../../shared/backtest/band-figures.ts';
import type { Panel } from '../../../shared/backtest/build-panel.ts';
import { daysBetweenDates } from '../../../shared/backtest/build-schedule.ts';
import {
  assignWindows,
  chooseTestFrom,
  rowsOfWindow,
  type SnapshotWindow,
} from '../../../shared/backtest/choose-split.ts';
import { isCrossSection } from '../../../shared/backtest/cross-section.ts';
import { selectRows, type WindowRows } from '../../../shared/backtest/window-rows.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { AnalysisData } from './analysis-data.ts';

/** The rows that measures may be looked at on: those of the design window, or all mature ones where there is no split. */
export interface DesignWindow {
  readonly settings: BacktestSettings;
  readonly panel: Panel;
  readonly windows: readonly SnapshotWindow[];
  readonly testFrom: number | null;
  readonly rows: WindowRows;
  /** As-of dates within one horizon: what an interval divides its rows by. */
  readonly overlap: number;
  /** Null without rows, and of a flagged snapshot, which has no days. */
  readonly designFirst: number | null;
  readonly designLast: number | null;
  /** Whether an as-of date, by its place in the panel, belongs to it. */
  isDesign(snapshot: number): boolean;
}

export function designWindow(data: AnalysisData, settings: BacktestSettings): DesignWindow {
  const panel = data.panel(settings);
  const testFrom =
    settings.testFrom === 'auto' ? chooseTestFrom(panel, settings, () => true) : settings.testFrom;
  const windows = assignWindows(panel, settings, testFrom);
  const isDesign = (snapshot: number) => windows[snapshot] === 'design' || windows[snapshot] === 'all';
  const days = panel.asOfDays.filter((_, s) => isDesign(s));
  return {
    ...{ settings, panel, windows, testFrom, isDesign },
    rows: selectRows(panel, rowsOfWindow(panel, windows, ['design', 'all'])),
    overlap: horizonOverlap(settings.horizonDays, daysBetweenDates(settings.schedule)),
    designFirst: isCrossSection(settings) ? null : (days[0] ?? null),
    designLast: isCrossSection(settings) ? null : (days.at(-1) ?? null),
  };
}
