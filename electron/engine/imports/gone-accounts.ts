import { countAccounts } from '../store/account-table.ts';
import { int32Of } from '../store/column-blob.ts';
import type { Database } from '../store/database.ts';
import { blobCell, numberCell } from '../store/read-cell.ts';

const tables = ['life', 'attribute_value', 'outcome', 'record'] as const;
const live = 'JOIN import_batch AS b ON b.number = t.batch AND b.undoneAt IS NULL AND b.number <> ?';

/**
 * Indices of the accounts that no live import names: undoing an import keeps its accounts' indices.
 * `without` is the number of a batch that counts as undone: it is about to be replaced.
 */
export function findGoneAccounts(database: Database, without = 0): Set<number> {
  const isAnyUndone = database.first(
    'SELECT 1 FROM import_batch WHERE undoneAt IS NOT NULL OR number = ? LIMIT 1',
    [without],
  );
  if (isAnyUndone === undefined) return new Set();
  const gone = new Set(Array.from({ length: countAccounts(database) }, (_, index) => index));
  for (const table of tables) {
    for (const row of database.all(`SELECT DISTINCT t.account FROM ${table} AS t ${live}`, [without])) {
      gone.delete(numberCell(row[0]));
    }
  }
  for (const table of ['chunk', 'event_chunk']) {
    for (const row of database.all(`SELECT t.account FROM ${table} AS t ${live}`, [without])) {
      let last = -1;
      for (const account of int32Of(blobCell(row[0]))) {
        if (account !== last) gone.delete(account);
        last = account;
      }
    }
  }
  return gone;
}
