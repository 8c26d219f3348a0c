import { deciles, uniqueEdges } from '../statistics/deciles.ts';
import type { SameDateRows } from '../statistics/same-date-pairs.ts';

/** One quantile bin of a measure, or several neighbours merged. */
export type MeasureBin = {
  /** Which of the first bins it is made of, as bits. */
  readonly members: number;
  /** Lowest and highest value in it. */
  readonly low: number;
  readonly high: number;
  readonly rows: number;
  readonly positives: number;
  /** Distinct accounts with a row in it, and those with a positive row in it. */
  readonly accounts: number;
  readonly churners: number;
};

/** The rows without a value. */
export type MissingBin = Omit<MeasureBin, 'members' | 'low' | 'high'>;

export type MeasureBins = {
  /** Ascending, none empty. */
  readonly bins: readonly MeasureBin[];
  /** Null where every row has a value. */
  readonly missing: MissingBin | null;
  /** Distinct accounts with a value in any row, and those with a value in a positive row. */
  readonly accounts: number;
  readonly churners: number;
  /** Joins neighbouring bins; distinct accounts are counted anew. */
  readonly merge: (bins: readonly MeasureBin[]) => MeasureBin;
};

/** Cuts a measure's values (NaN = missing) at their unique deciles (type 7, right-closed, as its IV does): up to ten
 * bins with their rows and distinct accounts. One pass over the rows; merging takes one pass over the accounts.
 * `rows` and `values` run beside each other. */
export function buildMeasureBins(rows: SameDateRows, values: ArrayLike<number>): MeasureBins {
  const present: number[] = [];
  for (let r = 0; r < values.length; r++) if (!Number.isNaN(values[r]!)) present.push(values[r]!);
  const edges = uniqueEdges(deciles(present));
  const tally = tallyRows(rows, values, edges);
  const countAccounts = (members: number) => ({
    accounts: countMasks(tally.seen, members),
    churners: countMasks(tally.churned, members),
  });
  const merge = (bins: readonly MeasureBin[]): MeasureBin => {
    const members = bins.reduce((bits, bin) => bits | bin.members, 0);
    return {
      members,
      low: Math.min(...bins.map((bin) => bin.low)),
      high: Math.max(...bins.map((bin) => bin.high)),
      rows: bins.reduce((sum, bin) => sum + bin.rows, 0),
      positives: bins.reduce((sum, bin) => sum + bin.positives, 0),
      ...countAccounts(members),
    };
  };
  const missing = edges.length + 1;
  const bins = Array.from({ length: missing }, (_, b) => ({
    members: 1 << b,
    low: tally.low[b]!,
    high: tally.high[b]!,
    rows: tally.rows[b]!,
    positives: tally.positives[b]!,
    ...countAccounts(1 << b),
  }));
  const withoutValue = { rows: tally.rows[missing]!, positives: tally.positives[missing]! };
  return {
    bins: bins.filter((bin) => bin.rows > 0),
    missing: withoutValue.rows === 0 ? null : { ...withoutValue, ...countAccounts(1 << missing) },
    ...countAccounts((1 << missing) - 1),
    merge,
  };
}

/** Counts per bin (the last entry: missing) and, per account, the bins its rows and its positive rows lie in. */
function tallyRows(rows: SameDateRows, values: ArrayLike<number>, edges: readonly number[]) {
  const bins = edges.length + 2;
  const accounts = rows.account.reduce((highest, account) => Math.max(highest, account + 1), 0);
  const tally = {
    rows: new Int32Array(bins),
    positives: new Int32Array(bins),
    low: new Float64Array(bins).fill(Number.POSITIVE_INFINITY),
    high: new Float64Array(bins).fill(Number.NEGATIVE_INFINITY),
    seen: new Uint16Array(accounts),
    churned: new Uint16Array(accounts),
  };
  for (let r = 0; r < rows.account.length; r++) {
    const value = values[r]!;
    let b = 0;
    if (Number.isNaN(value)) b = bins - 1;
    else while (b < edges.length && value > edges[b]!) b++;
    tally.rows[b]!++;
    tally.seen[rows.account[r]!]! |= 1 << b;
    if (rows.positive[r] === 1) {
      tally.positives[b]!++;
      tally.churned[rows.account[r]!]! |= 1 << b;
    }
    if (value < tally.low[b]!) tally.low[b] = value;
    if (value > tally.high[b]!) tally.high[b] = value;
  }
  return tally;
}

function countMasks(masks: Uint16Array, members: number): number {
  let count = 0;
  for (const mask of masks) if ((mask & members) !== 0) count++;
  return count;
}
