import type { BandFigure } from '../schemas/figures.ts';
import type { Band } from '../schemas/scorecard.ts';
import { bandOfScores } from '../scoring/find-band.ts';
import { wilson } from '../statistics/wilson.ts';

/** Scored rows in account-major order. */
interface ScoredRows {
  readonly account: Int32Array;
  readonly positive: Uint8Array;
  /** Score in tenths, 0–1,000. */
  readonly bucket: Uint16Array | Int16Array;
}

/** A band's figures from counts alone, without distinct accounts. */
export type BandRates = Omit<BandFigure, 'accounts'>;

/**
 * Churn rate of each band, pooled over as-of dates, with the Wilson interval on n = rows ÷ h: overlapping horizons
 * count an outcome h times. A band without rows has no rate.
 * @param kept scored kept rows by score in tenths, 1,001 entries; `churned` likewise
 */
export function computeBandRates(
  bands: readonly Band[],
  rows: { readonly kept: Int32Array; readonly churned: Int32Array },
  overlap: number,
): BandRates[] {
  const bandOf = bandOfScores(bands);
  const counts = new Int32Array(bands.length);
  const positives = new Int32Array(bands.length);
  let all = 0;
  for (let score = 0; score <= 1000; score++) {
    const n = rows.kept[score]! + rows.churned[score]!;
    counts[bandOf[score]!]! += n;
    positives[bandOf[score]!]! += rows.churned[score]!;
    all += n;
  }
  return bands.map((band, b) => {
    const n = counts[b]!;
    const interval = wilson(positives[b]! / overlap, n / overlap);
    return {
      bandId: band.id,
      rows: n,
      positives: positives[b]!,
      share: all === 0 ? 0 : n / all,
      rate: n === 0 ? null : positives[b]! / n,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    };
  });
}

/** The same with the distinct accounts of each band, from rows in account-major order. */
export function computeBandFigures(bands: readonly Band[], rows: ScoredRows, overlap: number): BandFigure[] {
  const bandOf = bandOfScores(bands);
  const kept = new Int32Array(1001);
  const churned = new Int32Array(1001);
  const accounts = new Int32Array(bands.length);
  const lastAccount = new Int32Array(bands.length).fill(-1);
  for (let i = 0; i < rows.account.length; i++) {
    const score = rows.bucket[i]!;
    const band = bandOf[score]!;
    if (rows.positive[i] === 1) churned[score]!++;
    else kept[score]!++;
    if (lastAccount[band] !== rows.account[i]) {
      lastAccount[band] = rows.account[i]!;
      accounts[band]!++;
    }
  }
  return computeBandRates(bands, { kept, churned }, overlap).map((rates, b) => ({
    ...rates,
    accounts: accounts[b]!,
  }));
}

/** How many as-of dates see the same outcome: h = ⌈horizon ÷ days between as-of dates⌉, at least 1. */
export function horizonOverlap(horizonDays: number, daysBetween: number): number {
  return Math.max(1, Math.ceil(horizonDays / Math.max(1, daysBetween)));
}
