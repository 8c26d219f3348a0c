import type { Random } from '../statistics/random.ts';
import type { SameDateRows } from '../statistics/same-date-pairs.ts';

/** Stands for "does not count" beside 0 (kept) and 1 (churned). */
export const NO_LABEL = -1;

/** Every account's label at every as-of date. */
export type LabelTable = {
  /** Row by row: date × account index; NO_LABEL where the account has no row. */
  readonly labels: Int8Array;
  readonly accountCount: number;
  /** The accounts with a row, in the order that resampling uses. */
  readonly accounts: Int32Array;
};

/** Lays out the label histories of the rows, one row per account and date at most.
 * @param accountOrder account indices in order of id (code points); by index unless given. Accounts without a row are
 * left out, so that the same accounts give the same shuffles whatever else the workspace holds. */
export function buildLabelTable(rows: SameDateRows, accountOrder?: ArrayLike<number>): LabelTable {
  const accountCount = rows.account.reduce((highest, account) => Math.max(highest, account + 1), 0);
  const labels = new Int8Array(accountCount * rows.snapshotCount).fill(NO_LABEL);
  const hasRow = new Uint8Array(accountCount);
  for (let r = 0; r < rows.account.length; r++) {
    hasRow[rows.account[r]!] = 1;
    labels[rows.snapshot[r]! * accountCount + rows.account[r]!] = rows.positive[r]!;
  }
  const order = accountOrder ?? hasRow.keys();
  const accounts = Int32Array.from(Array.from(order).filter((account) => hasRow[account] === 1));
  return { labels, accountCount, accounts };
}

/** One permutation π of the accounts with a row: entry i is the account whose history account i takes. Accounts without
 * a row keep their own. Every permutation is equally likely. */
export function shuffleAccounts({ accounts, accountCount }: LabelTable, random: Random): Int32Array {
  const taken = random.shuffle(accounts.slice());
  const permutation = Int32Array.from({ length: accountCount }, (_, account) => account);
  accounts.forEach((account, i) => {
    permutation[account] = taken[i]!;
  });
  return permutation;
}

/** The label of each row when account i takes the whole label history of π(i) by as-of date: 0, 1, or NO_LABEL where
 * π(i) has no row on the row's date. Churned accounts stay churned accounts, only their measures change, so overlapping
 * outcomes keep their dependence. Writes into `out` (one entry per row) where given. */
export function permuteLabels(
  rows: SameDateRows,
  table: LabelTable,
  permutation: Int32Array,
  out: Int8Array = new Int8Array(rows.account.length),
): Int8Array {
  const { account, snapshot } = rows;
  const { labels, accountCount } = table;
  for (let r = 0; r < account.length; r++)
    out[r] = labels[snapshot[r]! * accountCount + permutation[account[r]!]!]!;
  return out;
}

/** The rows that count under permuted labels, and which row each of them was. */
export function selectLabelled(
  rows: SameDateRows,
  labels: Int8Array,
): SameDateRows & { readonly row: Int32Array } {
  const counted: number[] = [];
  for (let r = 0; r < labels.length; r++) if (labels[r] !== NO_LABEL) counted.push(r);
  const row = Int32Array.from(counted);
  return {
    row,
    account: row.map((r) => rows.account[r]!),
    snapshot: row.map((r) => rows.snapshot[r]!),
    positive: Uint8Array.from(row, (r) => labels[r]!),
    snapshotCount: rows.snapshotCount,
  };
}
