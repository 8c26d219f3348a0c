import { type PairedAucDifference, pairedAucDifference } from '../statistics/paired-auc-difference.ts';
import type { RidgeFit } from '../statistics/ridge-logistic.ts';
import { runToEnd } from '../statistics/run-to-end.ts';
import { type SameDateAuc, sameDateAucOf } from '../statistics/same-date-auc.ts';
import {
  type JackknifeComponents,
  jackknifeComponents,
  type SameDateRows,
} from '../statistics/same-date-pairs.ts';
import {
  buildWeightSample,
  learnAucWeights,
  learnRidgeWeights,
  type PointColumns,
  penaltyPowers,
  scoreWithWeights,
} from './learn-weights.ts';
import { areAucWeightsAllowed, areWeightsAllowed, type SuggestionGate } from './suggestion-gate.ts';
import { type TimeFold, timeFolds } from './time-folds.ts';
import { wholePercents } from './whole-percents.ts';

export type WeightEvidence = {
  /** Whole percent, sum 100, in the order of the measures. */
  readonly percents: readonly number[];
  /** Same-date AUC on later blocks than the weights were learnt on; null where no fold could be made. */
  readonly heldOut: SameDateAuc | null;
};

/** A learnt gain over equal weights below this rounds to nothing: nobody should change weights for it. */
const LEAST_GAIN = 0.005;

export type PathStep = {
  /** λ = churned accounts · 10^power. */
  readonly power: number;
  readonly heldOutAuc: number | null;
};

export type LearntWeights =
  | ({
      readonly type: 'offered';
      /** Held-out AUC minus that of equal weights, paired by account. */
      readonly gain: PairedAucDifference | null;
    } & WeightEvidence)
  /** Learnt, but its held-out AUC is not shown to exceed equal weights'. */
  | {
      readonly type: 'equalDoesAsWell';
      readonly heldOut: SameDateAuc | null;
      readonly gain: PairedAucDifference | null;
    }
  | { readonly type: 'gated'; readonly reason: 'tooFewChurners' | 'noFreeNumbers' }
  /** No fold with both classes on both sides: nothing to judge weights on. */
  | { readonly type: 'notJudged' };

export type WeightSuggestions =
  | { readonly type: 'gated'; readonly reason: 'tooFewChurners' }
  | {
      readonly type: 'suggested';
      readonly equal: WeightEvidence;
      /** The weights in use on the same judged rows; null where none are given or no fold could be made. */
      readonly current: SameDateAuc | null;
      /** SD (n − 1) of each measure's points over all rows, 0–100; 0 for a constant. A weight moves the score by weight ×
       * SD: a measure on which nearly all rows score alike can weigh much and still move little. */
      readonly spread: readonly number[];
      readonly byAuc: LearntWeights;
      readonly ridge: LearntWeights & { readonly path: readonly PathStep[]; readonly power: number | null };
      /** Time folds that both sides of every comparison use. */
      readonly folds: number;
    };

export type WeightOptions = {
  readonly gate: SuggestionGate;
  /** Day of each snapshot index, ascending. */
  readonly asOfDays: ArrayLike<number>;
  readonly gapDays: number;
  readonly horizonDays: number;
  /** Weights in use, in the order of the measures and any unit: judged on the same rows, never learnt. */
  readonly current?: ArrayLike<number>;
  /** Free numbers of the suggestions already accepted. */
  readonly numbersUsed?: number;
};

/** Suggests weights of measures from their points on the rows of the design window: equal; by 2·AUC − 1; non-negative
 * ridge logistic with λ = c·10^{−3…3 by ½}, chosen as the largest whose held-out AUC is within one by-account standard
 * error of the best. Held out: five time blocks, learn on 1…b, purge gap + horizon, judge on b + 1; the AUC counts all
 * judged rows on the score's grid. Learnt weights are offered only if that AUC exceeds equal weights': the whole interval
 * of the paired difference above 0, and a difference that does not round to .00.
 * `points` run beside `rows`. Source: design note "Suggestions"; one-SE rule: Breiman et al., CART (1984). */
export function suggestWeights(
  rows: SameDateRows,
  points: PointColumns,
  options: WeightOptions,
): WeightSuggestions {
  return runToEnd(suggestWeightsSteps(rows, points, options));
}

const tooFew = { type: 'gated', reason: 'tooFewChurners' } as const;

