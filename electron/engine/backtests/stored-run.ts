import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import { backtestSettingsSchema } from '../../../shared/schemas/backtest-settings.ts';
import { type BacktestFigures, backtestFiguresSchema } from '../../../shared/schemas/figures.ts';
import { measureSchema } from '../../../shared/schemas/measure.ts';
import { scorecardSchema } from '../../../shared/schemas/scorecard.ts';
import type { DataService } from '../data/data-service.ts';
import type { Database } from '../store/database.ts';
import { loadBatches } from '../store/import-batch-table.ts';
import { type BacktestRunRow, loadRun } from '../store/run-table.ts';
import type { LabRequest } from '../workers/compute-protocol.ts';

export type StoredRun = ReturnType<typeof parseRun>;

/** A run of the open workspace, once the compute worker holds its data. */
export async function findRun(
  data: DataService,
  runId: string,
): Promise<Result<{ readonly run: StoredRun; readonly database: Database }>> {
  const ready = await data.ready();
  if (!ready.ok) return ready;
  const row = loadRun(ready.value.database, runId);
  return row === null
    ? fail('notFound', { what: 'run' })
    : succeed({ run: parseRun(row), database: ready.value.database });
}

/** A test window is known by its first day and what counts as an outcome in it. */
export function testWindowOf({ testFrom, settings }: BacktestFigures): string {
  const { gapDays, horizonDays, outcomeDate, minimumTenureDays, outcome, voluntaryOnly, segment } = settings;
  const window = { testFrom, gapDays, horizonDays, outcomeDate, minimumTenureDays, outcome, voluntaryOnly };
  return JSON.stringify({ ...window, segment: segment?.conditions });
}

export function parseRun(row: BacktestRunRow) {
  return {
    ...row,
    settings: backtestSettingsSchema.parse(row.settings),
    scorecard: scorecardSchema.parse(row.scorecard),
    measures: z.array(measureSchema).parse(row.measures),
    figures: backtestFiguresSchema.parse(row.figures),
  };
}

export function labRequest({ scorecard, measures, settings }: StoredRun): LabRequest {
  return { scorecard, measures, settings };
}

/** Identity of the live data: SHA-256 over the live batches' files in order. */
export function hashData(database: Database): string {
  const live = loadBatches(database).filter((batch) => batch.undoneAt === null);
  const text = live.map((batch) => `${batch.number} ${batch.sha256}`).join('\n');
  return createHash('sha256').update(text).digest('hex');
}
