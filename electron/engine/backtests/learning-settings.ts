import { type Aim, withAimOutcome } from '../../../shared/backtest/aim-outcome.ts';
import { crossSectionSettings } from '../../../shared/backtest/cross-section.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { AnalysisData, Measures } from '../measures/analysis-data.ts';
import { proposeSettings } from './propose-settings.ts';

/** The measures whose windows proposed dates must hold, and what the scorecard in view is for. */
export interface LearningFor {
  readonly ids: Iterable<string>;
  readonly measures: Measures;
  readonly aim: Aim;
}

/**
 * The settings that measures, suggestions and live figures are learnt by: the workspace's own, else proposed, about the
 * outcome that the scorecard's aim names (churn where it names none). An outcome chosen in a back-test is that
 * back-test's alone. Of a flagged snapshot without dates `crossSectionSettings`. Null without data.
 */
export function learningSettings(
  data: AnalysisData,
  given: BacktestSettings | null | undefined,
  { ids, measures, aim }: LearningFor,
): BacktestSettings | null {
  const settings = given ?? proposeSettings(data, ids, measures);
  // Without dates a flagged snapshot is looked at as what it is.
  if (settings === null) return data.dataset.snapshotFlag === null ? null : crossSectionSettings;
  const { outcome: _, ...rest } = settings;
  return withAimOutcome(rest, aim);
}
