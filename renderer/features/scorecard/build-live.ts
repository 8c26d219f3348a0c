import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import type { Band } from '../../../shared/schemas/scorecard.ts';
import { greenBandCount } from '../../../shared/scoring/green-bands.ts';

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

/** What a moderation warning is about: bands and the share of rows they hold. */
export function holdsMost(
  warning: LiveFigures['warnings'][number],
  bands: readonly Band[],
  figures: LiveFigures,
): { readonly bands: readonly Band[]; readonly share: number } {
  const shareOf = ({ id }: Band) => figures.bands.find((row) => row.bandId === id)?.share ?? 0;
  const together = (some: readonly Band[]) => ({
    bands: some,
    share: some.reduce((sum, band) => sum + shareOf(band), 0),
  });
  if (warning === 'allAlarm') return together(bands.filter((band) => band.alarm));
  if (warning === 'allHealthy') return together(bands.slice(0, greenBandCount(bands)));
  const fullest = bands.reduce((most, band) => (shareOf(band) > shareOf(most) ? band : most), bands[0]!);
  return together([fullest]);
}

/** Share of rows that must change band before bands are said not to fit any more. */
const SHARES_MOVED = 0.1;

/** The share of rows by which the bands' shares differ from before (half the sum of their differences); null where it is
 * a tenth or less, or there is nothing to compare. */
export function sharesMoved(
  bands: readonly Band[],
  now: LiveFigures | null,
  before: LiveFigures | null,
): number | null {
  if (now === null || before === null) return null;
  const share = (figures: LiveFigures, id: string) =>
    figures.bands.find((row) => row.bandId === id)?.share ?? 0;
  const moved = bands.reduce((sum, { id }) => sum + Math.abs(share(now, id) - share(before, id)), 0) / 2;
  return moved > SHARES_MOVED ? moved : null;
}

/** The stretch of the score axis that each band holds, healthiest first. */
export function bandStretches(bands: readonly Band[]): { band: Band; low: number; high: number }[] {
  return bands.map((band, i) => ({ band, low: band.lowerBound, high: bands[i - 1]?.lowerBound ?? 100 }));
}

function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}
