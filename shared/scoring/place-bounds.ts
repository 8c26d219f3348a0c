import type { Band } from '../schemas/scorecard.ts';

/**
 * The bands with the alarm bound somewhere else: scores below `bound` (0.1–100) are in alarm bands. The other bounds
 * keep their place in proportion on either side, on the one-decimal grid. Without an alarm band the lowest counts as
 * one; null where all are alarm bands or the grid has no room.
 */
export function withAlarmBound(bands: readonly Band[], bound: number): Band[] | null {
  const firstAlarm = bands.findIndex((band) => band.alarm);
  const lowest = bands.length - 1;
  const calm = (firstAlarm < 0 ? lowest : firstAlarm) - 1;
  if (calm < 0) return null;
  const before = tenths(bands[calm]!.lowerBound);
  const after = tenths(bound);
  return withBounds(
    bands,
    bands.slice(0, -1).map((band, i) => {
      const old = tenths(band.lowerBound);
      if (i > calm) return Math.round((old * after) / before) / 10;
      return Math.round(1000 - ((1000 - old) * (1000 - after)) / (1000 - before || 1)) / 10;
    }),
  );
}

/**
 * The bands with the top band's bound somewhere else: scores from `bound` (0.1–100) on are in it. The bounds below keep
 * their place in proportion, on the one-decimal grid; null where the grid has no room.
 */
export function withTopBound(bands: readonly Band[], bound: number): Band[] | null {
  const belowTop = bands.map((band, i) => ({ ...band, alarm: i > 0 }));
  const placed = withAlarmBound(belowTop, bound);
  return placed?.map((band, i) => ({ ...band, alarm: bands[i]!.alarm })) ?? null;
}

/**
 * The bands at other lower bounds (healthiest first, without the lowest band's 0); bounds that meet are moved apart by
 * a tenth, downwards from the top. Null where they don't fit between 0 and 100.
 */
export function withBounds(bands: readonly Band[], bounds: readonly number[]): Band[] | null {
  const placed: number[] = [];
  for (const [i, bound] of bounds.entries()) {
    placed.push(Math.min(tenths(bound), (placed[i - 1] ?? 1001) - 1));
  }
  if (placed.some((bound) => bound < 1)) return null;
  return bands.map((band, i) => ({ ...band, lowerBound: (placed[i] ?? 0) / 10 }));
}

function tenths(value: number): number {
  return Math.round(value * 10);
}
