import { countAccounts } from '../store/account-table.ts';
import { int32Of } from '../store/column-blob.ts';
import type { Database } from '../store/database.ts';
import { blobCell, numberCell } from '../store/read-cell.ts';

const tables = ['life', 'attribute_value', 'outcome', 'record'] as const;
const live = 'JOIN import_batch AS b ON b.number = t.batch AND b.undoneAt IS NULL';

/** Indices of the accounts that no live import names: undoing an import keeps its accounts' indices. */
export function findGoneAccounts(database: Database): Set<number> {
  const isAnyUndone = database.first('SELECT 1 FROM import_batch WHERE undoneAt IS NOT NULL LIMIT 1');
  if (isAnyUndone === undefined) return new Set();
  const gone = new Set(Array.from({ length: countAccounts(database) }, (_, index) => index));
  for (const table of tables) {
    for (const row of database.all(`SELECT DISTINCT t.account FROM ${table} AS t ${live}`)) {
      gone.delete(numberCell(row[0]));
    }
  }
  for (const table of ['chunk', 'event_chunk']) {
    for (const row of database.all(`SELECT t.account FROM ${table} AS t ${live}`)) {
      let last = -1;
      for (const account of int32Of(blobCell(row[0]))) {
        if (account !== last) gone.delete(account);
        last = account;
      }
    }
  }
  return gone;
}
