import { borrows, scoreDesign } from '../../../shared/backtest/score-design.ts';
import { measuresNeeded } from '../../../shared/scoring/design-hash.ts';
import type { VariantSubjects } from '../../../shared/scoring/variants.ts';
import { learningSettings } from '../backtests/learning-settings.ts';
import type { AnalysisData, YieldNow } from '../measures/analysis-data.ts';
import type { DesignInput } from '../workers/compute-protocol.ts';

/** The design window's churned rows, from which variants learn how much to borrow; null when none borrows or there is
 * no back-test to learn from. */
export async function learnChurned(
  data: AnalysisData,
  { scorecard, measures, settings: given = null }: DesignInput,
  yieldNow: YieldNow,
): Promise<VariantSubjects | null> {
  if (!borrows(scorecard)) return null;
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const needed = measuresNeeded(scorecard, byId);
  const { aim } = scorecard.purpose;
  const settings = learningSettings(data, given, { ids: needed, measures: byId, aim });
  if (settings === null) return null;
  const columns = await data.columns(needed, byId, settings, yieldNow);
  await yieldNow();
  const { context } = scoreDesign(data.dataset, { scorecard, settings }, data.panel(settings), columns);
  return context.churned;
}
