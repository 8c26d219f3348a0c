import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import type { Band } from '../../../shared/schemas/scorecard.ts';

export interface BandRow {
  readonly band: Band;
  readonly figure: LiveFigures['bands'][number] | null;
  /** Change of the churn rate and of the share against the figures before; null where either is missing. */
  readonly rateChange: number | null;
  readonly today: number;
}

/** One row per band with its figures and what changed. */
export function buildBandRows(
  bands: readonly Band[],
  figures: LiveFigures,
  before: LiveFigures | null,
): BandRow[] {
  const byId = (rows: LiveFigures['bands'], id: string) => rows.find((row) => row.bandId === id) ?? null;
  return bands.map((band) => {
    const figure = byId(figures.bands, band.id);
    const old = before === null ? null : byId(before.bands, band.id);
    return {
      band,
      figure,
      rateChange: difference(figure?.rate ?? null, old?.rate ?? null),
      today: figures.today.bands.find((row) => row.bandId === band.id)?.accounts ?? 0,
    };
  });
}

/** The right end of the rate axis: room for the highest whisker, never above 1. */
export function rateAxisEnd(rows: readonly BandRow[]): number {
  const highest = Math.max(0.05, ...rows.map(({ figure }) => (figure?.rows ? (figure.high ?? 0) : 0)));
  const steps = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];
  return steps.find((step) => step >= Math.min(1, highest)) ?? 1;
}

export interface LiveDeltas {
  /** Above 0 = better, whatever the figure. */
  readonly auc: number | null;
  readonly caught: number | null;
  readonly unscored: number | null;
}

/** What got better or worse against the figures before. */
export function buildDeltas(now: LiveFigures, before: LiveFigures | null): LiveDeltas {
  return {
    auc: difference(now.auc?.value ?? null, before?.auc?.value ?? null),
    caught: difference(now.capacity.caught, before?.capacity.caught ?? null),
    unscored: difference(before?.unscoredRows ?? null, now.unscoredRows),
  };
}

/** The stretch of the score axis that each band holds, healthiest first. */
export function bandStretches(bands: readonly Band[]): { band: Band; low: number; high: number }[] {
  return bands.map((band, i) => ({ band, low: band.lowerBound, high: bands[i - 1]?.lowerBound ?? 100 }));
}

function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}
