import { daysBetweenDates } from '../../../shared/backtest/build-schedule.ts';
import { contactDays } from '../../../shared/backtest/contact-days.ts';
import { computeCrossSection, flaggedPanel } from '../../../shared/backtest/cross-section.ts';
import { computeInterventions } from '../../../shared/backtest/interventions-bounds.ts';
import { judgedRows } from '../../../shared/backtest/lab-input.ts';
import { missingLabSteps } from '../../../shared/backtest/missing-lab.ts';
import { orderAccounts } from '../../../shared/backtest/order-accounts.ts';
import { relearnDesign } from '../../../shared/backtest/relearn-design.ts';
import { selectScored, type WindowRows } from '../../../shared/backtest/window-rows.ts';
import { computeMeasure } from '../../../shared/measures/compute-measure.ts';
import type { CrossSectionFigures } from '../../../shared/schemas/cross-section.ts';
import type { LuckFigures, MissingFigures, RunInterventions } from '../../../shared/schemas/lab-checks.ts';
import { measuresNeeded } from '../../../shared/scoring/design-hash.ts';
import { sameDateAuc } from '../../../shared/statistics/same-date-auc.ts';
import { takeRows } from '../../../shared/statistics/take-rows.ts';
import { luckLineSteps, type Relearn } from '../../../shared/suggestions/luck-line.ts';
import { runInSlices } from '../analysis/run-in-slices.ts';
import type { AnalysisData, Measures, YieldNow } from '../measures/analysis-data.ts';
import type { DesignInput, LabRequest, LuckRequest } from '../workers/compute-protocol.ts';
import { prepareLab } from './compute-lab.ts';

const SHUFFLES = 200;

/** The verdict's figures under each way of filling gaps. */
export async function computeMissing(
  data: AnalysisData,
  request: LabRequest,
  yieldNow: YieldNow,
): Promise<MissingFigures> {
  const { lab, columns, context } = await prepareLab(data, request, yieldNow);
  const { scorecard, settings } = request;
  const daysBetween = daysBetweenDates(settings.schedule);
  const steps = missingLabSteps({ ...lab, settings, daysBetween, scorecard, columns, context });
  return runInSlices(steps, yieldNow, 1000);
}

/** Treated, untreated and bounds, from every imported contact. */
export async function computeTreated(
  data: AnalysisData,
  request: LabRequest,
  yieldNow: YieldNow,
): Promise<RunInterventions> {
  const { lab } = await prepareLab(data, request, yieldNow);
  const contacts = contactDays(data.dataset);
  const daysBetween = daysBetweenDates(request.settings.schedule);
  return {
    contacts: contacts.day.length,
    figures: computeInterventions({ ...lab, daysBetween }, contacts),
  };
}

/**
 * What luck alone reaches with as many designs on the run's judged window, from the measures that any of them used. Kept
 * while the data stay, since the same ledger gives the same line.
 */
export async function computeLuck(
  data: AnalysisData,
  request: LuckRequest,
  yieldNow: YieldNow,
): Promise<LuckFigures> {
  return data.orderedList(`luck ${JSON.stringify(request)}`, () => drawLuck(data, request, yieldNow));
}

async function drawLuck(
  data: AnalysisData,
  { designs, tried, learnt, ...request }: LuckRequest,
  yieldNow: YieldNow,
): Promise<LuckFigures> {
  const { lab } = await prepareLab(data, request, yieldNow);
  const measures: Measures = new Map(tried.map((measure) => [measure.id, measure]));
  const columns = await data.columns(measures.keys(), measures, request.settings, yieldNow);
  const rows = judgedRows(lab);
  const reached = sameDateAuc(selectScored(rows, lab.scores));
  const used = [...columns.values()].map((values) => takeRows(values, rows.row));
  const relearn: Relearn[] = [];
  for (const design of learnt)
    relearn.push(await prepareRelearn(data, { ...request, ...design }, rows, yieldNow));
  const line = await runInSlices(
    luckLineSteps(rows, used, {
      designs,
      seed: request.settings.seed,
      shuffles: SHUFFLES,
      accountOrder: orderAccounts(data.dataset.accountIds),
      relearn,
    }),
    yieldNow,
    SHUFFLES,
  );
  return {
    reason: rows.row.length === 0 ? 'noRows' : line === null ? 'oneClass' : null,
    designs,
    measures: used.length,
    relearnt: relearn.length,
    shuffles: SHUFFLES,
    accounts: reached.accounts,
    churners: reached.churnedAccounts,
    mean: line?.mean ?? null,
    percentile95: line?.percentile95 ?? null,
    reached: reached.auc,
  };
}

/** A design of the ledger with what its suggestions are learnt from again, shuffle by shuffle. */
async function prepareRelearn(
  data: AnalysisData,
  request: LabRequest,
  rows: WindowRows,
  yieldNow: YieldNow,
): Promise<Relearn> {
  const { lab, columns, context } = await prepareLab(data, request, yieldNow);
  const { scorecard, settings, measures } = request;
  const directions = new Map(measures.map(({ id, direction }) => [id, direction]));
  const { asOfDays } = lab.panel;
  return relearnDesign({ scorecard, columns, context, directions, asOfDays, settings }, rows.row);
}

/** A flagged snapshot's figures; the scorecard's measures read no date. */
export async function computeSnapshot(
  data: AnalysisData,
  { scorecard, measures: all, seed }: DesignInput & { readonly seed: number },
  yieldNow: YieldNow,
): Promise<CrossSectionFigures> {
  const { dataset } = data;
  const panel = flaggedPanel(dataset);
  const measures: Measures = new Map(all.map((measure) => [measure.id, measure]));
  const columns = new Map<string, Float64Array>();
  for (const id of measuresNeeded(scorecard, measures)) {
    await yieldNow();
    const measure = measures.get(id);
    columns.set(
      id,
      measure === undefined
        ? new Float64Array(panel.account.length).fill(Number.NaN)
        : computeMeasure(dataset, measure, measures, panel),
    );
  }
  await yieldNow();
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return computeCrossSection({ dataset, scorecard, names, capacityPerAsOf: 12, seed }, panel, columns);
}
