import { type BinCounts, countBins } from '../../../shared/backtest/count-bins.ts';
import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import type { MeasureGroup, Scorecard } from '../../../shared/schemas/scorecard.ts';

/**
 * Rows of every bin of a scorecard's scales, counted from the design window's own values. Bins that an edit did not
 * touch are not counted again.
 */
export class ScaleCounts {
  readonly #columns: ReadonlyMap<string, Float64Array>;
  readonly #positive: ArrayLike<number>;
  #known = new Map<string, BinCounts>();

  constructor(columns: ReadonlyMap<string, Float64Array>, positive: ArrayLike<number>) {
    this.#columns = columns;
    this.#positive = positive;
  }

  of(scorecard: Scorecard): LiveFigures['bins'] {
    const kept = new Map<string, BinCounts>();
    const count = (variantId: string | null, groups: readonly MeasureGroup[]): LiveFigures['bins'] =>
      groups
        .flatMap((group) => group.measures)
        .flatMap(({ measureId, scale }) => {
          const values = this.#columns.get(measureId);
          if (scale.type !== 'bins' || values === undefined) return [];
          const key = `${measureId} ${scale.cutoffs.join(' ')}`;
          const found = this.#known.get(key) ?? countBins(values, this.#positive, scale.cutoffs);
          kept.set(key, found);
          return { variantId, measureId, rows: [...found.rows], churned: [...found.churned] };
        });
    const bins = [
      ...count(null, scorecard.groups),
      ...(scorecard.variants ?? []).flatMap(({ id, groups }) => count(id, groups)),
    ];
    this.#known = kept;
    return bins;
  }
}
