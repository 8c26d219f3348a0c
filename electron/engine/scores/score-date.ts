import { buildPanel, type Panel } from '../../../shared/backtest/build-panel.ts';
import { computeMeasure } from '../../../shared/measures/compute-measure.ts';
import type { LifeTable } from '../../../shared/measures/dataset.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { measuresNeeded } from '../../../shared/scoring/design-hash.ts';
import { LiveScorer } from '../../../shared/scoring/live-scorer.ts';
import type { AnalysisData, YieldNow } from '../measures/analysis-data.ts';
import type { DesignInput } from '../workers/compute-protocol.ts';

/** Scores of all accounts under contract on one date: who has a life then and has not given notice. */
export interface DatedScores {
  readonly panel: Panel;
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** Tenths by panel row, NOT_SCORED where none. */
  readonly scores: Int16Array;
}

/** Settings of a panel that holds one date; its labels mean nothing. */
export function oneDate(asOf: number): BacktestSettings {
  return datesOnly([asOf]);
}

/** The same for several dates at once. */
export function datesOnly(days: readonly number[]): BacktestSettings {
  return {
    schedule: { type: 'typed', days: [...days] },
    gapDays: 0,
    horizonDays: 1,
    minimumTenureDays: 0,
    outcomeDate: 'noticeOrEffective',
    knownThrough: Math.max(...days),
    testFrom: null,
    capacityPerAsOf: 1,
    seed: 0,
  };
}

/** Scores a design as of some dates, point-in-time. */
export async function scoreDates(
  data: AnalysisData,
  input: DesignInput,
  days: readonly number[],
  yieldNow: YieldNow,
): Promise<DatedScores> {
  const measures = new Map(input.measures.map((measure) => [measure.id, measure]));
  const settings = datesOnly(days);
  const panel = data.panel(settings);
  const columns = await data.columns(measuresNeeded(input.scorecard, measures), measures, settings, yieldNow);
  const scores = new LiveScorer(columns, panel.account.length).score(input.scorecard);
  return { panel, columns, scores };
}

/** The same for one account alone: nothing is computed for the others, and nothing kept. */
export function scoreOneAccount(
  { dataset }: AnalysisData,
  input: DesignInput,
  account: number,
  days: readonly number[],
): DatedScores {
  const measures = new Map(input.measures.map((measure) => [measure.id, measure]));
  const panel = buildPanel(livesOfOne(dataset.lives, account), datesOnly(days));
  const columns = new Map<string, Float64Array>();
  for (const id of measuresNeeded(input.scorecard, measures)) {
    const measure = measures.get(id);
    const missing = () => new Float64Array(panel.account.length).fill(Number.NaN);
    columns.set(id, measure === undefined ? missing() : computeMeasure(dataset, measure, measures, panel));
  }
  const scores = new LiveScorer(columns, panel.account.length).score(input.scorecard);
  return { panel, columns, scores };
}

/** The life table with the slices of all other accounts empty; account and life indexes stay as they are. */
function livesOfOne(lives: LifeTable, account: number): LifeTable {
  const [from, to] = [lives.offsets[account]!, lives.offsets[account + 1]!];
  return { ...lives, offsets: lives.offsets.map((_, a) => (a <= account ? from : to)) };
}
