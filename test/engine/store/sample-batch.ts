import type { StoredBatch } from '../../../electron/engine/store/import-batch-table.ts';

/** A batch as an import would store it; only its number and liveness matter to most tests. */
export function sampleBatch(number: number, changes: Partial<StoredBatch> = {}): StoredBatch {
  return {
    number,
    kind: 'metricsLong',
    fileName: `file-${number}.csv`,
    sha256: 'a'.repeat(64),
    importedAt: '2024-01-31T10:42:00.000Z',
    undoneAt: null,
    plan: {
      kind: 'metricsLong',
      read: { encoding: 'utf-8', delimiter: ',', hasHeader: true, skipRows: 0 },
      columns: [{ index: 0, role: 'accountId', name: 'id' }],
      decimal: '.',
      dateMarks: 'day',
      grain: 'day',
      lagDays: 0,
      blankMeansZero: false,
      source: '',
      completeUntil: null,
      unknownAccounts: 'add',
      problemRows: 'skip',
    },
    rowsRead: 10,
    rowsKept: 9,
    rowsReplaced: 0,
    rowsUnchanged: 0,
    rowsRejected: 1,
    firstDay: 19000,
    lastDay: null,
    ...changes,
  };
}
