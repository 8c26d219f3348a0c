import { ordinalBuckets } from '../statistics/ordinal-buckets.ts';
import { quantileLinear } from '../statistics/quantile-linear.ts';
import { createRandom } from '../statistics/random.ts';
import { runToEnd } from '../statistics/run-to-end.ts';
import { jackknifeComponents, type SameDateRows } from '../statistics/same-date-pairs.ts';
import { aucOfCells, prepareMeasure, signalOf } from './measure-signal.ts';
import { dateCells } from './rank-codes.ts';
import {
  buildLabelTable,
  NO_LABEL,
  permuteLabels,
  selectLabelled,
  shuffleAccounts,
} from './shuffle-outcomes.ts';

/** What the best of as many designs reaches by luck alone. */
export type LuckLine = {
  /** Of the best AUC per shuffle. */
  readonly mean: number;
  readonly percentile95: number;
  readonly designs: number;
  readonly shuffles: number;
};

/** Learns an accepted suggestion again on shuffled outcomes: a score per row of `shuffled`, higher = healthier.
 * `shuffled.row` says which of the original rows each one is. In steps, each yielding the share of its work done. */
export type Relearn = (
  shuffled: SameDateRows & { readonly row: Int32Array },
) => Generator<number, ArrayLike<number>, void>;

export type LuckLineOptions = {
  /** M, the entries of the trial ledger. */
  readonly designs: number;
  readonly seed: number;
  /** 200 unless given. */
  readonly shuffles?: number;
  /** Account indices in order of id; see buildLabelTable. */
  readonly accountOrder?: ArrayLike<number>;
  /** One per ledger entry that is an accepted suggestion; they count among the M. */
  readonly relearn?: readonly Relearn[];
};

/** The luck line of a ledger: per shuffle of accounts each of the K measures is oriented by its AUC on the shuffled
 * outcomes, M designs draw Dirichlet(1) weights over peer-percentile points, and the best same-date AUC is kept.
 * `columns` hold one value per row of the test window (NaN = missing, its weight shared out).
 * Null without measures or designs, or where no shuffle has an AUC. Same seed → same line. */
export function luckLine(
  rows: SameDateRows,
  columns: readonly ArrayLike<number>[],
  options: LuckLineOptions,
): LuckLine | null {
  return runToEnd(luckLineSteps(rows, columns, options));
}

/** luckLine in steps, one per design; each yields the share of the work that is done. */
export function* luckLineSteps(
  rows: SameDateRows,
  columns: readonly ArrayLike<number>[],
  { designs, seed, shuffles = 200, accountOrder, relearn = [] }: LuckLineOptions,
): Generator<number, LuckLine | null, void> {
  if (designs < 1 || columns.length === 0) return null;
  const centred = columns.map((values) => peerPoints(rows, values).map((points) => points - 50));
  const measures = columns.map((values) => prepareMeasure(rows, values, []));
  const random = createRandom(seed);
  const table = buildLabelTable(rows, accountOrder);
  const labels = new Int8Array(rows.account.length);
  const ranker = createRanker(rows, centred);
  const bests: number[] = [];
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    permuteLabels(rows, table, shuffleAccounts(table, random), labels);
    const signs = measures.map((measure) => ((signalOf(measure, labels).auc ?? 0.5) < 0.5 ? -1 : 1));
    let best = Number.NEGATIVE_INFINITY;
    for (let design = 0; design < designs; design++) {
      const again = relearn[design];
      let auc: number | null;
      if (again === undefined) {
        const weights = random.dirichlet(columns.length).map((weight, m) => weight * signs[m]!);
        auc = ranker(weights, labels);
      } else {
        const shuffled = selectLabelled(rows, labels);
        const learning = again(shuffled);
        let step = learning.next();
        for (; step.done !== true; step = learning.next())
          yield (shuffle + (design + step.value) / designs) / shuffles;
        auc = aucOfScores(step.value, shuffled);
      }
      if (auc !== null && auc > best) best = auc;
      yield (shuffle + (design + 1) / designs) / shuffles;
    }
    if (best > Number.NEGATIVE_INFINITY) bests.push(best);
  }
  if (bests.length === 0) return null;
  return {
    mean: bests.reduce((sum, best) => sum + best, 0) / bests.length,
    percentile95: quantileLinear(bests, 0.95)!,
    designs,
    shuffles,
  };
}

