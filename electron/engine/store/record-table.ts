import { z } from 'zod';
import type { Database } from './database.ts';
import { jsonCell, numberCell, numberOrNull, textCell } from './read-cell.ts';

/** A dated row with columns. `cells` pairs each column name with its text, in file order. */
export interface RecordRow {
  readonly source: string;
  readonly account: number;
  readonly day: number;
  readonly closedDay: number | null;
  readonly cells: ReadonlyArray<readonly [column: string, value: string]>;
}

const cellsSchema = z.array(z.tuple([z.string(), z.string()]));

export function insertRecords(database: Database, batch: number, rows: Iterable<RecordRow>): number {
  const tuples = function* () {
    for (const row of rows) {
      yield [batch, row.source, row.account, row.day, row.closedDay, JSON.stringify(row.cells)];
    }
  };
  return database.insertMany('record', ['batch', 'source', 'account', 'day', 'closedDay', 'cells'], tuples());
}

/**
 * Current records by source, then (account, day): all rows that the live batch with the highest number has for a
 * (source, account, day), so a later export of the same tickets replaces them and never counts them twice.
 */
export function loadCurrentRecords(database: Database): RecordRow[] {
  const rows = database.all(
    `SELECT source, account, day, closedDay, cells FROM (
       SELECT r.source, r.account, r.day, r.closedDay, r.cells, r.batch, r.rowid AS position,
         max(r.batch) OVER (PARTITION BY r.source, r.account, r.day) AS newest
       FROM record AS r JOIN import_batch AS b ON b.number = r.batch AND b.undoneAt IS NULL
     ) WHERE batch = newest ORDER BY source, account, day, position`,
  );
  return rows.map((row) => ({
    source: textCell(row[0]),
    account: numberCell(row[1]),
    day: numberCell(row[2]),
    closedDay: numberOrNull(row[3]),
    cells: cellsSchema.parse(jsonCell(row[4])),
  }));
}
