import type { MeasureBinFigure } from '../schemas/measure-explorer.ts';
import type { SameDateRows } from '../statistics/same-date-pairs.ts';
import { wilson } from '../statistics/wilson.ts';
import { buildMeasureBins, type MissingBin } from '../suggestions/measure-bins.ts';

/** Churn rate along a measure's values, and of the rows without one. */
export interface MeasureBinFigures {
  readonly bins: readonly MeasureBinFigure[];
  readonly missing: Omit<MeasureBinFigure, 'low' | 'high'> | null;
}

/**
 * Churn rate in each of up to ten bins between the unique deciles (type 7, right-closed; the bins that the measure's IV
 * counts), low values first, with its 95 % Wilson interval; `missing` holds the rows without a value (NaN).
 * @param overlap as-of dates within one horizon: the same churn is counted that often, so an interval takes rows ÷ overlap
 */
export function measureBinFigures(
  rows: SameDateRows,
  values: ArrayLike<number>,
  overlap: number,
): MeasureBinFigures {
  const { bins, missing } = buildMeasureBins(rows, values);
  return {
    bins: bins.map((bin) => ({ low: bin.low, high: bin.high, ...rateOf(bin, overlap) })),
    missing: missing === null ? null : rateOf(missing, overlap),
  };
}

/**
 * Churned rows ÷ rows of a bin that is not empty, with its 95 % Wilson interval on rows ÷ overlap.
 * @param overlap as-of dates within one horizon, at least 1
 */
export function rateOf({ rows, accounts, positives }: Omit<MissingBin, 'churners'>, overlap: number) {
  // No bin is empty, so there always is an interval.
  const interval = wilson(positives / overlap, rows / overlap)!;
  return {
    ...{ rows, accounts, positives, rate: positives / rows },
    ...{ rateLow: interval.low, rateHigh: interval.high },
  };
}
