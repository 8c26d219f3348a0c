import type { Interval } from './interval.ts';
import { normal975 } from './normal.ts';

/** Numbers of positives (churned) and negatives (kept), each ≥ 1. */
export type ClassSizes = { readonly positives: number; readonly negatives: number };

/** The variance of an AUC (0…1) known only by its value and the class sizes, under exponential scores.
 * 0 at an AUC of 0 or 1. The AUC is the chance that a positive lies on the positives' side (kept above churned).
 * Source: Hanley & McNeil, Radiology 143 (1982): Q1 = A/(2 − A), Q2 = 2A²/(1 + A). */
export function hanleyMcneilVariance(auc: number, { positives, negatives }: ClassSizes): number {
  const square = auc * auc;
  const twoPositives = auc / (2 - auc) - square;
  const twoNegatives = (2 * square) / (1 + auc) - square;
  const spread = auc * (1 - auc) + (positives - 1) * twoPositives + (negatives - 1) * twoNegatives;
  return Math.max(0, spread) / (positives * negatives);
}

/** Half the width of the 95 % interval of an AUC by Hanley–McNeil, for planning: how wide will it be?
 * At AUC .75: 100 accounts with 10 churners ± .18, 1,000 with 60 ± .07. */
export function hanleyMcneilHalfWidth(auc: number, sizes: ClassSizes): number {
  return normal975 * Math.sqrt(hanleyMcneilVariance(auc, sizes));
}

/** The 95 % interval of an AUC of exactly 0 or 1, where every standard error is 0: the closed end is the AUC,
 * the open end is the θ with |AUC − θ| = 1.96·√V(θ), V by Hanley–McNeil. Throws on another AUC.
 * Source: score interval with the variance of Hanley & McNeil (1982), solved by bisection. */
export function hanleyMcneilEdgeInterval(auc: number, sizes: ClassSizes): Interval {
  if (auc !== 0 && auc !== 1) throw new RangeError(`only an AUC of 0 or 1 has an open end, not ${auc}`);
  const excess = (distance: number) =>
    distance - normal975 * Math.sqrt(hanleyMcneilVariance(Math.abs(auc - distance), sizes));
  // V falls linearly to 0 at the closed end, so near it the excess is negative; at distance 1 it is positive
  let inside = 0;
  let outside = 1;
  for (let step = 0; step < 60; step += 1) {
    const middle = (inside + outside) / 2;
    if (excess(middle) < 0) inside = middle;
    else outside = middle;
  }
  return auc === 1 ? { low: 1 - outside, high: 1 } : { low: 0, high: outside };
}