/** Peer-percentile points 0–100 of each row among the rows of its as-of date: 100·(midrank − ½) ÷ n, NaN where missing.
 * High value = high points. */
export function peerPoints(rows: SameDateRows, values: ArrayLike<number>): Float64Array {
  const { cell, firstCell } = dateCells(rows, values);
  const counts = new Int32Array(firstCell.at(-1)!);
  for (let r = 0; r < cell.length; r++) if (cell[r] !== -1) counts[cell[r]!]!++;
  const pointsOf = new Float64Array(counts.length);
  for (let s = 0; s < rows.snapshotCount; s++) {
    const members = counts.subarray(firstCell[s]!, firstCell[s + 1]!);
    const all = members.reduce((sum, count) => sum + count, 0);
    let below = 0;
    members.forEach((count, i) => {
      pointsOf[firstCell[s]! + i] = (100 * (below + count / 2)) / all;
      below += count;
    });
  }
  return Float64Array.from(cell, (c) => (c === -1 ? Number.NaN : pointsOf[c]!));
}

/** Buckets per date: the score's one-decimal grid. */
const BUCKETS = 1001;

/** Gives the same-date AUC of a weighted mean of `centred` points (−50…50 per row, NaN = missing, its weight shared
 * out) under some labels. A negative weight turns a measure round. Counted on the score's grid of tenths; null without
 * pairs or where all tie. Made once per rows, called per design, so its loops are plain and it reuses its arrays. */
export function createRanker(
  rows: SameDateRows,
  centred: readonly Float64Array[],
): (weights: ArrayLike<number>, labels: Int8Array) => number | null {
  const size = rows.account.length;
  const gaps = centred.map((points) =>
    Int32Array.from([...points.keys()].filter((r) => Number.isNaN(points[r]!))),
  );
  const filled = centred.map((points) => points.map((p) => (Number.isNaN(p) ? 0 : p)));
  const sums = new Float64Array(size);
  const present = new Float64Array(size);
  const counts = new Int32Array(2 * BUCKETS * rows.snapshotCount);
  const firstCell = Int32Array.from({ length: rows.snapshotCount + 1 }, (_, s) => s * BUCKETS);
  return (weights, labels) => {
    sums.fill(0);
    let all = 0;
    for (let m = 0; m < filled.length; m++) all += Math.abs(weights[m]!);
    present.fill(all);
    for (let m = 0; m < filled.length; m++) {
      const weight = weights[m]!;
      const points = filled[m]!;
      for (let r = 0; r < size; r++) sums[r]! += weight * points[r]!;
      for (const r of gaps[m]!) present[r]! -= Math.abs(weight);
    }
    counts.fill(0);
    for (let r = 0; r < size; r++) {
      if (labels[r] === NO_LABEL) continue;
      // what is left of a row without any value is rounding
      const score = present[r]! > 1e-9 * all ? sums[r]! / present[r]! : 0;
      const bucket = Math.min(BUCKETS - 1, Math.max(0, Math.round(10 * score + 500)));
      counts[2 * (rows.snapshot[r]! * BUCKETS + bucket) + labels[r]!]!++;
    }
    return aucOfCells(counts, firstCell);
  };
}

function aucOfScores(scores: ArrayLike<number>, shuffled: SameDateRows): number | null {
  const buckets = ordinalBuckets(scores, shuffled.snapshot, shuffled.snapshotCount);
  const { concordant, pairs, ranks } = jackknifeComponents(shuffled, buckets);
  return ranks ? concordant / pairs : null;
}
