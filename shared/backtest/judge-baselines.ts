import type { BaselineFigure, BaselineKey } from '../schemas/figures.ts';
import { ordinalBuckets } from '../statistics/ordinal-buckets.ts';
import { pairedAucDifference } from '../statistics/paired-auc-difference.ts';
import { runToEnd } from '../statistics/run-to-end.ts';
import { sameDateAucOf } from '../statistics/same-date-auc.ts';
import { type JackknifeComponents, jackknifeComponents } from '../statistics/same-date-pairs.ts';
import type { Panel } from './build-panel.ts';
import type { JudgedDifference } from './judge-verdict.ts';
import { decisionRows, toEstimate, type WindowEvaluation } from './window-figures.ts';
import type { WindowRows } from './window-rows.ts';

/** Values of a plain rule by panel row, higher = healthier, NaN = missing; `chance` needs none. */
export interface BaselineValues {
  readonly key: BaselineKey;
  readonly values: Float64Array | null;
}

/** Rules compared beside the verdict only: equal weights of the same measures, largest amount first. */
export function isBeside(key: BaselineKey): boolean {
  return key === 'equalWeights' || key === 'largestAmount';
}

/** Above this share of churners without a value, a baseline is listed but not judged. */
const MAXIMUM_MISSING = 0.1;

/**
 * Compares the score with each plain rule on the same scored rows. A missing value ranks as the rule's worst. A rule
 * that more than 10 % of the churners lack, that is constant within every as-of date, or that ranks every row as the
 * score does is listed with the reason and takes no part in the verdict; so do those of the ladder alone.
 * @param hopedFor the outcome is called from the top: the evaluation's scores are turned over, and so are the rules
 */
export function judgeBaselines(
  panel: Panel,
  evaluation: WindowEvaluation,
  baselines: readonly BaselineValues[],
  hopedFor = false,
): { figures: BaselineFigure[]; judged: JudgedDifference[] } {
  return runToEnd(judgeBaselineSteps(panel, evaluation, baselines, hopedFor));
}

/** judgeBaselines in steps, one per rule; each yields the share of the work that is done. */
export function* judgeBaselineSteps(
  panel: Panel,
  evaluation: WindowEvaluation,
  baselines: readonly BaselineValues[],
  hopedFor: boolean,
): Generator<number, { figures: BaselineFigure[]; judged: JudgedDifference[] }, void> {
  const figures: BaselineFigure[] = [];
  const judged: JudgedDifference[] = [];
  for (const baseline of baselines) {
    const compared = judgeBaseline(panel, evaluation, baseline, hopedFor);
    const isRung = compared.status === 'judged' && isBeside(compared.key);
    const figure: BaselineFigure = isRung ? { ...compared, status: 'ladder' } : compared;
    figures.push(figure);
    yield figures.length / baselines.length;
    if (figure.status !== 'judged' || figure.difference === null || figure.standardError === null) continue;
    judged.push({
      key: figure.key,
      difference: figure.difference.value,
      standardError: figure.standardError,
    });
  }
  return { figures, judged };
}

function judgeBaseline(
  panel: Panel,
  evaluation: WindowEvaluation,
  baseline: BaselineValues,
  hopedFor: boolean,
): BaselineFigure {
  const { key, values } = baseline;
  if (key === 'chance') {
    return compare(key, evaluation.components, 'chance', { value: 0.5, low: null, high: null });
  }
  const listed = { key, auc: null, difference: null, standardError: null } as const;
  if (values === null) return { ...listed, status: 'noData' };
  if (lacksChurners(panel, evaluation.scored, values)) return { ...listed, status: 'missingForChurners' };
  const { scored } = evaluation;
  const bucket = ordinalBuckets(
    Float64Array.from(scored.row, (r) => (hopedFor ? turnOver(values[r]!) : values[r]!)),
    scored.snapshot,
    scored.snapshotCount,
  );
  const components = jackknifeComponents(scored, bucket);
  const auc = toEstimate(sameDateAucOf(components));
  if (!components.ranks) return { ...listed, status: 'constant' };
  if (ranksAlike(evaluation, bucket)) return { ...listed, auc, status: 'sameRanking' };
  return compare(key, evaluation.components, components, auc);
}

/**
 * A plain rule's value (NaN = missing) for an outcome that is called from the top: turned over, so that low is called
 * first. A missing one stays the rule's worst, the last to be called.
 */
export function turnOver(value: number): number {
  return Number.isNaN(value) ? Number.MAX_VALUE : -value;
}

function compare(
  key: BaselineKey,
  score: JackknifeComponents,
  baseline: JackknifeComponents | 'chance',
  auc: BaselineFigure['auc'],
): BaselineFigure {
  const paired = pairedAucDifference(score, baseline);
  if (paired === null) return { key, status: 'constant', auc, difference: null, standardError: null };
  return {
    key,
    status: 'judged',
    auc,
    difference: {
      value: paired.difference,
      low: paired.interval?.low ?? null,
      high: paired.interval?.high ?? null,
    },
    standardError: paired.standardError,
  };
}

/** True where more than 10 % of the churners have no value of the rule at their decision date. */
export function lacksChurners(panel: Panel, rows: WindowRows, values: Float64Array): boolean {
  const decisions = decisionRows(panel, rows);
  const missing = decisions.filter((r) => Number.isNaN(values[r]!)).length;
  return missing > MAXIMUM_MISSING * decisions.length;
}

/** True when, within every as-of date, the baseline puts all rows into the score's order, ties included. */
function ranksAlike({ scored }: WindowEvaluation, bucket: Int32Array): boolean {
  const order = Array.from(scored.row.keys()).sort(
    (a, b) => scored.snapshot[a]! - scored.snapshot[b]! || scored.bucket[a]! - scored.bucket[b]!,
  );
  for (let i = 1; i < order.length; i++) {
    const [before, after] = [order[i - 1]!, order[i]!];
    if (scored.snapshot[before] !== scored.snapshot[after]) continue;
    const sameScore = scored.bucket[before] === scored.bucket[after];
    const step = bucket[after]! - bucket[before]!;
    if (sameScore ? step !== 0 : step <= 0) return false;
  }
  return true;
}
