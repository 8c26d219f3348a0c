import type { Database } from './database.ts';
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

/** Current lives by (account, start): of live batches, the highest number wins. */
export function loadCurrentLives(database: Database): LifeRow[] {
  const rows = database.all(
    `SELECT l.account, l.startDay, l.noticeDay, l.endDay, l.assumedStart, max(l.batch)
     FROM life AS l JOIN import_batch AS b ON b.number = l.batch AND b.undoneAt IS NULL
     GROUP BY l.account, l.startDay ORDER BY l.account, l.startDay`,
  );
  return rows.map((row) => ({
    account: numberCell(row[0]),
    startDay: numberCell(row[1]),
    noticeDay: numberOrNull(row[2]),
    endDay: numberOrNull(row[3]),
    assumedStart: row[4] === 1,
  }));
}
