import { fromAlarmSide, onShownScale } from '../../../shared/backtest/alarm-side.ts';
import { computeBandMoves } from '../../../shared/backtest/band-moves.ts';
import { Bootstrap } from '../../../shared/backtest/bootstrap-figures.ts';
import { daysBetweenDates } from '../../../shared/backtest/build-schedule.ts';
import { computeCalibration } from '../../../shared/backtest/calibration.ts';
import { compareDesigns } from '../../../shared/backtest/compare-designs.ts';
import { computeCurves } from '../../../shared/backtest/curve-figures.ts';
import { computeDetectionLead } from '../../../shared/backtest/detection-lead.ts';
import { driftSteps } from '../../../shared/backtest/drift.ts';
import { computeIncrementalValue } from '../../../shared/backtest/incremental-value.ts';
import type { LabInput } from '../../../shared/backtest/lab-input.ts';
import { type MissInput, missCauseSteps } from '../../../shared/backtest/miss-causes.ts';
import { orderAccounts } from '../../../shared/backtest/order-accounts.ts';
import { scoreDesign } from '../../../shared/backtest/score-design.ts';
import { computeStability } from '../../../shared/backtest/stability.ts';
import { computeSurvivalByBand } from '../../../shared/backtest/survival-by-band.ts';
import { THRESHOLD_RESAMPLES, thresholdSteps } from '../../../shared/backtest/threshold-stability.ts';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { computeMeasure } from '../../../shared/measures/compute-measure.ts';
import type { LabFigures } from '../../../shared/schemas/lab.ts';
import type {
  BootstrapFigures,
  DesignComparison,
  IncrementalValue,
} from '../../../shared/schemas/lab-figures.ts';
import { isHopedFor } from '../../../shared/schemas/outcome-kinds.ts';
import type { ThresholdAdvice } from '../../../shared/schemas/threshold-advice.ts';
import { measuresNeeded } from '../../../shared/scoring/design-hash.ts';
import { runInSlices, runPart } from '../analysis/run-in-slices.ts';
import type { AnalysisData, Measures, YieldNow } from '../measures/analysis-data.ts';
import type { ComputeRequests, DesignInput, LabRequest } from '../workers/compute-protocol.ts';
import { scoreCases } from './score-cases.ts';
import { scoreWeeks } from './score-weeks.ts';

/** Steps that the lab tells of, each about as long as the others. */
const LAB_PARTS = 12;
const RESAMPLES_PER_SLICE = 20;
const opposite = { higher: 'lower', lower: 'higher' } as const;

/** The figures of the lab for one back-test, one a slice; the replay they rest on is the run's own. */
export async function computeLab(
  data: AnalysisData,
  request: LabRequest,
  yieldNow: YieldNow,
): Promise<ChannelOutput<'backtests.lab'>> {
  const tell = (done: number) => yieldNow({ done, total: LAB_PARTS });
  await tell(0);
  const { lab, context, columns, measures } = await prepareLab(data, request, yieldNow);
  const { lives } = data.dataset;
  await tell(1);
  const design = { scorecard: request.scorecard, measures, context };
  const withStep = { ...lab, daysBetween: daysBetweenDates(request.settings.schedule) };
  const { outcome } = request.settings;
  const scored = await scoreWeeks(data, lab, design, yieldNow);
  const weekly = {
    ...scored,
    scores: fromAlarmSide(outcome, { scores: scored.scores, bands: [] }).scores,
  };
  await tell(3);
  const lead = computeDetectionLead(lives, lab, weekly);
  const asked = { ...(await missInput(data, request, lab, yieldNow)), weekly };
  const misses = await runPart(missCauseSteps(lives, asked), yieldNow, { from: 3, to: 6, total: LAB_PARTS });
  await tell(6);
  const cases = await scoreCases(data, { input: lab, columns, outcome, lead, misses }, design, yieldNow);
  await tell(7);
  const accountOrder = orderAccounts(data.dataset.accountIds);
  const swaps = driftSteps(lab, { seed: request.settings.seed, accountOrder });
  const drift = await runPart(swaps, yieldNow, { from: 7, to: 8, total: LAB_PARTS });
  const survival = computeSurvivalByBand(lives, lab);
  await tell(9);
  const calibration = computeCalibration(withStep);
  await yieldNow();
  const curves = computeCurves(lab);
  await tell(10);
  const moves = computeBandMoves(lab);
  await tell(11);
  const stability = computeStability(withStep);
  const figures: LabFigures = onShownScale(outcome, {
    lead,
    misses,
    cases,
    drift,
    survival,
    calibration,
    curves,
    moves,
    stability,
  });
  return { lab: figures, accounts: nameAccounts(data, figures) };
}

