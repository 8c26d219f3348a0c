import type { BacktestFigures } from '../../../shared/schemas/figures.ts';
import type { Promised } from '../../../shared/schemas/lifecycle.ts';
import { parseRun } from '../backtests/stored-run.ts';
import type { Database } from '../store/database.ts';
import { loadRuns } from '../store/run-table.ts';

/** What the newest back-test of each design of a scorecard says of it, by the hash of the design. */
export function loadPromised(database: Database, scorecardId: string): Map<string, Promised> {
  const promised = new Map<string, Promised>();
  for (const row of loadRuns(database, scorecardId)) {
    if (promised.has(row.designHash)) continue;
    const { id, ranAt, figures } = parseRun(row);
    const found = toPromised(figures);
    if (found !== null) promised.set(row.designHash, { runId: id, ranAt, ...found });
  }
  return promised;
}

/** Of the test window; without one of all dates, which the design was drawn on. */
function toPromised({ test, design, settings }: BacktestFigures): Omit<Promised, 'runId' | 'ranAt'> | null {
  const figures = test ?? design;
  if (figures === null) return null;
  const { gapDays, horizonDays, outcome } = settings;
  const window = test === null ? 'design' : 'test';
  const { auc, churners, caught } = figures;
  return { window, auc, churners, caught, gapDays, horizonDays, outcome };
}
