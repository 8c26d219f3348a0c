import { lintScorecard } from '../../../shared/backtest/lint-scorecard.ts';
import { type Replay, replaySteps } from '../../../shared/backtest/replay.ts';
import { scoreDesign } from '../../../shared/backtest/score-design.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { LintFinding } from '../../../shared/schemas/figures.ts';
import { measuresNeeded } from '../../../shared/scoring/design-hash.ts';
import { runPart } from '../analysis/run-in-slices.ts';
import type { AnalysisData, YieldNow } from '../measures/analysis-data.ts';
import type { DesignInput } from '../workers/compute-protocol.ts';

/** Replays a design on the current data; measures are computed one a slice, then graded in
 * steps, so a cancel is seen between them. */
export async function runBacktest(
  data: AnalysisData,
  input: DesignInput & { readonly settings: BacktestSettings },
  yieldNow: YieldNow,
): Promise<Replay> {
  const measures = new Map(input.measures.map((measure) => [measure.id, measure]));
  const { scorecard, settings } = input;
  const columns = new Map<string, Float64Array>();
  const needed = [...measuresNeeded(scorecard, measures)];
  // Grading takes about as long as working out the measures.
  const total = 2 * needed.length;
  for (const [done, id] of needed.entries()) {
    await yieldNow({ done, total });
    for (const [key, values] of await data.columns([id], measures, settings, yieldNow))
      columns.set(key, values);
  }
  await yieldNow({ done: needed.length, total });
  const { dataset } = data;
  const { mainUsage } = data.settings;
  const replayed = { dataset, scorecard, measures, settings, mainUsage };
  const steps = replaySteps(replayed, data.panel(settings), columns);
  const result = await runPart(steps, yieldNow, { from: needed.length, to: total, total });
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
