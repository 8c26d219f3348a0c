import { lintScorecard } from '../../../shared/backtest/lint-scorecard.ts';
import { type Replay, replay } from '../../../shared/backtest/replay.ts';
import { scoreDesign } from '../../../shared/backtest/score-design.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { LintFinding } from '../../../shared/schemas/figures.ts';
import { measuresNeeded } from '../../../shared/scoring/design-hash.ts';
import type { AnalysisData, YieldNow } from '../measures/analysis-data.ts';
import type { DesignInput } from '../workers/compute-protocol.ts';

/** Replays a design on the current data; measures are computed one a slice, so a cancel is seen between them. */
export async function runBacktest(
  data: AnalysisData,
  input: DesignInput & { readonly settings: BacktestSettings },
  yieldNow: YieldNow,
): Promise<Replay> {
  const measures = new Map(input.measures.map((measure) => [measure.id, measure]));
  const { scorecard, settings } = input;
  const columns = new Map<string, Float64Array>();
  const needed = [...measuresNeeded(scorecard, measures)];
  for (const [done, id] of needed.entries()) {
    await yieldNow({ done, total: needed.length + 1 });
    for (const [key, values] of await data.columns([id], measures, settings, yieldNow))
      columns.set(key, values);
  }
  await yieldNow({ done: needed.length, total: needed.length + 1 });
  const { dataset } = data;
  const { mainUsage } = data.settings;
  const result = replay({ dataset, scorecard, measures, settings, mainUsage }, data.panel(settings), columns);
  // A cancel that came while the rows were counted is still in time: nothing is stored yet.
  await yieldNow();
  return result;
}

/** Checks a design before it is graded: what the run would say of it, from the design window alone. */
export async function lintDraft(
  data: AnalysisData,
  input: DesignInput & { readonly settings: BacktestSettings },
  yieldNow: YieldNow,
): Promise<{ findings: LintFinding[] }> {
  const measures = new Map(input.measures.map((measure) => [measure.id, measure]));
  const { scorecard, settings } = input;
  const panel = data.panel(settings);
  const columns = await data.columns(measuresNeeded(scorecard, measures), measures, settings, yieldNow);
  await yieldNow();
  const { windows } = scoreDesign(data.dataset, { scorecard, settings }, panel, columns);
  return {
    findings: lintScorecard(
      { dataset: data.dataset, scorecard, measures, settings },
      panel,
      columns,
      windows,
    ),
  };
}
