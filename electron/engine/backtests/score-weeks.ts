import { judgedDates, type LabInput } from '../../../shared/backtest/lab-input.ts';
import { rowContext, type ScoredDesign } from '../../../shared/backtest/score-design.ts';
import {
  buildWeeklyRows,
  DAYS_BACK,
  mondayFrom,
  type WeeklyScores,
  type WeeklyTarget,
  weeklyTargets,
} from '../../../shared/backtest/weekly-scores.ts';
import { computeMeasure } from '../../../shared/measures/compute-measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { measuresNeeded } from '../../../shared/scoring/design-hash.ts';
import { LiveScorer, type RowContext } from '../../../shared/scoring/live-scorer.ts';
import { rankPeers } from '../../../shared/scoring/peer-points.ts';
import type { AnalysisData, Measures, YieldNow } from '../measures/analysis-data.ts';
import { datesOnly } from '../scores/score-date.ts';

/** A finished replay's design, for scoring the weeks between its as-of dates. */
export interface WeeklyDesign {
  readonly scorecard: Scorecard;
  readonly measures: Measures;
  readonly context: ScoredDesign['context'];
}

/**
 * Weekly scores for detection lead and "red too late": of the accounts that matter only, unless the design ranks
 * accounts among their peers, which takes everybody on every Monday.
 */
export async function scoreWeeks(
  data: AnalysisData,
  input: LabInput,
  design: WeeklyDesign,
  yieldNow: YieldNow,
): Promise<WeeklyScores> {
  return usesPeers(design)
    ? scoreEverybody(data, input, design, yieldNow)
    : scoreFew(data, { input, targets: weeklyTargets(data.dataset.lives, input) }, design, yieldNow);
}

/** Scores with what they came from: values by measure and row, and what scoring needs beside them. */
export interface ScoredRows extends WeeklyScores {
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly context: RowContext;
}

/** The weekly scores of some lives; only for designs that rank nobody among peers. */
export async function scoreFew(
  data: AnalysisData,
  { input, targets }: { readonly input: LabInput; readonly targets: readonly WeeklyTarget[] },
  { scorecard, measures, context }: WeeklyDesign,
  yieldNow: YieldNow,
): Promise<ScoredRows> {
  const { lives } = data.dataset;
  const rows = buildWeeklyRows(lives, targets, input.settings.minimumTenureDays);
  const columns = new Map<string, Float64Array>();
  for (const id of measuresNeeded(scorecard, measures)) {
    await yieldNow();
    const measure = measures.get(id);
    const missing = () => new Float64Array(rows.life.length).fill(Number.NaN);
    columns.set(
      id,
      measure === undefined ? missing() : computeMeasure(data.dataset, measure, measures, rows),
    );
  }
  const own = {
    peers: rankPeers(columns, rows.asOf),
    subjects: {
      account: rows.account,
      tenureDays: rows.asOf.map((day, r) => day - rows.lifeStart[r]!),
      asOf: rows.asOf,
      attribute: context.subjects.attribute,
    },
    churned: context.churned,
  };
  const scores = new LiveScorer(columns, rows.life.length, own).score(scorecard);
  return { life: rows.life, asOf: rows.asOf, scores, columns, context: own };
}

async function scoreEverybody(
  data: AnalysisData,
  input: LabInput,
  { scorecard, measures, context }: WeeklyDesign,
  yieldNow: YieldNow,
): Promise<WeeklyScores> {
  const dates = judgedDates(input);
  const nothing = { life: new Int32Array(0), asOf: new Int32Array(0), scores: new Int16Array(0) };
  if (dates === null) return nothing;
  const { gapDays, horizonDays, minimumTenureDays } = input.settings;
  const reach = gapDays + horizonDays;
  const days: number[] = [];
  for (let t = mondayFrom(dates.first - Math.max(DAYS_BACK, reach)); t <= dates.last + reach; t += 7)
    days.push(t);
  const settings = { ...datesOnly(days), minimumTenureDays };
  const panel = data.panel(settings);
  const columns = await data.columns(measuresNeeded(scorecard, measures), measures, settings, yieldNow);
  const weekly = { ...rowContext(data.dataset, panel, columns, null), churned: context.churned };
  const scores = new LiveScorer(columns, panel.account.length, weekly).score(scorecard);
  return { life: panel.life, asOf: panel.asOf, scores };
}

/** True when a score depends on who else is there on its date. */
export function usesPeers({ scorecard, measures }: WeeklyDesign): boolean {
  const groups = [...scorecard.groups, ...(scorecard.variants ?? []).flatMap((variant) => variant.groups)];
  if (groups.some((group) => group.measures.some((measure) => measure.scale.type === 'percentile')))
    return true;
  return [...measuresNeeded(scorecard, measures)].some(
    (id) => measures.get(id)?.aggregation.type === 'peerPercentile',
  );
}
