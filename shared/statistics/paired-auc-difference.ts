import type { Interval } from './interval.ts';
import { jackknifeStandardError, leaveOneOutAucs } from './jackknife.ts';
import type { JackknifeComponents } from './same-date-pairs.ts';
import { studentTQuantile } from './student-t.ts';

export type PairedAucDifference = {
  /** AUC of the score minus AUC of the baseline, −1…1; above 0 the score ranks better. */
  readonly difference: number;
  readonly standardError: number | null;
  /** The n behind t: degrees of freedom are this − 1. */
  readonly churnedAccounts: number;
  /** 95 %, difference ± t(.975, c − 1)·SE; null with fewer than three churned accounts. */
  readonly interval: Interval | null;
};

/** How much better a score ranks than a baseline over the same rows (same-date AUCs), paired by account:
 * the jackknife leaves an account out of both at once. `baseline` 'chance' is an AUC of exactly .5.
 * Null where either is undefined (no pairs, or a constant). Throws when the two come from different rows.
 * For m baselines judged together widen with t(1 − .025/m, c − 1) from difference and standardError. */
export function pairedAucDifference(
  score: JackknifeComponents,
  baseline: JackknifeComponents | 'chance',
): PairedAucDifference | null {
  if (!score.ranks) return null;
  const without = leaveOneOutAucs(score);
  if (baseline === 'chance')
    return summarise(score.concordant / score.pairs - 0.5, without, score.churnedAccounts);
  if (baseline.pairs !== score.pairs || baseline.accounts !== score.accounts)
    throw new RangeError('score and baseline need the same rows');
  if (!baseline.ranks) return null;
  const baselineWithout = leaveOneOutAucs(baseline);
  const differences = without.map((auc, index) => auc - baselineWithout[index]!);
  const difference = (score.concordant - baseline.concordant) / score.pairs;
  return summarise(difference, differences, score.churnedAccounts);
}

function summarise(
  difference: number,
  leaveOneOut: Float64Array,
  churnedAccounts: number,
): PairedAucDifference {
  const standardError = jackknifeStandardError(leaveOneOut);
  if (standardError === null || churnedAccounts < 3)
    return { difference, standardError, churnedAccounts, interval: null };
  const half = studentTQuantile(0.975, churnedAccounts - 1) * standardError;
  const interval = { low: difference - half, high: difference + half };
  return { difference, standardError, churnedAccounts, interval };
}
