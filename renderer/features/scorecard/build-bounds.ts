import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Band } from '../../../shared/schemas/scorecard.ts';
import { withAlarmBound, withBounds, withTopBound } from '../../../shared/scoring/place-bounds.ts';

export type Found = NonNullable<ChannelOutput<'live.bounds'>['found']>;

/** What a preview of found bounds is known by. */
export const boundsTarget = 'suggested bounds';

/** The bands at bounds that were found; null where the bands have no room there. `isHoped`: the top band is called. */
export function placeFound(found: Found, bands: readonly Band[], isHoped = false): Band[] | null {
  if (found.type === 'gated') return null;
  if (found.type === 'quantile') return found.bounds === null ? null : withBounds(bands, found.bounds);
  if (found.bound === 0) return null;
  return isHoped ? withTopBound(bands, found.bound) : withAlarmBound(bands, found.bound);
}

/** Fewest, most and mean alarms over the dates; null without a date. */
export function alarmRange(dates: ChannelOutput<'live.alarms'>['dates']) {
  if (dates.length === 0) return null;
  const counts = dates.map(({ alarms }) => alarms);
  return {
    dates: counts.length,
    least: Math.min(...counts),
    most: Math.max(...counts),
    mean: counts.reduce((sum, count) => sum + count, 0) / counts.length,
  };
}

/** The cost curve as points of a polyline in a box, 0 at the bottom, and where its chosen bound lies. */
export function costPoints(
  curve: readonly number[],
  bound: number,
  box: { readonly width: number; readonly height: number },
): { readonly line: string; readonly x: number; readonly y: number } {
  const most = Math.max(...curve, 1e-9);
  const x = (at: number) => (at / 100) * box.width;
  const y = (cost: number) => box.height - (cost / most) * box.height;
  const line = curve.map((cost, at) => `${x(at).toFixed(1)},${y(cost).toFixed(1)}`).join(' ');
  return { line, x: x(bound), y: y(curve[Math.round(bound)] ?? 0) };
}
