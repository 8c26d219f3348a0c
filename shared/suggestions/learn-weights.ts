import { NO_POINTS } from '../scoring/points.ts';
import { type RidgeFit, ridgeLogistic } from '../statistics/ridge-logistic.ts';
import { jackknifeComponents, type SameDateRows } from '../statistics/same-date-pairs.ts';
import { takeRows } from '../statistics/take-rows.ts';
import { countChurnedAccounts } from './suggestion-gate.ts';

/** Each measure's points per row in whole hundredths, NO_POINTS where it takes no part. */
export type PointColumns = readonly Int16Array[];

/** c·10^k are the penalties tried, c = churned accounts of the rows learnt from; strongest first. */
export const penaltyPowers = [3, 2.5, 2, 1.5, 1, 0.5, 0, -0.5, -1, -1.5, -2, -2.5, -3] as const;

/** Points of some rows, standardised for a regression. */
export type WeightSample = {
  /** −(points − mean) ÷ SD per row, 0 where missing; all 0 for a constant measure. */
  readonly columns: readonly Float64Array[];
  readonly positive: Uint8Array;
  readonly means: Float64Array;
  /** Infinity for a constant measure, whose weight is then 0. */
  readonly deviations: Float64Array;
  /** Distinct churned accounts. */
  readonly churners: number;
};

/** Standardises the points of the rows listed in `picked` by their own mean and SD (n − 1); a missing value counts as
 * the mean, so it pulls neither way. */
export function buildWeightSample(
  rows: SameDateRows,
  points: PointColumns,
  picked: Int32Array,
): WeightSample {
  const means = new Float64Array(points.length);
  const deviations = new Float64Array(points.length);
  const columns = points.map((column, j) => {
    const { mean, deviation } = momentsOf(column, picked);
    means[j] = mean;
    deviations[j] = deviation;
    return Float64Array.from(picked, (r) => {
      const p = column[r]!;
      return p === NO_POINTS ? 0 : -(p - mean) / deviation;
    });
  });
  const positive = Uint8Array.from(picked, (r) => rows.positive[r]!);
  const account = picked.map((r) => rows.account[r]!);
  return { columns, positive, means, deviations, churners: countChurnedAccounts({ account, positive }) };
}

/** Ridge weights at penalty churners·10^power: β ÷ SD, ≥ 0, in no unit. Null with one class.
 * `start` is a fit at a nearby penalty, to save steps. */
export function learnRidgeWeights(
  sample: WeightSample,
  power: number,
  start?: RidgeFit,
): { readonly weights: Float64Array; readonly fit: RidgeFit } | null {
  const fit = ridgeLogistic(sample, sample.churners * 10 ** power, start);
  if (fit === null) return null;
  return { weights: fit.coefficients.map((beta, j) => beta / sample.deviations[j]!), fit };
}

/** Weights by 2·AUC − 1, 0 below .5: the same-date AUC of each measure's points over the rows listed that have some. */
export function learnAucWeights(rows: SameDateRows, points: PointColumns, picked: Int32Array): Float64Array {
  return Float64Array.from(points, (column) => {
    const auc = pointsAuc(rows, column, picked);
    return auc === null ? 0 : Math.max(0, 2 * auc - 1);
  });
}

function pointsAuc(rows: SameDateRows, column: Int16Array, picked: Int32Array): number | null {
  const row = picked.filter((r) => column[r] !== NO_POINTS);
  const selected = {
    account: row.map((r) => rows.account[r]!),
    snapshot: row.map((r) => rows.snapshot[r]!),
    positive: takeRows(rows.positive, row),
    snapshotCount: rows.snapshotCount,
  };
  const bucket = row.map((r) => column[r]!);
  const { concordant, pairs, ranks } = jackknifeComponents(selected, bucket);
  return ranks ? concordant / pairs : null;
}

/** The score of each row listed, in tenths, as a flat scorecard with these weights gives it: the weight of a missing
 * measure is shared out; a row without any weighted value takes the score of the means. Written into `out` from
 * `offset` on. */
export function scoreWithWeights(
  points: PointColumns,
  weights: Float64Array,
  target: {
    readonly picked: Int32Array;
    readonly means: Float64Array;
    readonly out: Uint16Array;
    readonly offset: number;
  },
): void {
  const { picked, means, out, offset } = target;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const middle = total > 0 ? weights.reduce((sum, weight, j) => sum + weight * means[j]!, 0) / total : 0;
  for (let i = 0; i < picked.length; i++) {
    let sum = 0;
    let present = 0;
    for (let j = 0; j < weights.length; j++) {
      const p = points[j]![picked[i]!]!;
      if (p === NO_POINTS) continue;
      sum += weights[j]! * p;
      present += weights[j]!;
    }
    out[offset + i] = Math.floor((present > 0 ? sum / present : middle) / 10 + 0.5);
  }
}

function momentsOf(column: Int16Array, picked: Int32Array): { mean: number; deviation: number } {
  let count = 0;
  let sum = 0;
  for (const r of picked) {
    if (column[r] === NO_POINTS) continue;
    count++;
    sum += column[r]!;
  }
  const mean = count === 0 ? 0 : sum / count;
  let squares = 0;
  for (const r of picked) if (column[r] !== NO_POINTS) squares += (column[r]! - mean) ** 2;
  // the tolerance is the rounding of the mean of a constant
  const isConstant = squares <= 1e-12 * count * Math.max(1, mean * mean);
  return { mean, deviation: isConstant ? Number.POSITIVE_INFINITY : Math.sqrt(squares / (count - 1)) };
}
