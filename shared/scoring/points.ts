import { roundValue } from '../measures/round-value.ts';
import type { MissingPolicy, ValueScale } from '../schemas/scorecard.ts';

/** Points are whole hundredths 0–10,000; this stands for "takes no part" (a missing value under `exclude`). */
export const NO_POINTS = -1;

/**
 * Points of one value on a scale, in whole hundredths. Bins: a value equal to a cut-off belongs to the bin above it;
 * cut-offs are rounded to 9 decimals as values are.
 * Linear: floor(10000 · (x − worst) / (best − worst) + .5), clipped; worst = best gives 10,000 from there on, else 0.
 */
export function scalePoints(scale: ValueScale, value: number): number {
  if (scale.type === 'bins') {
    let bin = 0;
    while (bin < scale.cutoffs.length && value >= roundValue(scale.cutoffs[bin]!)) bin++;
    return Math.round(scale.points[bin]! * 100);
  }
  if (scale.worst === scale.best) return value >= scale.best ? 10000 : 0;
  const raw = Math.floor((10000 * (value - scale.worst)) / (scale.best - scale.worst) + 0.5);
  return Math.min(10000, Math.max(0, raw));
}

/** Points a missing value earns under a policy, in whole hundredths; NO_POINTS under `exclude`. */
export function missingPoints(policy: MissingPolicy): number {
  switch (policy.type) {
    case 'exclude':
      return NO_POINTS;
    case 'neutral':
      return 5000;
    case 'worst':
      return 0;
    case 'ownBin':
      return Math.round(policy.points * 100);
  }
}
