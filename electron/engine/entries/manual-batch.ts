import { createHash } from 'node:crypto';
import { dayFromYmd } from '../../../shared/csv/calendar.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { userName } from '../imports/user-name.ts';
import type { Database } from '../store/database.ts';
import { insertBatch, nextBatchNumber, type StoredBatch } from '../store/import-batch-table.ts';

/** Entries have no file; the table of batches wants to know how one was read. */
const plan: ImportPlan = {
  kind: 'records',
  read: { encoding: 'utf-8', delimiter: ',', hasHeader: true, skipRows: 0 },
  columns: [],
  decimal: '.',
  dateMarks: 'day',
  grain: 'day',
  lagDays: 0,
  blankMeansZero: false,
  source: '',
  completeUntil: null,
  unknownAccounts: 'stop',
  problemRows: 'stop',
};

/** What one entry by hand is about. */
export interface ManualChange {
  readonly accountId: string;
  readonly day: number;
  readonly replaces: boolean;
  /** All that was typed: two different entries never have one hash. */
  readonly content: unknown;
  readonly now: number;
}

/** Stores the batch of one entry by hand; the caller holds the transaction and puts the entry's rows in it. */
export function openManualBatch(database: Database, change: ManualChange): StoredBatch {
  const { accountId, day, replaces, content, now } = change;
  const batch: StoredBatch = {
    number: nextBatchNumber(database),
    kind: 'manual',
    fileName: accountId,
    sha256: createHash('sha256')
      .update(JSON.stringify([accountId, content]))
      .digest('hex'),
    importedAt: new Date(now).toISOString(),
    undoneAt: null,
    plan: { ...plan, importedBy: userName() },
    rowsRead: 1,
    rowsKept: 1,
    rowsReplaced: replaces ? 1 : 0,
    rowsUnchanged: 0,
    rowsRejected: 0,
    firstDay: day,
    lastDay: day,
  };
  insertBatch(database, batch);
  return batch;
}

/** The calendar day of an instant where this computer stands. */
export function localDay(now: number): number {
  const date = new Date(now);
  return dayFromYmd(date.getFullYear(), date.getMonth() + 1, date.getDate());
}
