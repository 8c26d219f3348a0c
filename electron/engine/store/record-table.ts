import { z } from 'zod';
import { type RecordKind, recordKinds } from '../../../shared/schemas/record-kinds.ts';
import type { Database, SqlRow } from './database.ts';
import { jsonCell, numberCell, numberOrNull, textCell } from './read-cell.ts';

/** A dated row with columns. `cells` pairs each column name with its text, in file order. */
export interface RecordRow {
  readonly source: string;
  readonly kind: RecordKind;
  readonly account: number;
  readonly day: number;
  /** First day on which it could have been seen; null = its own day. */
  readonly knownDay: number | null;
  readonly closedDay: number | null;
  readonly cells: ReadonlyArray<readonly [column: string, value: string]>;
  /** Number of an entry by hand, the same through all its changes; null = from a file. */
  readonly entry: number | null;
  /** Day on which an entry by hand was typed; null = from a file. */
  readonly typedDay: number | null;
}

const cellsSchema = z.array(z.tuple([z.string(), z.string()]));
const columns = [
  'source',
  'kind',
  'account',
  'day',
  'knownDay',
  'closedDay',
  'cells',
  'entry',
  'typedDay',
] as const;

/** `deleted` = a person took the entry away: it hides the entry's older states. */
export function insertRecords(
  database: Database,
  batch: number,
  rows: Iterable<RecordRow & { readonly deleted?: boolean }>,
): number {
  const tuples = function* () {
    for (const row of rows) {
      const values = columns.map((name) => (name === 'cells' ? JSON.stringify(row.cells) : row[name]));
      yield [batch, ...values, row.deleted === true ? 1 : 0];
    }
  };
  return database.insertMany('record', ['batch', ...columns, 'deleted'], tuples());
}

/**
 * Current records by source, then (account, day). From files: all rows that the live batch with the highest number
 * has for a (source, account, day), so a later export of the same tickets replaces them and never counts them twice.
 * Entries by hand stand beside them, each as its newest live batch has it.
 */
export function loadCurrentRecords(database: Database): RecordRow[] {
  const rows = database.all(
    `SELECT ${columns.join(', ')} FROM (
       SELECT r.*, r.rowid AS position, max(r.batch) OVER (PARTITION BY r.entry,
         CASE WHEN r.entry IS NULL THEN r.source END,
         CASE WHEN r.entry IS NULL THEN r.account END,
         CASE WHEN r.entry IS NULL THEN r.day END) AS newest
       FROM record AS r JOIN import_batch AS b ON b.number = r.batch AND b.undoneAt IS NULL
     ) WHERE batch = newest AND deleted = 0 ORDER BY source, account, day, position`,
  );
  return rows.map(parseRecord);
}

/** First day on which a record counts. */
export function knownOnOf({ day, knownDay }: Pick<RecordRow, 'day' | 'knownDay'>): number {
  return Math.max(day, knownDay ?? day);
}

/** Whether a record was typed later than it says to have been known. */
export function isBackDated(row: RecordRow): boolean {
  return row.typedDay !== null && row.typedDay > knownOnOf(row);
}

function parseRecord(row: SqlRow): RecordRow {
  const kind = recordKinds.find((known) => known === row[1]);
  if (kind === undefined) throw new Error('unknown kind of record');
  return {
    source: textCell(row[0]),
    kind,
    account: numberCell(row[2]),
    day: numberCell(row[3]),
    knownDay: numberOrNull(row[4]),
    closedDay: numberOrNull(row[5]),
    cells: cellsSchema.parse(jsonCell(row[6])),
    entry: numberOrNull(row[7]),
    typedDay: numberOrNull(row[8]),
  };
}
