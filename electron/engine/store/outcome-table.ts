import { type OutcomeKind, outcomeKinds } from '../../../shared/schemas/outcome-kinds.ts';
import type { Database } from './database.ts';
import { numberCell, numberOrNull, textOrNull } from './read-cell.ts';

export interface OutcomeRow {
  readonly account: number;
  readonly day: number;
  readonly kind: OutcomeKind;
  readonly noticeDay: number | null;
  /** null = not said. */
  readonly voluntary: boolean | null;
  readonly amount: number | null;
  readonly reason: string | null;
}

/** `deleted` = a person took the outcome away: it hides those of older batches. */
export function insertOutcomes(
  database: Database,
  batch: number,
  rows: Iterable<OutcomeRow & { readonly deleted?: boolean }>,
): number {
  const tuples = function* () {
    for (const row of rows) {
      const voluntary = row.voluntary === null ? null : Number(row.voluntary);
      const values = [row.account, row.day, row.kind, row.noticeDay, voluntary, row.amount, row.reason];
      yield [batch, ...values, row.deleted === true ? 1 : 0];
    }
  };
  return database.insertMany(
    'outcome',
    ['batch', 'account', 'day', 'kind', 'noticeDay', 'voluntary', 'amount', 'reason', 'deleted'],
    tuples(),
  );
}

/** Current outcomes by (account, day, kind): the live batch with the highest number, its last row. */
export function loadCurrentOutcomes(database: Database): OutcomeRow[] {
  const rows = database.all(
    `SELECT o.account, o.day, o.kind, o.noticeDay, o.voluntary, o.amount, o.reason, o.deleted
     FROM outcome AS o JOIN import_batch AS b ON b.number = o.batch AND b.undoneAt IS NULL
     ORDER BY o.account, o.day, o.kind, o.batch, o.rowid`,
  );
  const current: (OutcomeRow & { readonly deleted: boolean })[] = [];
  for (const row of rows) {
    const kind = outcomeKinds.find((known) => known === row[2]);
    if (kind === undefined) throw new Error('unknown kind of outcome');
    const next = {
      account: numberCell(row[0]),
      day: numberCell(row[1]),
      kind,
      noticeDay: numberOrNull(row[3]),
      voluntary: row[4] === null ? null : row[4] === 1,
      amount: numberOrNull(row[5]),
      reason: textOrNull(row[6]),
      deleted: row[7] === 1,
    };
    const last = current.at(-1);
    if (last?.account === next.account && last.day === next.day && last.kind === next.kind) current.pop();
    current.push(next);
  }
  return current.filter(({ deleted }) => !deleted).map(({ deleted: _, ...row }) => row);
}

/** Keys (`account day kind`) of the current outcomes that an entry by hand decides. */
export function loadOutcomesByHand(database: Database): Set<string> {
  const rows = database.all(
    `SELECT account, day, kind FROM (
       SELECT o.account, o.day, o.kind, b.kind AS batchKind, row_number() OVER
         (PARTITION BY o.account, o.day, o.kind ORDER BY o.batch DESC, o.rowid DESC) AS place
       FROM outcome AS o JOIN import_batch AS b ON b.number = o.batch AND b.undoneAt IS NULL
     ) WHERE place = 1 AND batchKind = 'manual'`,
  );
  return new Set(rows.map((row) => row.join(' ')));
}
