import type { Panel } from '../../../shared/backtest/build-panel.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { usableOn } from '../backtests/propose-settings.ts';
import type { AnalysisData, Measures, YieldNow } from './analysis-data.ts';

/**
 * Values of measures by panel row for looking at them on dates that another scorecard chose: missing where a window would
 * begin before its metric does, since a part of a window is no smaller value.
 */
export async function windowColumns(
  data: AnalysisData,
  ids: readonly string[],
  { measures, panel, settings }: { measures: Measures; panel: Panel; settings: BacktestSettings },
  yieldNow: YieldNow,
): Promise<Map<string, Float64Array>> {
  const columns = await data.columns(ids, measures, settings, yieldNow);
  for (const [id, column] of columns) {
    const isUsable = usableOn(data.dataset, id, measures);
    // Later dates see more: where the first will do, all do.
    if (panel.asOf.length === 0 || isUsable(panel.asOf.reduce((first, day) => Math.min(first, day))))
      continue;
    await yieldNow();
    const usable = new Map<number, boolean>();
    for (const day of new Set(panel.asOf)) usable.set(day, isUsable(day));
    columns.set(
      id,
      column.map((value, r) => (usable.get(panel.asOf[r]!) === true ? value : Number.NaN)),
    );
  }
  return columns;
}
