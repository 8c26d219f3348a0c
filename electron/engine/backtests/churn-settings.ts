import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { AnalysisData, Measures } from '../measures/analysis-data.ts';
import { proposeSettings } from './propose-settings.ts';

/**
 * The settings that measures, suggestions and live figures are learnt by: the workspace's own, else proposed, and always
 * about churn. Their screens say "churned"; another outcome is a back-test's alone. Null without data.
 */
export function churnSettings(
  data: AnalysisData,
  given: BacktestSettings | null | undefined,
  ids: Iterable<string>,
  measures: Measures,
): BacktestSettings | null {
  if (given === null || given === undefined) return proposeSettings(data, ids, measures);
  const { outcome: _, ...about } = given;
  return about;
}
