import type { Random } from '../../../shared/statistics/random.ts';
import type { SameDateRows } from '../../../shared/statistics/same-date-pairs.ts';

/** Account-major rows: each account is there from its first to its last date, and a churned one has positive rows on
 * the last one or two. */
export function drawRows(
  random: Random,
  { accounts, dates, churned }: { accounts: number; dates: number; churned: number },
): SameDateRows {
  const account: number[] = [];
  const snapshot: number[] = [];
  const positive: number[] = [];
  for (let a = 0; a < accounts; a++) {
    const first = random.integer(dates);
    const last = a < churned ? first + random.integer(dates - first) : dates - 1;
    for (let s = first; s <= last; s++) {
      account.push(a);
      snapshot.push(s);
      positive.push(Number(a < churned && s > last - 2));
    }
  }
  return {
    account: Int32Array.from(account),
    snapshot: Uint16Array.from(snapshot),
    positive: Uint8Array.from(positive),
    snapshotCount: dates,
  };
}

/** A measure with a signal of `effect` standard deviations in the churned rows, one decimal, some missing. */
export function drawMeasure(
  random: Random,
  rows: SameDateRows,
  { effect, missing = 0, scale = 10 }: { effect: number; missing?: number; scale?: number },
): Float64Array {
  return Float64Array.from(rows.positive, (positive) => {
    const value = Math.round(scale * (random.normal() - effect * positive) * 10) / 10;
    return random.uniform() < missing ? Number.NaN : value;
  });
}

/** One as-of date, one row per account, the first `churned` positive. */
export function oneDate(accounts: number, churned: number): SameDateRows {
  return {
    account: Int32Array.from({ length: accounts }, (_, a) => a),
    snapshot: new Uint16Array(accounts),
    positive: Uint8Array.from({ length: accounts }, (_, a) => Number(a < churned)),
    snapshotCount: 1,
  };
}
