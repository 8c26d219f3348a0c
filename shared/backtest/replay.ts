import { computeMeasure } from '../measures/compute-measure.ts';
import type { Dataset } from '../measures/dataset.ts';
import type { BacktestSettings } from '../schemas/backtest-settings.ts';
import type { BacktestFigures, BaselineFigure, Verdict } from '../schemas/figures.ts';
import type { Measure } from '../schemas/measure.ts';
import { isHopedFor, type SoughtOutcome } from '../schemas/outcome-kinds.ts';
import type { Scorecard } from '../schemas/scorecard.ts';
import { measuresOf } from '../scoring/measures-of.ts';
import { runToEnd } from '../statistics/run-to-end.ts';
import { fromAlarmSide } from './alarm-side.ts';
import { horizonOverlap } from './band-figures.ts';
import { computeBaselines } from './baseline-measures.ts';
import { buildPanel, type Panel } from './build-panel.ts';
import { daysBetweenDates } from './build-schedule.ts';
import { rowsOfWindow, type SnapshotWindow } from './choose-split.ts';
import { scoreEqualWeights } from './equal-weights.ts';
import { type BaselineValues, judgeBaselineSteps } from './judge-baselines.ts';
import { judgeVerdict } from './judge-verdict.ts';
import { lintSteps } from './lint-scorecard.ts';
import { scoreDesign } from './score-design.ts';
import { computeSnapshotFigures } from './snapshot-figures.ts';
import { evaluateWindow, hasOneClass, type WindowEvaluation } from './window-figures.ts';

/** Everything a replay knows about its rows: what drill-downs read. */
export interface Replay {
  readonly panel: Panel;
  readonly scores: Int16Array;
  readonly windows: readonly SnapshotWindow[];
  readonly testFrom: number | null;
  readonly figures: BacktestFigures;
}

export interface ReplayInput {
  readonly dataset: Dataset;
  readonly scorecard: Scorecard;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly settings: BacktestSettings;
  readonly mainUsage: string | null;
}

/**
 * Replays a scorecard over past dates, point-in-time, and grades it. Figures of the test window are the headline; the
 * design window's are optimistic. Same input → same output, to the last bit.
 * @param columns values by measure id and panel row, if already computed for this panel
 */
export function replay(input: ReplayInput, panel: Panel, columns: ReadonlyMap<string, Float64Array>): Replay {
  return runToEnd(replaySteps(input, panel, columns));
}

/** replay in steps, one per window, baseline and measure checked; each yields the share of the work that is done. */
export function* replaySteps(
  input: ReplayInput,
  panel: Panel,
  columns: ReadonlyMap<string, Float64Array>,
): Generator<number, Replay, void> {
  const { scorecard, settings } = input;
  const { scores, testFrom, windows, context } = scoreDesign(input.dataset, input, panel, columns);
  const daysBetween = daysBetweenDates(settings.schedule);
  const called = fromAlarmSide(settings.outcome, { scores, bands: scorecard.bands });
  const evaluate = (wanted: SnapshotWindow): WindowEvaluation | null => {
    if (!windows.includes(wanted)) return null;
    return evaluateWindow(panel, rowsOfWindow(panel, windows, [wanted]), called.scores, {
      bands: called.bands,
      overlap: horizonOverlap(settings.horizonDays, daysBetween),
      capacityPerAsOf: settings.capacityPerAsOf,
    });
  };
  yield 0.1;
  const design = evaluate(testFrom === null ? 'all' : 'design');
  yield 0.2;
  const test = testFrom === null ? null : evaluate('test');
  yield 0.3;
  const equal = scoreEqualWeights(scorecard, columns, { context, rowCount: panel.account.length });
  yield 0.32;
  const rules: BaselineValues[] = [
    ...computeBaselines(input.dataset, input.mainUsage, panel, settings.incumbent),
    { key: 'equalWeights', values: equal },
  ];
  yield 0.35;
  const { baselines, verdict } = yield* within(
    0.35,
    0.65,
    judge(input, rules, { panel, windows, design, test }),
  );
  const lint = yield* within(0.65, 0.95, lintSteps(input, panel, columns, windows));
  const figures: BacktestFigures = {
    settings,
    testFrom,
    snapshots: computeSnapshotFigures(panel, called.scores, windows, called.bands).map((snapshot) => ({
      ...snapshot,
      bandCounts: inOrder(settings.outcome, snapshot.bandCounts),
    })),
    design: toFigures(settings.outcome, design),
    test: toFigures(settings.outcome, test),
    baselines,
    verdict,
    lint,
    daysBetween,
  };
  return { panel, scores, windows, testFrom, figures };
}

