import type { Band } from '../schemas/scorecard.ts';

/**
 * Index of each score's band for all scores 0–1,000 (tenths), in the order of `bands` (healthiest first): the first
 * band whose lower bound is not above the score.
 */
export function bandOfScores(bands: readonly Band[]): Uint8Array {
  const bounds = bands.map((band) => Math.round(band.lowerBound * 10));
  return Uint8Array.from({ length: 1001 }, (_, score) =>
    Math.max(
      0,
      bounds.findIndex((bound) => score >= bound),
    ),
  );
}

/** Alarm bound in tenths: scores below it are in an alarm band. 0 when no band is one; alarm bands are the lowest. */
export function alarmBound(bands: readonly Band[]): number {
  const lowestCalm = bands.filter((band) => !band.alarm).at(-1);
  return lowestCalm === undefined ? 1001 : Math.round(lowestCalm.lowerBound * 10);
}
