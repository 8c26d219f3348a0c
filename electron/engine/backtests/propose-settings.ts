import { endOfMonth } from '../../../shared/csv/calendar.ts';
import { type Dataset, lastDayKnownBy, NO_DAY } from '../../../shared/measures/dataset.ts';
import { isWindowInRange } from '../../../shared/measures/measure-window.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { AnalysisData, Measures } from '../measures/analysis-data.ts';

const LONGEST_SEARCH_MONTHS = 600;

/**
 * Default settings: month-ends from the first at which every window of the measures lies inside its metric's range, up
 * to known-through; gap 30, horizon 60 (plan length unknown = monthly); notice where there is one. Null without data.
 */
export function proposeSettings(
  data: AnalysisData,
  ids: Iterable<string>,
  measures: Measures,
): BacktestSettings | null {
  const knownThrough = data.knownThrough();
  const earliest = earliestDay(data.dataset);
  if (knownThrough === null || earliest === NO_DAY) return null;
  return {
    schedule: {
      type: 'monthly',
      firstDay: firstUsableMonthEnd(data.dataset, [...ids], measures, earliest, knownThrough),
      lastDay: knownThrough,
    },
    gapDays: 30,
    horizonDays: 60,
    minimumTenureDays: 0,
    outcomeDate: 'noticeOrEffective',
    knownThrough,
    testFrom: 'auto',
    capacityPerAsOf: 12,
    seed: 1,
  };
}

function earliestDay(dataset: Dataset): number {
  let earliest = NO_DAY;
  for (const series of dataset.metrics.values()) earliest = Math.min(earliest, series.range.firstDay);
  for (const source of dataset.records.values()) earliest = Math.min(earliest, source.range.firstDay);
  return earliest;
}

function firstUsableMonthEnd(
  dataset: Dataset,
  ids: readonly string[],
  measures: Measures,
  earliest: number,
  latest: number,
): number {
  const used = ids.flatMap((id) => measures.get(id) ?? []);
  let day = endOfMonth(earliest);
  for (let month = 0; month < LONGEST_SEARCH_MONTHS && day <= latest; month++) {
    if (used.every((measure) => isUsable(dataset, measure, measures, day, 0))) return day;
    day = endOfMonth(day + 1);
  }
  return endOfMonth(earliest);
}

/** Records are no metrics: their windows may begin before the first record. */
function isUsable(
  dataset: Dataset,
  measure: Measure,
  measures: Measures,
  day: number,
  depth: number,
): boolean {
  const { aggregation } = measure;
  if (aggregation.type === 'ratio') {
    const parts = [aggregation.numerator, aggregation.denominator].flatMap((id) => measures.get(id) ?? []);
    return depth > 5 || parts.every((part) => isUsable(dataset, part, measures, day, depth + 1));
  }
  if (!('metric' in aggregation)) return true;
  const series = dataset.metrics.get(aggregation.metric);
  if (series === undefined) return true;
  if (!('lookback' in aggregation)) return lastDayKnownBy(series.range, day) >= series.range.firstDay;
  const { lookback, shift, type } = aggregation;
  const reach = type === 'change' ? shift + lookback : shift;
  return isWindowInRange(series, day, lookback, reach) && isWindowInRange(series, day, lookback, shift);
}