/** What the autopsy reads beside the replay: every measure of the workspace; no weekly scores. */
export async function missInput(
  data: AnalysisData,
  request: LabRequest,
  lab: LabInput,
  yieldNow: YieldNow,
): Promise<MissInput> {
  const measures: Measures = new Map(request.measures.map((measure) => [measure.id, measure]));
  const columns = await data.columns(measures.keys(), measures, request.settings, yieldNow);
  await yieldNow();
  return {
    ...lab,
    daysBetween: daysBetweenDates(request.settings.schedule),
    scorecard: request.scorecard,
    measures: [...measures.values()].map(({ id, direction }) => ({
      id,
      direction: isHopedFor(request.settings.outcome) ? opposite[direction] : direction,
      values: columns.get(id) ?? new Float64Array(0),
    })),
    weekly: { life: new Int32Array(0), asOf: new Int32Array(0), scores: new Int16Array(0) },
  };
}

/** The accounts that the figures point to, once each, in order of index. */
function nameAccounts({ dataset }: AnalysisData, { lead, misses }: LabFigures) {
  const indices = [...lead.leads, ...misses.churners, ...misses.redButKept].map(({ account }) => account);
  return [...new Set(indices)]
    .sort((a, b) => a - b)
    .map((index) => ({
      index,
      accountId: dataset.accountIds[index] ?? '',
      name: dataset.accountNames[index] ?? '',
    }));
}

/** 1,000 by-account resamples in slices: for the figures without a formula. */
export async function computeBootstrap(
  data: AnalysisData,
  request: LabRequest,
  yieldNow: YieldNow,
): Promise<BootstrapFigures> {
  const { lab } = await prepareLab(data, request, yieldNow);
  const bootstrap = new Bootstrap({
    ...lab,
    accountOrder: orderAccounts(data.dataset.accountIds),
    seed: request.settings.seed,
    amounts: amountsOf(data, lab.panel),
    costs: null,
  });
  while (bootstrap.done < bootstrap.total) {
    bootstrap.run(RESAMPLES_PER_SLICE);
    await yieldNow({ done: bootstrap.done, total: bootstrap.total });
  }
  return bootstrap.figures();
}

/** What each account is worth as of each row's date; null where no file says. */
function amountsOf({ dataset }: AnalysisData, panel: LabInput['panel']): Float64Array | null {
  const attribute = dataset.contract.get('contractAmount');
  if (attribute === undefined) return null;
  return computeMeasure(
    dataset,
    {
      id: 'amount',
      name: '',
      aggregation: { type: 'attribute', attribute },
      direction: 'higher',
      actionable: false,
    },
    new Map(),
    panel,
  );
}

/** Thresholds by capacity and by cost with their spread, in slices. */
export async function computeThresholds(
  data: AnalysisData,
  request: ComputeRequests['backtests.thresholds']['input'],
  yieldNow: YieldNow,
): Promise<ThresholdAdvice> {
  const { lab } = await prepareLab(data, request, yieldNow);
  const steps = thresholdSteps({
    ...lab,
    accountOrder: orderAccounts(data.dataset.accountIds),
    seed: request.settings.seed,
    capacityPerAsOf: request.capacityPerAsOf,
    costs: { miss: request.costOfMiss, call: request.costOfCall },
  });
  return runInSlices(steps, yieldNow, THRESHOLD_RESAMPLES);
}

/** A against B on the rows both score, in A's windows. */
export async function compareRuns(
  data: AnalysisData,
  { a, b }: { readonly a: LabRequest; readonly b: DesignInput },
  yieldNow: YieldNow,
): Promise<DesignComparison> {
  const first = await prepareLab(data, a, yieldNow);
  const testFrom = first.lab.testFrom;
  const second = await prepareLab(data, { ...b, settings: { ...a.settings, testFrom } }, yieldNow);
  await yieldNow();
  return compareDesigns(
    first.lab,
    { scores: first.lab.scores, bands: first.lab.bands },
    { scores: second.lab.scores, bands: second.lab.bands },
  );
}

/** What some measures add to the others: the scorecard with and without them on the same rows. */
export async function computeAddedValue(
  data: AnalysisData,
  request: LabRequest & { readonly measureIds: readonly string[] },
  yieldNow: YieldNow,
): Promise<IncrementalValue> {
  const { lab, columns, context } = await prepareLab(data, request, yieldNow);
  return computeIncrementalValue(
    lab,
    { scorecard: request.scorecard, columns, context, outcome: request.settings.outcome },
    request.measureIds,
  );
}

/** A run's design scored over its panel, from the alarm side: what every figure of the lab reads. */
export async function prepareLab(data: AnalysisData, request: LabRequest, yieldNow: YieldNow) {
  const measures: Measures = new Map(request.measures.map((measure) => [measure.id, measure]));
  const { scorecard, settings } = request;
  const panel = data.panel(settings);
  const columns = await data.columns(measuresNeeded(scorecard, measures), measures, settings, yieldNow);
  await yieldNow();
  const { scores, testFrom, windows, context } = scoreDesign(data.dataset, request, panel, columns);
  const lab: LabInput & { readonly testFrom: number | null } = {
    panel,
    windows,
    ...fromAlarmSide(settings.outcome, { scores, bands: scorecard.bands }),
    settings,
    testFrom,
  };
  return { lab, context, columns, measures };
}