/** A part's shares of its own work as shares of the whole. */
function* within<T>(from: number, to: number, part: Generator<number, T, void>): Generator<number, T, void> {
  for (;;) {
    const step = part.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Figures with the bands in the scorecard's order. */
function toFigures(outcome: SoughtOutcome | undefined, evaluation: WindowEvaluation | null) {
  if (evaluation === null) return null;
  return { ...evaluation.figures, bands: inOrder(outcome, evaluation.figures.bands) };
}

function inOrder<T>(outcome: SoughtOutcome | undefined, items: readonly T[]): T[] {
  return isHopedFor(outcome) ? items.toReversed() : [...items];
}

/** Values of all measures a scorecard uses, by panel row. */
export function computeColumns(
  input: Pick<ReplayInput, 'dataset' | 'scorecard' | 'measures'>,
  panel: Panel,
): Map<string, Float64Array> {
  const columns = new Map<string, Float64Array>();
  for (const measureId of measuresOf(input.scorecard)) {
    const measure = input.measures.get(measureId);
    columns.set(
      measureId,
      measure === undefined
        ? new Float64Array(panel.account.length).fill(Number.NaN)
        : computeMeasure(input.dataset, measure, input.measures, panel),
    );
  }
  return columns;
}

/** `buildPanel`, `computeColumns` and `replay` in one: for the command line and tests. */
export function runReplay(input: ReplayInput): Replay {
  const panel = buildPanel(input.dataset.lives, input.settings, input.dataset);
  return replay(input, panel, computeColumns(input, panel));
}

function* judge(
  input: ReplayInput,
  rules: readonly BaselineValues[],
  {
    panel,
    windows,
    ...evaluations
  }: {
    readonly panel: Panel;
    readonly windows: readonly SnapshotWindow[];
    readonly design: WindowEvaluation | null;
    readonly test: WindowEvaluation | null;
  },
): Generator<number, { baselines: BaselineFigure[]; verdict: Verdict }, void> {
  const judgedWindow = evaluations.test ?? evaluations.design;
  const nothing = { churners: 0, unscoredShare: 0, differences: [], churnersPerMonth: null };
  if (judgedWindow === null) {
    const verdict = judgeVerdict({ ...nothing, hasSplit: false, undefinedBecause: 'noRows' });
    return { baselines: [], verdict };
  }
  const { figures, judged } = yield* judgeBaselineSteps(
    panel,
    judgedWindow,
    rules,
    isHopedFor(input.settings.outcome),
  );
  const { churners, unscoredChurners } = judgedWindow.figures;
  const verdict = judgeVerdict({
    churners: judgedWindow.components.churnedAccounts,
    unscoredShare: churners === 0 ? 0 : unscoredChurners / churners,
    differences: judged,
    churnersPerMonth: churners / monthsCovered(input, panel, windows, evaluations.test !== null),
    hasSplit: evaluations.test !== null,
    undefinedBecause: undefinedReason(judgedWindow),
  });
  return { baselines: figures, verdict };
}

function undefinedReason(evaluation: WindowEvaluation): 'oneClass' | 'constantScore' | 'noRows' | null {
  if (evaluation.scored.row.length === 0) return 'noRows';
  if (hasOneClass(evaluation)) return 'oneClass';
  return evaluation.components.ranks ? null : 'constantScore';
}

/** Months in which an outcome of the judged window could fall. */
function monthsCovered(
  input: ReplayInput,
  panel: Panel,
  windows: readonly SnapshotWindow[],
  isTest: boolean,
): number {
  const days = panel.asOfDays.filter((_, s) => windows[s] === (isTest ? 'test' : 'all'));
  if (days.length === 0) return 1;
  return (days.at(-1)! - days[0]! + input.settings.horizonDays) / 30.4375;
}
