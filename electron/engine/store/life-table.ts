import type { Database } from './database.ts';
import { loadBatches } from './import-batch-table.ts';
import { numberCell, numberOrNull } from './read-cell.ts';

export interface LifeRow {
  readonly account: number;
  readonly startDay: number;
  readonly noticeDay: number | null;
  readonly endDay: number | null;
  readonly assumedStart: boolean;
}

/** At most one row per (account, start) in a batch: the caller keeps the file's last. */
export function insertLives(database: Database, batch: number, rows: Iterable<LifeRow>): number {
  const tuples = function* () {
    for (const row of rows) {
      yield [batch, row.account, row.startDay, row.noticeDay, row.endDay, row.assumedStart ? 1 : 0];
    }
  };
  return database.insertMany(
    'life',
    ['batch', 'account', 'startDay', 'noticeDay', 'endDay', 'assumedStart'],
    tuples(),
  );
}

/**
 * Current lives by (account, start): of live batches the highest number wins, field by field, so a file without a
 * column for ends or notices does not take those of an earlier file away. `batch` is the newest that names the life.
 */
export function loadCurrentLives(database: Database): (LifeRow & { readonly batch: number })[] {
  const roles = new Map(
    loadBatches(database).map((batch) => [batch.number, new Set(batch.plan.columns.map(({ role }) => role))]),
  );
  const rows = database.all(
    `SELECT l.batch, l.account, l.startDay, l.noticeDay, l.endDay, l.assumedStart
     FROM life AS l JOIN import_batch AS b ON b.number = l.batch AND b.undoneAt IS NULL
     ORDER BY l.account, l.startDay, l.batch`,
  );
  const current: (LifeRow & { batch: number })[] = [];
  for (const row of rows) {
    const batch = numberCell(row[0]);
    const next = {
      batch,
      account: numberCell(row[1]),
      startDay: numberCell(row[2]),
      noticeDay: numberOrNull(row[3]),
      endDay: numberOrNull(row[4]),
      assumedStart: row[5] === 1,
    };
    const last = current.at(-1);
    if (last === undefined || last.account !== next.account || last.startDay !== next.startDay) {
      current.push(next);
      continue;
    }
    current[current.length - 1] = {
      ...next,
      noticeDay: roles.get(batch)?.has('noticeOn') === true ? next.noticeDay : last.noticeDay,
      endDay: roles.get(batch)?.has('endOn') === true ? next.endDay : last.endDay,
    };
  }
  return current;
}
