import { NO_DAY } from '../measures/dataset.ts';
import type { Estimate, WindowFigures } from '../schemas/figures.ts';
import type { Band } from '../schemas/scorecard.ts';
import { bandOfScores } from '../scoring/find-band.ts';
import { type SameDateAuc, sameDateAucOf } from '../statistics/same-date-auc.ts';
import { type JackknifeComponents, jackknifeComponents } from '../statistics/same-date-pairs.ts';
import { computeBandFigures } from './band-figures.ts';
import type { Panel } from './build-panel.ts';
import { computeCapacity } from './capacity-figures.ts';
import { selectRows, selectScored, type WindowRows } from './window-rows.ts';

export interface WindowEvaluation {
  readonly figures: WindowFigures;
  /** The score's pair counts per account, for paired differences with baselines. */
  readonly components: JackknifeComponents;
  readonly auc: SameDateAuc;
  readonly scored: WindowRows & { readonly bucket: Uint16Array };
}

/**
 * All pooled figures of one window.
 * @param row panel rows of the window that count (KEPT or POSITIVE)
 * @param scores by panel row, in tenths, NOT_SCORED where none
 * @param overlap see `horizonOverlap`
 */
export function evaluateWindow(
  panel: Panel,
  row: Int32Array,
  scores: Int16Array,
  options: { readonly bands: readonly Band[]; readonly overlap: number; readonly capacityPerAsOf: number },
): WindowEvaluation {
  const rows = selectRows(panel, row);
  const scored = selectScored(rows, scores);
  const components = jackknifeComponents(scored, scored.bucket);
  const auc = sameDateAucOf(components);
  const decisions = decisionRows(panel, rows);
  const scoredDecisions = positionsOf(decisions, scored.row);
  const figures: WindowFigures = {
    asOfDates: new Set(rows.snapshot).size,
    rows: rows.row.length,
    accounts: new Set(rows.account).size,
    churners: decisions.length,
    positives: components.positives,
    kept: components.negatives,
    unscoredRows: rows.row.length - scored.row.length,
    unscoredChurners: decisions.length - scoredDecisions.length,
    auc: toEstimate(auc),
    allPairsAuc: allPairs(scored),
    gini: auc.auc === null ? null : 2 * auc.auc - 1,
    bands: computeBandFigures(options.bands, scored, options.overlap),
    ...countByScore(panel, scored, scoredDecisions),
    ...alarmFigures(panel, scored, scoredDecisions, options.bands),
    capacity: computeCapacity(scored, scoredDecisions, options.capacityPerAsOf),
  };
  return { figures, components, auc, scored };
}

/** An AUC with its interval as screens take it; null where it is undefined. */
export function toEstimate(found: Pick<SameDateAuc, 'auc' | 'interval'> | null): Estimate | null {
  if (found === null || found.auc === null) return null;
  return { value: found.auc, low: found.interval?.low ?? null, high: found.interval?.high ?? null };
}

/** An AUC read from the other side: 1 − AUC, with the ends of its interval changed about. */
export function turnEstimate({ value, low, high }: Estimate): Estimate {
  return { value: 1 - value, low: high === null ? null : 1 - high, high: low === null ? null : 1 - low };
}

/** The decision row of each churner (life) of the window: its latest positive row. Panel rows, in life order of rows. */
export function decisionRows(panel: Panel, rows: WindowRows): number[] {
  return decisionPositions(panel, rows).map((i) => rows.row[i]!);
}

/** Where the decision rows stand among the rows of the window. */
export function decisionPositions(panel: Panel, rows: WindowRows): number[] {
  const latest = new Map<number, number>();
  for (let i = 0; i < rows.row.length; i++) {
    if (rows.positive[i] === 1) latest.set(panel.life[rows.row[i]!]!, i);
  }
  return [...latest.values()];
}

/** Where some panel rows stand among the scored ones (ascending), in their own order; those without a score left out. */
function positionsOf(wanted: readonly number[], scored: Int32Array): number[] {
  const position = new Map(wanted.map((r) => [r, -1]));
  for (let i = 0; i < scored.length; i++) if (position.has(scored[i]!)) position.set(scored[i]!, i);
  return [...position.values()].filter((i) => i >= 0);
}

function countByScore(panel: Panel, scored: WindowEvaluation['scored'], decisions: readonly number[]) {
  const zeros = () => new Array<number>(1001).fill(0);
  const positivesByScore = zeros();
  const keptByScore = zeros();
  const churnersByDecisionScore = zeros();
  const accountsByLowestScore = zeros();
  const keptAccountsByLowestScore = zeros();
  for (let i = 0; i < scored.row.length; i++) {
    const counts = scored.positive[i] === 1 ? positivesByScore : keptByScore;
    counts[scored.bucket[i]!]!++;
  }
  for (const i of decisions) churnersByDecisionScore[scored.bucket[i]!]!++;
  let keptAccounts = 0;
  forEachAccount(scored, (from, to) => {
    let lowest = 1000;
    let isKept = true;
    for (let i = from; i < to; i++) {
      lowest = Math.min(lowest, scored.bucket[i]!);
      if (scored.positive[i] === 1 || panel.outcomeDay[scored.row[i]!] !== NO_DAY) isKept = false;
    }
    accountsByLowestScore[lowest]!++;
    if (isKept) {
      keptAccounts++;
      keptAccountsByLowestScore[lowest]!++;
    }
  });
  return {
    positivesByScore,
    keptByScore,
    churnersByDecisionScore,
    accountsByLowestScore,
    keptAccountsByLowestScore,
    keptAccounts,
  };
}

function alarmFigures(
  panel: Panel,
  scored: WindowEvaluation['scored'],
  decisions: readonly number[],
  bands: readonly Band[],
) {
  const bandOf = bandOfScores(bands);
  const isAlarm = (i: number) => bands[bandOf[scored.bucket[i]!]!]!.alarm;
  let alarmRows = 0;
  let alarmPositives = 0;
  let alarmAccounts = 0;
  let keptEverAlarm = 0;
  forEachAccount(scored, (from, to) => {
    let everAlarm = false;
    let isKept = true;
    for (let i = from; i < to; i++) {
      if (panel.outcomeDay[scored.row[i]!] !== NO_DAY) isKept = false;
      if (!isAlarm(i)) continue;
      everAlarm = true;
      alarmRows++;
      alarmPositives += scored.positive[i]!;
    }
    if (everAlarm) alarmAccounts++;
    if (everAlarm && isKept) keptEverAlarm++;
  });
  return {
    caught: decisions.filter(isAlarm).length,
    alarmRows,
    alarmPositives,
    alarmAccounts,
    keptEverAlarm,
  };
}

function forEachAccount(scored: WindowRows, visit: (from: number, to: number) => void): void {
  let from = 0;
  for (let i = 1; i <= scored.account.length; i++) {
    if (i < scored.account.length && scored.account[i] === scored.account[from]) continue;
    visit(from, i);
    from = i;
  }
}

/** AUC over all pairs, dates mixed: shown under "advanced" only, since seasons and growth leak into it. */
function allPairs({ account, positive, bucket }: WindowEvaluation['scored']): number | null {
  const snapshot = new Uint16Array(account.length);
  const { concordant, pairs, ranks } = jackknifeComponents(
    { account, positive, snapshot, snapshotCount: 1 },
    bucket,
  );
  return ranks ? concordant / pairs : null;
}

/** True when every scored row of the window has one label. */
export function hasOneClass(evaluation: WindowEvaluation): boolean {
  return evaluation.components.positives === 0 || evaluation.components.negatives === 0;
}
