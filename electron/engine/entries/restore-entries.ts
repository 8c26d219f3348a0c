import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { OutcomeEntry } from '../../../shared/schemas/entries.ts';
import { loadAccountIds } from '../store/account-table.ts';
import type { Database } from '../store/database.ts';
import { insertOutcomes, loadCurrentOutcomes, loadOutcomesByHand } from '../store/outcome-table.ts';
import { insertRecords, loadCurrentRecords, type RecordRow } from '../store/record-table.ts';
import { openManualBatch } from './manual-batch.ts';

/** An entry by hand as an export carries it. */
export type RestoredEntry =
  | ({ readonly kind: 'hearingNote' | 'intervention'; readonly accountId: string } & Pick<
      RecordRow,
      'source' | 'day' | 'knownDay' | 'typedDay' | 'cells'
    >)
  | { readonly kind: 'outcome'; readonly accountId: string; readonly outcome: OutcomeEntry };

/**
 * Stores entries that were typed in another workspace, each as a batch of its own, so that it can be changed and undone
 * as there. Those that are here already are left out. `notFound` when one is of an account that is not here.
 */
export function restoreEntries(
  database: Database,
  entries: readonly RestoredEntry[],
  now: number,
): Result<readonly number[]> {
  const ids = new Map(loadAccountIds(database).map((id, account) => [id, account]));
  if (entries.some(({ accountId }) => !ids.has(accountId))) return fail('notFound', { what: 'account' });
  const isNew = newEntries(database, ids);
  const numbers = entries.filter(isNew).map((restored) => {
    const { accountId } = restored;
    const account = ids.get(accountId)!;
    const day = restored.kind === 'outcome' ? restored.outcome.day : restored.day;
    const batch = openManualBatch(database, { accountId, day, replaces: false, content: restored, now });
    if (restored.kind === 'outcome') {
      const { reason, ...outcome } = restored.outcome;
      insertOutcomes(database, batch.number, [
        { ...outcome, account, reason: reason === '' ? null : reason },
      ]);
    } else {
      const { accountId: _, ...row } = restored;
      insertRecords(database, batch.number, [{ ...row, account, closedDay: null, entry: batch.number }]);
    }
    return batch.number;
  });
  return succeed(numbers);
}

/** Equal entries are counted: of two that are alike, the second is new where only one is here. */
function newEntries(
  database: Database,
  ids: ReadonlyMap<string, number>,
): (restored: RestoredEntry) => boolean {
  const here = new Map<string, number>();
  const note = (key: string) => here.set(key, (here.get(key) ?? 0) + 1);
  for (const row of loadCurrentRecords(database)) if (row.entry !== null) note(recordKey(row));
  const byHand = loadOutcomesByHand(database);
  for (const row of loadCurrentOutcomes(database)) {
    if (byHand.has(`${row.account} ${row.day} ${row.kind}`)) note(outcomeKey(row.account, row));
  }
  return (restored) => {
    const account = ids.get(restored.accountId)!;
    const key =
      restored.kind === 'outcome'
        ? outcomeKey(account, restored.outcome)
        : recordKey({ ...restored, account });
    const left = here.get(key) ?? 0;
    here.set(key, left - 1);
    return left <= 0;
  };
}

function recordKey(
  row: Pick<RecordRow, 'kind' | 'account' | 'source' | 'day' | 'knownDay' | 'typedDay' | 'cells'>,
) {
  const { kind, account, source, day, knownDay, typedDay, cells } = row;
  return JSON.stringify([kind, account, source, day, knownDay, typedDay, cells]);
}

function outcomeKey(account: number, row: Omit<OutcomeEntry, 'reason'> & { readonly reason: string | null }) {
  const { day, kind, noticeDay, voluntary, amount, reason } = row;
  return JSON.stringify(['outcome', account, day, kind, noticeDay, voluntary, amount, reason ?? '']);
}
