import type { Database } from './database.ts';
import { numberCell, textCell } from './read-cell.ts';

/** Account ids in index order: the position in the array is the account index used by every other table. */
export function loadAccountIds(database: Database): string[] {
  return database.all('SELECT idx, id FROM account ORDER BY idx').map((row, position) => {
    if (numberCell(row[0]) !== position) throw new Error('account indices have a gap');
    return textCell(row[1]);
  });
}

export function countAccounts(database: Database): number {
  return numberCell(database.first('SELECT count(*) FROM account')?.[0]);
}

export function hasAccount(database: Database, accountId: string): boolean {
  return database.first('SELECT 1 FROM account WHERE id = ?', [accountId]) !== undefined;
}

/** Gives new ids the next indices, in the order given, and returns the first of them. Indices are never reused. */
export function insertAccounts(database: Database, ids: readonly string[]): number {
  const first = countAccounts(database);
  database.insertMany(
    'account',
    ['idx', 'id'],
    ids.map((id, i) => [first + i, id]),
  );
  return first;
}
