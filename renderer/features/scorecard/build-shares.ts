import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { coverageShares } from '../../../shared/scoring/score-account.ts';

/** Share of the whole score by measure id, and by group id the sum of its measures. */
export function sharesById(card: Scorecard): Map<string, number> {
  const shares = coverageShares(card);
  const byId = new Map<string, number>();
  let at = 0;
  for (const group of card.groups) {
    let sum = 0;
    for (const measure of group.measures) {
      const share = shares[at] ?? 0;
      byId.set(measure.measureId, share);
      sum += share;
      at += 1;
    }
    byId.set(group.id, sum);
  }
  return byId;
}
