import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import type { FileTokens } from '../files/file-tokens.ts';
import { loadAccountIds } from '../store/account-table.ts';
import { accountNameAttribute, churnFlagAttribute, loadCurrentAttributes } from '../store/attribute-table.ts';
import type { Database } from '../store/database.ts';
import { copyText } from './account-book.ts';
import { columnOf } from './cell-readers.ts';
import { readCsv } from './read-csv.ts';

/** Account id by a key of another kind (a subscription, a domain); null = the key belongs to several accounts. */
export type AccountKeys = ReadonlyMap<string, string | null>;

/** The name under which a join speaks of the accounts' names. */
export const nameOfAccount = '';

/** The keys through which a plan finds accounts; null = by their ids. Fails `fileMissing` when the file is gone. */
export async function loadAccountKeys(
  database: Database,
  files: FileTokens,
  plan: ImportPlan,
): Promise<Result<AccountKeys | null>> {
  const join = columnOf(plan, 'accountId')?.join;
  if (join === undefined) return succeed(null);
  if (join.by === 'attribute') return succeed(keysOfAttribute(database, join.attribute));
  const file = files.find(join.token);
  if (!file.ok) return fail('fileMissing', { name: join.fileName });
  const keys = new Map<string, string | null>();
  const read = await readCsv({
    path: file.value.path,
    ...join.read,
    onRows(rows) {
      for (const row of rows) addKey(keys, row[join.keyColumn] ?? '', row[join.accountColumn] ?? '');
    },
    onFault: () => {},
  });
  return read.ok ? succeed(keys) : read;
}

/** Current values of an attribute of live accounts, a history's older ones too: a key once used stays one. */
export function keysOfAttribute(database: Database, attribute: string): AccountKeys {
  const ids = loadAccountIds(database);
  const name = attribute === nameOfAccount ? accountNameAttribute : attribute;
  const keys = new Map<string, string | null>();
  for (const { account, value } of loadCurrentAttributes(database).get(name) ?? []) {
    addKey(keys, value, ids[account] ?? '');
  }
  return keys;
}

/** The attribute whose values are most of these texts, and how many they are; null where none has any. */
export function findKeyAttribute(
  database: Database,
  texts: readonly string[],
): { readonly attribute: string; readonly matched: number } | null {
  const wanted = new Set(texts);
  let best: { attribute: string; matched: number } | null = null;
  for (const [name, rows] of loadCurrentAttributes(database)) {
    if (name === churnFlagAttribute) continue;
    const matched = new Set(rows.map(({ value }) => value).filter((value) => wanted.has(value))).size;
    const attribute = name === accountNameAttribute ? nameOfAccount : name;
    if (matched > (best?.matched ?? 0)) best = { attribute, matched };
  }
  return best;
}

function addKey(keys: Map<string, string | null>, keyCell: string, accountCell: string): void {
  const [key, account] = [keyCell.trim(), accountCell.trim()];
  if (key === '' || account === '') return;
  const known = keys.get(key);
  if (known === undefined) keys.set(copyText(key), copyText(account));
  else if (known !== account) keys.set(key, null);
}
