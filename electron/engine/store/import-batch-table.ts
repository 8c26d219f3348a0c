import {
  type BatchKind,
  batchKinds,
  type ImportPlan,
  importPlanSchema,
} from '../../../shared/schemas/import-plan.ts';
import type { Database, SqlRow } from './database.ts';
import { jsonCell, numberCell, numberOrNull, textCell, textOrNull } from './read-cell.ts';

export interface StoredBatch {
  readonly number: number;
  readonly kind: BatchKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly importedAt: string;
  /** null = live. */
  readonly undoneAt: string | null;
  readonly plan: ImportPlan;
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rowsReplaced: number;
  readonly rowsUnchanged: number;
  readonly rowsRejected: number;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
}

const columns = [
  'number',
  'kind',
  'fileName',
  'sha256',
  'importedAt',
  'undoneAt',
  'plan',
  'rowsRead',
  'rowsKept',
  'rowsReplaced',
  'rowsUnchanged',
  'rowsRejected',
  'firstDay',
  'lastDay',
] as const;
const select = `SELECT ${columns.join(', ')} FROM import_batch`;

/** Numbers only grow: an undone batch keeps its own. */
export function nextBatchNumber(database: Database): number {
  return numberCell(database.first('SELECT coalesce(max(number), 0) + 1 FROM import_batch')?.[0]);
}

export function insertBatch(database: Database, batch: StoredBatch): void {
  const row = columns.map((name) => (name === 'plan' ? JSON.stringify(batch.plan) : batch[name]));
  database.insertMany('import_batch', columns, [row]);
}

export function loadBatches(database: Database): StoredBatch[] {
  return database.all(`${select} ORDER BY number`).map(parseBatch);
}

export function loadBatch(database: Database, number: number): StoredBatch | null {
  const row = database.first(`${select} WHERE number = ?`, [number]);
  return row === undefined ? null : parseBatch(row);
}

/** The live batch that was imported in the place of this one; null when it was not replaced. */
export function findReplacement(database: Database, number: number): StoredBatch | null {
  const row = database.first(
    `${select} WHERE undoneAt IS NULL AND json_extract(plan, '$.replaces') = ? ORDER BY number DESC LIMIT 1`,
    [number],
  );
  return row === undefined ? null : parseBatch(row);
}

/** Undoes a batch whole (`at` = when) or brings it back (`at` = null). False when there is no such batch. */
export function setBatchUndone(database: Database, number: number, at: string | null): boolean {
  return database.run('UPDATE import_batch SET undoneAt = ? WHERE number = ?', [at, number]) === 1;
}

function parseBatch(row: SqlRow): StoredBatch {
  const kind = batchKinds.find((known) => known === row[1]);
  if (kind === undefined) throw new Error('unknown kind of import batch');
  return {
    number: numberCell(row[0]),
    kind,
    fileName: textCell(row[2]),
    sha256: textCell(row[3]),
    importedAt: textCell(row[4]),
    undoneAt: textOrNull(row[5]),
    plan: importPlanSchema.parse(jsonCell(row[6])),
    rowsRead: numberCell(row[7]),
    rowsKept: numberCell(row[8]),
    rowsReplaced: numberCell(row[9]),
    rowsUnchanged: numberCell(row[10]),
    rowsRejected: numberCell(row[11]),
    firstDay: numberOrNull(row[12]),
    lastDay: numberOrNull(row[13]),
  };
}