/** suggestWeights in steps, one per fit; each yields the share of the work that is done. */
export function* suggestWeightsSteps(
  rows: SameDateRows,
  points: PointColumns,
  options: WeightOptions,
): Generator<number, WeightSuggestions, void> {
  const { gate, numbersUsed = 0 } = options;
  if (gate.level === 'none' || points.length === 0) return { type: 'gated', reason: 'tooFewChurners' };
  const bench = new HeldOutBench(rows, points, timeFolds(rows, options.asOfDays, options));
  const ones = new Float64Array(points.length).fill(1);
  const fixed = (weights: Float64Array) => bench.judge(bench.folds.map(() => weights));
  const equal = fixed(ones);
  const current = options.current === undefined ? null : fixed(Float64Array.from(options.current));
  const everyRow = rows.account.map((_, r) => r);
  const everything = buildWeightSample(rows, points, everyRow);
  const shared = {
    type: 'suggested' as const,
    equal: { percents: wholePercents(ones)!, heldOut: equal === null ? null : sameDateAucOf(equal) },
    current: current === null ? null : sameDateAucOf(current),
    spread: Array.from(everything.deviations, (sd) => (Number.isFinite(sd) ? sd / 100 : 0)),
    folds: bench.folds.length,
  };
  if (!areWeightsAllowed(gate, points.length, numbersUsed)) {
    const reason = gate.level === 'few' ? 'tooFewChurners' : 'noFreeNumbers';
    return { ...shared, byAuc: tooFew, ridge: { type: 'gated', reason, path: [], power: null } };
  }
  if (equal === null) {
    const notJudged = { type: 'notJudged' } as const;
    return { ...shared, byAuc: notJudged, ridge: { ...notJudged, path: [], power: null } };
  }
  const aucWeights = () => bench.folds.map((fold) => learnAucWeights(rows, points, fold.train));
  const byAuc = areAucWeightsAllowed(gate)
    ? offer(learnAucWeights(rows, points, everyRow), bench.judge(aucWeights()), equal)
    : tooFew;
  const perPower = yield* fitFolds(bench);
  const chosen = chooseByOneError(perPower);
  const final = learnRidgeWeights(everything, penaltyPowers[chosen]!);
  const ridge = offer(final?.weights ?? null, perPower[chosen]!, equal);
  const path = penaltyPowers.map((power, k) => ({ power, heldOutAuc: aucOf(perPower[k]!) }));
  return { ...shared, byAuc, ridge: { ...ridge, path, power: penaltyPowers[chosen]! } };
}

/** Held-out pair counts per penalty, strongest first. */
function* fitFolds(bench: HeldOutBench): Generator<number, (JackknifeComponents | null)[], void> {
  const weights: Float64Array[][] = penaltyPowers.map(() => []);
  for (const [f, { sample }] of bench.folds.entries()) {
    let start: RidgeFit | undefined;
    for (const [k, power] of penaltyPowers.entries()) {
      const learnt = learnRidgeWeights(sample, power, start);
      start = learnt?.fit;
      weights[k]!.push(learnt?.weights ?? new Float64Array(sample.columns.length));
      yield (f + (k + 1) / penaltyPowers.length) / bench.folds.length;
    }
  }
  return weights.map((ofFolds) => bench.judge(ofFolds));
}

/** Index of the first (strongest) penalty whose AUC is within one standard error of the best. */
function chooseByOneError(perPower: readonly (JackknifeComponents | null)[]): number {
  const aucs = perPower.map((components) => aucOf(components) ?? Number.NEGATIVE_INFINITY);
  const highest = Math.max(...aucs);
  const best = perPower[aucs.indexOf(highest)] ?? null;
  const error = best === null ? 0 : (sameDateAucOf(best).standardError ?? 0);
  return aucs.findIndex((auc) => auc >= highest - error);
}

function aucOf(components: JackknifeComponents | null): number | null {
  return components?.ranks ? components.concordant / components.pairs : null;
}

function offer(
  weights: Float64Array | null,
  heldOut: JackknifeComponents | null,
  equal: JackknifeComponents,
): LearntWeights {
  const figures = heldOut === null ? null : sameDateAucOf(heldOut);
  const percents = weights === null ? null : wholePercents(weights);
  const gain = heldOut === null ? null : pairedAucDifference(heldOut, equal);
  const isShown = gain !== null && (gain.interval?.low ?? 0) > 0 && gain.difference >= LEAST_GAIN;
  if (percents === null || !isShown) return { type: 'equalDoesAsWell', heldOut: figures, gain };
  return { type: 'offered', percents, heldOut: figures, gain };
}

/** The rows of all judged blocks and how to score them with each fold's own weights. */
class HeldOutBench {
  readonly folds: readonly (TimeFold & { readonly sample: ReturnType<typeof buildWeightSample> })[];
  readonly #points: PointColumns;
  readonly #judged: SameDateRows;

  constructor(rows: SameDateRows, points: PointColumns, folds: readonly TimeFold[]) {
    this.folds = folds.map((fold) => ({ ...fold, sample: buildWeightSample(rows, points, fold.train) }));
    this.#points = points;
    const all = folds.flatMap((fold) => Array.from(fold.test));
    this.#judged = {
      account: Int32Array.from(all, (r) => rows.account[r]!),
      snapshot: Int32Array.from(all, (r) => rows.snapshot[r]!),
      positive: Uint8Array.from(all, (r) => rows.positive[r]!),
      snapshotCount: rows.snapshotCount,
    };
  }

  /** Same-date pairs lie within one block, so scores of differently learnt folds never meet. Null without folds. */
  judge(weights: readonly Float64Array[]): JackknifeComponents | null {
    if (this.folds.length === 0) return null;
    const out = new Uint16Array(this.#judged.account.length);
    let offset = 0;
    this.folds.forEach(({ test, sample }, f) => {
      scoreWithWeights(this.#points, weights[f]!, { picked: test, means: sample.means, out, offset });
      offset += test.length;
    });
    return jackknifeComponents(this.#judged, out);
  }
}
