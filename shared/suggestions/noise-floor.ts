import { quantileLinear } from '../statistics/quantile-linear.ts';
import { createRandom } from '../statistics/random.ts';
import { runToEnd } from '../statistics/run-to-end.ts';
import type { SameDateRows } from '../statistics/same-date-pairs.ts';
import { type CellMeasure, prepareMeasure, signalOf } from './measure-signal.ts';
import { buildLabelTable, permuteLabels, shuffleAccounts } from './shuffle-outcomes.ts';

/** What chance alone reaches in 1 of 20 cases; null where no shuffle gave a figure. */
export type NoiseFloor = {
  readonly iv: number | null;
  /** Of |AUC − .5|. */
  readonly aucDistance: number | null;
  readonly shuffles: number;
};

export type NoiseFloorOptions = {
  readonly seed: number;
  /** 200 unless given. */
  readonly shuffles?: number;
  /** Account indices in order of id; see buildLabelTable. */
  readonly accountOrder?: ArrayLike<number>;
};

/** The noise floor of each measure: the 95th percentile (type 7) of its IV and of |AUC − .5| over shuffles of accounts,
 * all measures on the same shuffles. `columns` hold one value per row of the design window (NaN = missing). IV as
 * `signalOf` counts it: unique deciles, ½ in every cell. Same seed → same floor. */
export function noiseFloor(
  rows: SameDateRows,
  columns: readonly ArrayLike<number>[],
  options: NoiseFloorOptions,
): NoiseFloor[] {
  return runToEnd(noiseFloorSteps(rows, columns, options));
}

/** noiseFloor in steps, one per measure made ready and one per shuffle and measure; each yields the share of the work that is done. */
export function* noiseFloorSteps(
  rows: SameDateRows,
  columns: readonly ArrayLike<number>[],
  { seed, shuffles = 200, accountOrder }: NoiseFloorOptions,
): Generator<number, NoiseFloor[], void> {
  const measures: CellMeasure[] = [];
  for (const values of columns) {
    measures.push(prepareMeasure(rows, values));
    yield 0;
  }
  const random = createRandom(seed);
  const table = buildLabelTable(rows, accountOrder);
  const labels = new Int8Array(rows.account.length);
  const seen = columns.map(() => ({ iv: [] as number[], aucDistance: [] as number[] }));
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    permuteLabels(rows, table, shuffleAccounts(table, random), labels);
    for (let m = 0; m < measures.length; m++) {
      const { iv, auc } = signalOf(measures[m]!, labels);
      if (iv !== null) seen[m]!.iv.push(iv);
      if (auc !== null) seen[m]!.aucDistance.push(Math.abs(auc - 0.5));
      yield (shuffle + (m + 1) / measures.length) / shuffles;
    }
  }
  return seen.map(({ iv, aucDistance }) => ({
    iv: quantileLinear(iv, 0.95),
    aucDistance: quantileLinear(aucDistance, 0.95),
    shuffles,
  }));
}
