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

/**
 * Churn rate of each band, pooled over as-of dates, with the Wilson interval on n = rows ÷ h: overlapping horizons
 * count an outcome h times. A band without rows has no rate. Distinct accounts need account-major order.
 */
export function computeBandFigures(bands: readonly Band[], rows: ScoredRows, overlap: number): BandFigure[] {
  const bandOf = bandOfScores(bands);
  const counts = new Int32Array(bands.length);
  const positives = new Int32Array(bands.length);
  const accounts = new Int32Array(bands.length);
  const lastAccount = new Int32Array(bands.length).fill(-1);
  for (let i = 0; i < rows.account.length; i++) {
    const band = bandOf[rows.bucket[i]!]!;
    counts[band]!++;
    positives[band]! += rows.positive[i]!;
    if (lastAccount[band] !== rows.account[i]) {
      lastAccount[band] = rows.account[i]!;
      accounts[band]!++;
    }
  }
  return bands.map((band, b) => {
    const n = counts[b]!;
    const interval = wilson(positives[b]! / overlap, n / overlap);
    return {
      bandId: band.id,
      rows: n,
      accounts: accounts[b]!,
      positives: positives[b]!,
      share: rows.account.length === 0 ? 0 : n / rows.account.length,
      rate: n === 0 ? null : positives[b]! / n,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    };
  });
}

/** How many as-of dates see the same outcome: h = ⌈horizon ÷ days between as-of dates⌉, at least 1. */
export function horizonOverlap(horizonDays: number, daysBetween: number): number {
  return Math.max(1, Math.ceil(horizonDays / Math.max(1, daysBetween)));
}
