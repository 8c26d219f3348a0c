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
import { scoreDesign } from '../../../shared/backtest/score-design.ts';
import { selectRows, type WindowRows } from '../../../shared/backtest/window-rows.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { measuresNeeded } from '../../../shared/scoring/design-hash.ts';
import type { AnalysisData, Measures, YieldNow } from './analysis-data.ts';

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

/** @param split where the test window begins for the scorecard in view; absent = as if every row had a score */
export function designWindow(
  data: AnalysisData,
  settings: BacktestSettings,
  split?: number | null,
): DesignWindow {
  const panel = data.panel(settings);
  const chosen = settings.testFrom === 'auto' ? split : settings.testFrom;
  const testFrom = chosen === undefined ? chooseTestFrom(panel, settings, () => true) : chosen;
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

interface SplitOf {
  readonly scorecard: Scorecard;
  readonly measures: Measures;
  readonly settings: BacktestSettings;
}

/** Where a scorecard's test window begins: the same day as its live figures and its back-test have. */
export async function splitOfScorecard(
  data: AnalysisData,
  of: SplitOf,
  yieldNow: YieldNow,
): Promise<number | null> {
  const { scorecard, measures, settings } = of;
  if (settings.testFrom !== 'auto') return settings.testFrom;
  const known = data.split(splitKey(data, of));
  if (known !== undefined) return known;
  const columns = await data.columns(measuresNeeded(scorecard, measures), measures, settings, yieldNow);
  await yieldNow();
  const { testFrom } = scoreDesign(data.dataset, { scorecard, settings }, data.panel(settings), columns);
  keepSplit(data, of, testFrom);
  return testFrom;
}

/** Found on another way: not looked for again. */
export function keepSplit(data: AnalysisData, of: SplitOf, testFrom: number | null): void {
  data.keepSplit(splitKey(data, of), testFrom);
}

/** All that decides which rows have a score. */
function splitKey(data: AnalysisData, { scorecard, measures, settings }: SplitOf): string {
  const { groups, variants, minimumCoverage } = scorecard;
  const columns = [...measuresNeeded(scorecard, measures)].map((id) =>
    data.columnKey(id, measures, settings),
  );
  return JSON.stringify([groups, variants, minimumCoverage, settings, columns]);
}
