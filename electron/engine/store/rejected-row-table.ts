import { z } from 'zod';
import type { Database, SqlRow } from './database.ts';
import { jsonCell, numberCell, textCell } from './read-cell.ts';

/** A row of a file that was not kept, with the first reason why and its cells as read. */
export interface RejectedRow {
  readonly line: number;
  readonly column: string;
  readonly reason: string;
  readonly value: string;
  readonly cells: readonly string[];
}

const cellsSchema = z.array(z.string());

export function insertRejectedRows(database: Database, batch: number, rows: Iterable<RejectedRow>): number {
  const tuples = function* () {
    for (const row of rows) {
      yield [batch, row.line, row.column, row.reason, row.value, JSON.stringify(row.cells)];
    }
  };
  return database.insertMany(
    'rejected_row',
    ['batch', 'line', 'columnName', 'reason', 'value', 'cells'],
    tuples(),
  );
}

export function countRejectedRows(database: Database, batch: number): number {
  return numberCell(database.first('SELECT count(*) FROM rejected_row WHERE batch = ?', [batch])?.[0]);
}

/** Rows that live imports did not keep: those that a later row of their file repeats, and all others. */
export function countRejectedByKind(database: Database): { duplicateRows: number; rejectedRows: number } {
  const row = database.first(
    `SELECT coalesce(sum(r.reason = 'duplicateRow'), 0), count(*) FROM rejected_row AS r
     JOIN import_batch AS b ON b.number = r.batch AND b.undoneAt IS NULL`,
  );
  const duplicateRows = numberCell(row?.[0]);
  return { duplicateRows, rejectedRows: numberCell(row?.[1]) - duplicateRows };
}

/** A page of the repeated rows, or of the others, of all live imports, in the order of imports and lines. */
export function loadRejectedByKind(
  database: Database,
  isDuplicate: boolean,
  page: { readonly offset: number; readonly limit: number },
): (RejectedRow & { readonly batch: number })[] {
  const rows = database.all(
    `SELECT r.line, r.columnName, r.reason, r.value, r.cells, r.batch FROM rejected_row AS r
     JOIN import_batch AS b ON b.number = r.batch AND b.undoneAt IS NULL
     WHERE (r.reason = 'duplicateRow') = ? ORDER BY r.batch, r.line, r.rowid LIMIT ? OFFSET ?`,
    [Number(isDuplicate), page.limit, page.offset],
  );
  return rows.map((row) => ({ ...parseRejected(row), batch: numberCell(row[5]) }));
}

/** In the order of the file. */
export function loadRejectedRows(
  database: Database,
  batch: number,
  page: { readonly offset: number; readonly limit: number },
): RejectedRow[] {
  const rows = database.all(
    `SELECT line, columnName, reason, value, cells FROM rejected_row
     WHERE batch = ? ORDER BY line, rowid LIMIT ? OFFSET ?`,
    [batch, page.limit, page.offset],
  );
  return rows.map(parseRejected);
}

function parseRejected(row: SqlRow): RejectedRow {
  return {
    line: numberCell(row[0]),
    column: textCell(row[1]),
    reason: textCell(row[2]),
    value: textCell(row[3]),
    cells: cellsSchema.parse(jsonCell(row[4])),
  };
}
