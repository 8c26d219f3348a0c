import { roundValue } from '../measures/round-value.ts';
import type { MissingPolicy, Scale } from '../schemas/scorecard.ts';

/** Points are whole hundredths 0–10,000; this stands for "takes no part" (a missing value under `exclude`). */
export const NO_POINTS = -1;

/**
 * Points of one value on a scale, in whole hundredths. Bins: a value equal to a cut-off belongs to the bin above it;
 * cut-offs are rounded to 9 decimals as values are.
 * Linear: floor(10000 · (x − worst) / (best − worst) + .5), clipped; worst = best gives 10,000 from there on, else 0.
 */
export function scalePoints(scale: Scale, value: number): number {
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

/**
 * Points of a column of values (NaN = missing), written into `out`. Same result as `scalePoints` per value; long and
 * plain because a cut-off edit runs it over every as-of row.
 * @param excluded what stands for NO_POINTS in `out`
 */
export function fillPoints(
  scale: Scale,
  policy: MissingPolicy,
  values: Float64Array,
  out: Int16Array,
  excluded: number = NO_POINTS,
): void {
  const policyPoints = missingPoints(policy);
  const whenMissing = policyPoints === NO_POINTS ? excluded : policyPoints;
  if (scale.type === 'bins') fillBins(scale, whenMissing, values, out);
  else if (scale.worst !== scale.best) fillLinear(scale, whenMissing, values, out);
  else {
    for (let r = 0; r < values.length; r++) {
      out[r] = Number.isNaN(values[r]!) ? whenMissing : scalePoints(scale, values[r]!);
    }
  }
}

/** Clipping before cutting off the fraction gives what `scalePoints` gets by clipping the floor. */
function fillLinear(
  { worst, best }: Extract<Scale, { type: 'linear' }>,
  whenMissing: number,
  values: Float64Array,
  out: Int16Array,
): void {
  const span = best - worst;
  for (let r = 0; r < values.length; r++) {
    const value = values[r]!;
    const raw = Math.min(10000, Math.max(0, (10000 * (value - worst)) / span + 0.5));
    out[r] = Number.isNaN(value) ? whenMissing : raw | 0;
  }
}

function fillBins(
  scale: Extract<Scale, { type: 'bins' }>,
  whenMissing: number,
  values: Float64Array,
  out: Int16Array,
): void {
  const cuts = Float64Array.from(scale.cutoffs, roundValue);
  const points = Int16Array.from(scale.points, (p) => Math.round(p * 100));
  for (let r = 0; r < values.length; r++) {
    const value = values[r]!;
    let bin = 0;
    for (let c = 0; c < cuts.length; c++) bin += +(value >= cuts[c]!);
    out[r] = Number.isNaN(value) ? whenMissing : points[bin]!;
  }
}
