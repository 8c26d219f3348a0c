import { hanleyMcneilEdgeInterval } from './hanley-mcneil.ts';
import type { Interval } from './interval.ts';
import { jackknifeStandardError, leaveOneOutAucs } from './jackknife.ts';
import {
  type Buckets,
  type JackknifeComponents,
  jackknifeComponents,
  type SameDateRows,
} from './same-date-pairs.ts';
import { studentTQuantile } from './student-t.ts';

export type SameDateAuc = {
  /** P(kept row above churned row) + ½ P(equal) over pairs of the same as-of date; above .5 is good. */
  readonly auc: number | null;
  /** Rows. */
  readonly positives: number;
  readonly negatives: number;
  /** Distinct accounts with a positive row, and with any row. */
  readonly churnedAccounts: number;
  readonly accounts: number;
  readonly standardError: number | null;
  /** 95 %, or null with fewer than three churned accounts. */
  readonly interval: Interval | null;
};

/** The pooled AUC of a score over several as-of dates with its by-account jackknife interval.
 * `auc` is null where it is undefined: no date has both classes, or every counted pair is a tie (constant).
 * See sameDateAucOf for the interval, jackknifeComponents for the shape of rows and buckets. */
export function sameDateAuc(rows: SameDateRows & { readonly bucket: Buckets }): SameDateAuc {
  return sameDateAucOf(jackknifeComponents(rows, rows.bucket));
}

/** sameDateAuc of components already counted. The interval is logit⁻¹(logit A ± t(.975, c − 1)·SE/(A(1 − A))),
 * c = churned accounts; at A = 0 or 1 the open end is by Hanley–McNeil with accounts as the class sizes.
 * Null with c < 3, or when leaving out one account leaves no pair. Source: design note "Intervals". */
export function sameDateAucOf(components: JackknifeComponents): SameDateAuc {
  const { concordant, pairs, positives, negatives, churnedAccounts, accounts } = components;
  const counts = { positives, negatives, churnedAccounts, accounts };
  if (!components.ranks) return { auc: null, ...counts, standardError: null, interval: null };
  const auc = concordant / pairs;
  const standardError = jackknifeStandardError(leaveOneOutAucs(components));
  return { auc, ...counts, standardError, interval: aucInterval(auc, standardError, components) };
}

function aucInterval(
  auc: number,
  standardError: number | null,
  { churnedAccounts, accounts }: JackknifeComponents,
): Interval | null {
  if (churnedAccounts < 3 || standardError === null) return null;
  if (auc === 0 || auc === 1) {
    const negatives = Math.max(1, accounts - churnedAccounts);
    return hanleyMcneilEdgeInterval(auc, { positives: churnedAccounts, negatives });
  }
  const half = (studentTQuantile(0.975, churnedAccounts - 1) * standardError) / (auc * (1 - auc));
  const centre = Math.log(auc / (1 - auc));
  return { low: logistic(centre - half), high: logistic(centre + half) };
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
