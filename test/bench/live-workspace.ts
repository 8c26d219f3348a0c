import { resolve } from 'node:path';
import { insertAccounts } from '../../electron/engine/store/account-table.ts';
import { insertObservations } from '../../electron/engine/store/chunk-table.ts';
import type { Database } from '../../electron/engine/store/database.ts';
import { saveItem } from '../../electron/engine/store/design-table.ts';
import { insertBatch } from '../../electron/engine/store/import-batch-table.ts';
import { insertLives } from '../../electron/engine/store/life-table.ts';
import { insertMetric } from '../../electron/engine/store/metric-table.ts';
import { createWorkspace } from '../../electron/engine/workspace/workspace.ts';
import { addMonths, dayFromYmd, endOfMonth } from '../../shared/csv/calendar.ts';
import type { Measure } from '../../shared/schemas/measure.ts';
import { sampleBatch } from '../engine/store/sample-batch.ts';
import { makeBenchData, makeBenchScorecard } from './scoring-data.ts';

export interface LiveSize {
  readonly accounts: number;
  readonly months: number;
  readonly measures: number;
}

const firstYear = 2021;

/** Writes a workspace of one monthly metric per measure, churn dates, and a scorecard over all of the measures. */
export async function writeLiveWorkspace(folder: string, size: LiveSize): Promise<string> {
  const path = resolve(folder, 'workspaces', `live-${size.accounts}.myaku`);
  const created = await createWorkspace({
    path,
    dataFolder: resolve(folder, 'data'),
    workers: { folder: resolve(import.meta.dirname, '../../electron/engine/workers'), extension: 'ts' },
    clock: { now: Date.now },
    onSaveState: () => {},
    name: `live ${size.accounts}`,
    prepare: (database) => fill(database, size),
  });
  if (!created.ok) throw new Error(created.error.code);
  const closed = await created.value.close();
  if (!closed.ok) throw new Error(closed.error.code);
  return path;
}

function fill(database: Database, { accounts, months, measures }: LiveSize): void {
  const data = makeBenchData(accounts, months, measures);
  const monthEnd = Int32Array.from({ length: months }, (_, m) =>
    endOfMonth(addMonths(dayFromYmd(firstYear, 1, 1), m)),
  );
  insertAccounts(
    database,
    Array.from({ length: accounts }, (_, a) => `A${a}`),
  );
  const columns = [
    { index: 0, role: 'accountId', name: 'id' },
    { index: 1, role: 'startOn', name: 'start' },
    { index: 2, role: 'endOn', name: 'end' },
  ] as const;
  const batch = sampleBatch(1);
  insertBatch(database, {
    ...batch,
    kind: 'accounts',
    plan: { ...batch.plan, kind: 'accounts', columns: [...columns] },
  });
  insertLives(
    database,
    1,
    Array.from({ length: accounts }, (_, account) => ({
      account,
      startDay: dayFromYmd(firstYear - 1, 1, 1),
      noticeDay: null,
      endDay: churnDay(data.positive.subarray(account * months, (account + 1) * months), monthEnd),
      assumedStart: false,
    })),
  );
  insertBatch(database, sampleBatch(2));
  const account = data.account;
  const day = Int32Array.from(data.snapshot, (month) => monthEnd[month]!);
  let position = 0;
  for (const [id, value] of data.columns) {
    const metric = insertMetric(database, { name: id, kind: 'level', grain: 'month', lagDays: 0 });
    insertObservations(database, { batch: 2, metric }, { account, day, value, knownOn: null });
    saveItem(database, 'measure', id, { position, body: measureOf(id) });
    position += 1;
  }
  saveItem(database, 'scorecard', 'bench', { position: 0, body: makeBenchScorecard(measures) });
}

function measureOf(id: string): Measure {
  return {
    id,
    name: id,
    aggregation: { type: 'mean', metric: id, lookback: 1, shift: 0, noRow: 'byKind' },
    direction: 'higher',
    actionable: true,
  };
}

/** Leaves 40 days after the first month marked, where it is late enough to have been scored before. */
function churnDay(positive: Uint8Array, monthEnd: Int32Array): number | null {
  const month = positive.findIndex((flag, m) => flag === 1 && m >= 4);
  return month < 0 ? null : monthEnd[month]! + 40;
}
