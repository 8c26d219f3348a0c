import type { Interval } from './interval.ts';
import { normal975 } from './normal.ts';

/** Wilson's 95 % interval (or that of another normal quantile) of a rate: `count` of `total`, each ≥ 0.
 * Both may be fractional, so that overlapping rows can count as fewer: divide both by the overlap.
 * Ends are shares inside 0…1; 0 of n starts at exactly 0, n of n ends at exactly 1.
 * Null when total is 0; throws when count is outside 0…total. Source: E. B. Wilson, JASA 22 (1927). */
export function wilson(count: number, total: number, z = normal975): Interval | null {
  if (!(count >= 0 && count <= total && total < Number.POSITIVE_INFINITY))
    throw new RangeError(`a rate needs 0 ≤ count ≤ total, not ${count} of ${total}`);
  if (total === 0) return null;
  const square = z * z;
  const centre = (count + square / 2) / (total + square);
  const half = (z / (total + square)) * Math.sqrt((count * (total - count)) / total + square / 4);
  return {
    low: count === 0 ? 0 : Math.max(0, centre - half),
    high: count === total ? 1 : Math.min(1, centre + half),
  };
}
