/** One row per (account, snapshot), in any order; the arrays run beside each other. */
export type SameDateRows = {
  /** Index of the account, from 0. */
  readonly account: Int32Array;
  /** Index of the as-of date, 0 … snapshotCount − 1. */
  readonly snapshot: Uint16Array | Int32Array;
  /** 1 churned (positive row), 0 kept. */
  readonly positive: Uint8Array;
  readonly snapshotCount: number;
};

/** An ordinal rank per row, whole numbers from 0, higher = healthier, comparable within one as-of date. */
export type Buckets = Uint8Array | Uint16Array | Int32Array;

export type JackknifeComponents = {
  /** C: pairs with the kept row above the churned row, plus ½ for each equal pair. */
  readonly concordant: number;
  /** M: pairs of a churned and a kept row of the same as-of date. */
  readonly pairs: number;
  /** False when every counted pair is a tie: a constant score, whose AUC is undefined. */
  readonly ranks: boolean;
  /** Per account index: what its rows take part in, of C and of M; 0 for an index without rows. */
  readonly accountConcordant: Float64Array;
  readonly accountPairs: Float64Array;
  /** Per account index: 1 where it has a row. */
  readonly present: Uint8Array;
  readonly positives: number;
  readonly negatives: number;
  readonly accounts: number;
  /** Distinct accounts with a positive row: the n that counts. */
  readonly churnedAccounts: number;
};

/** Counts, among rows of the same as-of date, how often a kept row ranks above a churned one, in total and per
 * account, so that the AUC without an account i is (C − Cᵢ) ÷ (M − Mᵢ). No pair holds two rows of one account,
 * because an account has one row per date. One call per score or baseline over the same rows.
 * Exact; O(rows + snapshots × (highest bucket + 1)) in two plain passes over typed arrays, as it runs on every
 * live edit. Throws when the arrays differ in length. Source: design note "Intervals"; Mann–Whitney by counting. */
export function jackknifeComponents(rows: SameDateRows, bucket: Buckets): JackknifeComponents {
  checkLengths(rows, bucket);
  const { account, snapshot, positive } = rows;
  const buckets = highest(bucket) + 1;
  const kept = new Int32Array(rows.snapshotCount * buckets);
  const churned = new Int32Array(rows.snapshotCount * buckets);
  const accountCount = highest(account) + 1;
  const flags = new Uint8Array(accountCount);
  let positives = 0;
  for (let row = 0; row < account.length; row += 1) {
    const cell = snapshot[row]! * buckets + bucket[row]!;
    const isPositive = positive[row]!;
    positives += isPositive;
    if (isPositive === 1) churned[cell]! += 1;
    else kept[cell]! += 1;
    flags[account[row]!]! |= 1 + 2 * isPositive;
  }
  const totals = replaceCountsByWins(kept, churned, buckets);
  const { accountConcordant, accountPairs } = sharePerAccount(rows, bucket, {
    kept,
    churned,
    buckets,
    totals,
    accountCount,
  });
  return {
    concordant: totals.concordant,
    pairs: totals.pairs,
    ranks: totals.ties < totals.pairs,
    accountConcordant,
    accountPairs,
    present: flags.map((flag) => flag & 1),
    positives,
    negatives: account.length - positives,
    accounts: countWhere(flags, 1),
    churnedAccounts: countWhere(flags, 2),
  };
}

type Totals = {
  readonly concordant: number;
  readonly pairs: number;
  readonly ties: number;
  readonly keptPerSnapshot: Int32Array;
  readonly churnedPerSnapshot: Int32Array;
};

/** Turns each cell's counts into twice what one row there wins: a churned row by kept rows above it (into
 * `churned`), a kept row by churned rows below it (into `kept`); an equal row counts 1. */
function replaceCountsByWins(kept: Int32Array, churned: Int32Array, buckets: number): Totals {
  const snapshots = kept.length / buckets;
  const keptPerSnapshot = new Int32Array(snapshots);
  const churnedPerSnapshot = new Int32Array(snapshots);
  let doubled = 0;
  let pairs = 0;
  let ties = 0;
  for (let s = 0; s < snapshots; s += 1) {
    const start = s * buckets;
    let allKept = 0;
    for (let cell = start; cell < start + buckets; cell += 1) allKept += kept[cell]!;
    let keptSeen = 0;
    let churnedSeen = 0;
    for (let cell = start; cell < start + buckets; cell += 1) {
      const keptHere = kept[cell]!;
      const churnedHere = churned[cell]!;
      const churnedWins = 2 * (allKept - keptSeen) - keptHere;
      doubled += churnedHere * churnedWins;
      ties += churnedHere * keptHere;
      churned[cell] = churnedWins;
      kept[cell] = 2 * churnedSeen + churnedHere;
      keptSeen += keptHere;
      churnedSeen += churnedHere;
    }
    keptPerSnapshot[s] = keptSeen;
    churnedPerSnapshot[s] = churnedSeen;
    pairs += keptSeen * churnedSeen;
  }
  return { concordant: doubled / 2, pairs, ties, keptPerSnapshot, churnedPerSnapshot };
}

type Lookup = {
  readonly kept: Int32Array;
  readonly churned: Int32Array;
  readonly buckets: number;
  readonly totals: Totals;
  readonly accountCount: number;
};

function sharePerAccount(
  { account, snapshot, positive }: SameDateRows,
  bucket: Buckets,
  { kept, churned, buckets, totals, accountCount }: Lookup,
): { accountConcordant: Float64Array; accountPairs: Float64Array } {
  const accountConcordant = new Float64Array(accountCount);
  const accountPairs = new Float64Array(accountCount);
  for (let row = 0; row < account.length; row += 1) {
    const date = snapshot[row]!;
    const cell = date * buckets + bucket[row]!;
    const isPositive = positive[row]! === 1;
    accountConcordant[account[row]!]! += (isPositive ? churned[cell]! : kept[cell]!) / 2;
    accountPairs[account[row]!]! += isPositive
      ? totals.keptPerSnapshot[date]!
      : totals.churnedPerSnapshot[date]!;
  }
  return { accountConcordant, accountPairs };
}

function checkLengths({ account, snapshot, positive }: SameDateRows, bucket: Buckets): void {
  const rows = account.length;
  if (snapshot.length !== rows || positive.length !== rows || bucket.length !== rows)
    throw new RangeError('account, snapshot, positive and bucket need the same rows');
}

/** The largest entry, −1 for none. */
function highest(values: Buckets): number {
  let largest = -1;
  for (let i = 0; i < values.length; i += 1) if (values[i]! > largest) largest = values[i]!;
  return largest;
}

function countWhere(flags: Uint8Array, bit: number): number {
  let count = 0;
  for (const flag of flags) if ((flag & bit) !== 0) count += 1;
  return count;
}
