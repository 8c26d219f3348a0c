import type { JackknifeComponents } from './same-date-pairs.ts';

/** The AUC without each account in turn, one entry per account that has a row, in order of account index:
 * (C − Cᵢ) ÷ (M − Mᵢ); NaN where no pair would be left. Arrays of two scores over the same rows line up. */
export function leaveOneOutAucs(components: JackknifeComponents): Float64Array {
  const { concordant, pairs, accountConcordant, accountPairs, present, accounts } = components;
  const values = new Float64Array(accounts);
  let next = 0;
  for (let account = 0; account < present.length; account += 1) {
    if (present[account] === 0) continue;
    values[next] = (concordant - accountConcordant[account]!) / (pairs - accountPairs[account]!);
    next += 1;
  }
  return values;
}

/** The jackknife's standard error from I leave-one-out values: SE² = (I − 1)/I · Σ (θ(−i) − mean)², ≥ 0.
 * Null with fewer than two values or when one of them is undefined (NaN).
 * Source: Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapter 11. */
export function jackknifeStandardError(leaveOneOut: ArrayLike<number>): number | null {
  const count = leaveOneOut.length;
  if (count < 2) return null;
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += leaveOneOut[i]!;
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i += 1) squares += (leaveOneOut[i]! - mean) ** 2;
  return Number.isNaN(squares) ? null : Math.sqrt(((count - 1) / count) * squares);
}
