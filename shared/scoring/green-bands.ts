import type { Band } from '../schemas/scorecard.ts';

/**
 * How many bands from the top count as the healthy ones: the top band and those below it of its own colour, up to the
 * first alarm band (≥ 1 for any bands, healthiest first). Three of the ten-step scheme, one of the others.
 */
export function greenBandCount(bands: readonly Band[]): number {
  const end = bands.findIndex((band, i) => i > 0 && (band.alarm || band.colour !== bands[0]!.colour));
  return end < 0 ? bands.length : end;
}
