import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';

/** Points of a value among its peers of the newest date; null where the curve has no such value. */
export function peerPointsOf(
  peers: MeasureFigures['peers'],
  value: number,
  direction: Measure['direction'],
): number | null {
  const found = peers?.find((step) => step.value === value);
  if (found === undefined) return null;
  return direction === 'higher' ? found.points : 100 - found.points;
}
