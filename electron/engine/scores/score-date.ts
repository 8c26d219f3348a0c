import { buildPanel, type Panel } from '../../../shared/backtest/build-panel.ts';
import { cutContext, rowContext } from '../../../shared/backtest/score-design.ts';
import { computeMeasure } from '../../../shared/measures/compute-measure.ts';
import type { LifeTable } from '../../../shared/measures/dataset.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { accountContexts } from '../../../shared/scoring/account-context.ts';
import { measuresShown } from '../../../shared/scoring/design-hash.ts';
import { LiveScorer, type RowContext } from '../../../shared/scoring/live-scorer.ts';
import { needsPeers } from '../../../shared/scoring/measures-of.ts';
import type { AccountContext } from '../../../shared/scoring/score-account.ts';
import { takeRows } from '../../../shared/statistics/take-rows.ts';
import type { AnalysisData, YieldNow } from '../measures/analysis-data.ts';
import type { DesignInput } from '../workers/compute-protocol.ts';
import { learnChurned } from './learn-churned.ts';

/** Scores of all accounts under contract on one date: who has a life then and has not given notice. */
export interface DatedScores {
  readonly panel: Panel;
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** Tenths by panel row, NOT_SCORED where none. */
  readonly scores: Int16Array;
  readonly context: RowContext;
  /** What `scoreAccount` needs of a row. */
  readonly contextAt: (row: number) => AccountContext;
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
  const columns = await data.columns(measuresShown(input.scorecard, measures), measures, settings, yieldNow);
  const churned = await learnChurned(data, input, yieldNow);
  const context = rowContext(data.dataset, panel, columns, churned);
  const scores = new LiveScorer(columns, panel.account.length, context).score(input.scorecard);
  return { panel, columns, scores, context, contextAt: accountContexts(input.scorecard, context) };
}

/** The same for one account alone: nothing is computed for the others, and nothing kept, unless they are its peers. */
export async function scoreOneAccount(
  data: AnalysisData,
  input: DesignInput,
  { account, days }: { readonly account: number; readonly days: readonly number[] },
  yieldNow: YieldNow,
): Promise<DatedScores> {
  const { dataset } = data;
  if (needsPeers(input.scorecard)) return onlyAccount(await scoreDates(data, input, days, yieldNow), account);
  const measures = new Map(input.measures.map((measure) => [measure.id, measure]));
  const panel = buildPanel(livesOfOne(dataset.lives, account), datesOnly(days));
  const columns = new Map<string, Float64Array>();
  for (const id of measuresShown(input.scorecard, measures)) {
    const measure = measures.get(id);
    const missing = () => new Float64Array(panel.account.length).fill(Number.NaN);
    columns.set(id, measure === undefined ? missing() : computeMeasure(dataset, measure, measures, panel));
  }
  const context = rowContext(dataset, panel, columns, await learnChurned(data, input, yieldNow));
  const scores = new LiveScorer(columns, panel.account.length, context).score(input.scorecard);
  return { panel, columns, scores, context, contextAt: accountContexts(input.scorecard, context) };
}

/** The rows of one account out of everybody's. */
function onlyAccount(
  { panel, columns, scores, context, contextAt }: DatedScores,
  account: number,
): DatedScores {
  const rows = Int32Array.from(panel.account.keys()).filter((r) => panel.account[r] === account);
  return {
    panel: {
      ...panel,
      account: rows.map((r) => panel.account[r]!),
      life: rows.map((r) => panel.life[r]!),
      snapshot: takeRows(panel.snapshot, rows),
      asOf: rows.map((r) => panel.asOf[r]!),
      lifeStart: rows.map((r) => panel.lifeStart[r]!),
      recordsFrom: rows.map((r) => panel.recordsFrom[r]!),
      label: takeRows(panel.label, rows),
      outcomeDay: rows.map((r) => panel.outcomeDay[r]!),
    },
    columns: new Map([...columns].map(([id, all]) => [id, takeRows(all, rows)])),
    scores: takeRows(scores, rows),
    context: cutContext(context, rows),
    contextAt: (row) => contextAt(rows[row]!),
  };
}

/** The life table with the slices of all other accounts empty; account and life indexes stay as they are. */
function livesOfOne(lives: LifeTable, account: number): LifeTable {
  const [from, to] = [lives.offsets[account]!, lives.offsets[account + 1]!];
  return { ...lives, offsets: lives.offsets.map((_, a) => (a <= account ? from : to)) };
}
