import { sortedValues } from './sorted-values.ts';

/** The `p` quantile (0…1) by linear interpolation between order statistics: h = (n − 1)·p, in the values' unit.
 * Null without values; throws on NaN or p outside 0…1. For many quantiles of one column sort once and use
 * quantileLinearSorted. Source: R's type 7 (Hyndman & Fan, American Statistician 50, 1996), numpy's default. */
export function quantileLinear(values: ArrayLike<number>, p: number): number | null {
  return quantileLinearSorted(sortedValues(values), p);
}

/** quantileLinear of values that are already ascending and without NaN; not checked.
 * A position within rounding of a whole number is that number, so a quantile that is a value is exactly it. */
export function quantileLinearSorted(sorted: ArrayLike<number>, p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile needs a share from 0 to 1, not ${p}`);
  if (sorted.length === 0) return null;
  const exact = (sorted.length - 1) * p;
  const whole = Math.round(exact);
  const position = Math.abs(exact - whole) <= 4 * Number.EPSILON * Math.max(1, exact) ? whole : exact;
  const index = Math.floor(position);
  const low = sorted[index]!;
  if (position === index || sorted[index + 1]! === low) return low;
  return low + (position - index) * (sorted[index + 1]! - low);
}
