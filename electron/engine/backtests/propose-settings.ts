import { endOfMonth } from '../../../shared/csv/calendar.ts';
import { parseTerm } from '../../../shared/csv/parse-term.ts';
import { type Dataset, lastDayKnownBy, NO_DAY } from '../../../shared/measures/dataset.ts';
import { referencesOf } from '../../../shared/measures/measure-references.ts';
import { isWindowInRange } from '../../../shared/measures/measure-window.ts';
import { monthsBefore } from '../../../shared/measures/own-history.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { AnalysisData, Measures } from '../measures/analysis-data.ts';

const LONGEST_SEARCH_MONTHS = 600;

/**
 * Default settings: month-ends from the first at which every window of the measures lies inside its metric's range, up
 * to known-through; gap 30, horizon 60 where most plans are monthly or their length is not known, 90 and 90 where most
 * are longer; notice where there is one. Null without data.
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
    ...usualReach(data.dataset),
    minimumTenureDays: 0,
    outcomeDate: 'noticeOrEffective',
    knownThrough,
    testFrom: 'auto',
    capacityPerAsOf: 12,
    seed: 1,
  };
}

/** Months of an annual plan's term; at least half of one counts as long. */
const LONG_TERM_MONTHS = 6;

function usualReach({ attributes, contract }: Dataset): Pick<BacktestSettings, 'gapDays' | 'horizonDays'> {
  const texts = attributes.get(contract.get('termMonths') ?? '') ?? [];
  const terms = texts.map((text) => parseTerm(text ?? '')).filter((months) => typeof months === 'number');
  const long = terms.filter((months) => months >= LONG_TERM_MONTHS).length;
  return long > terms.length / 2 ? { gapDays: 90, horizonDays: 90 } : { gapDays: 30, horizonDays: 60 };
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
  const needs = windowNeeds(ids, measures);
  let day = endOfMonth(earliest);
  for (let month = 0; month < LONGEST_SEARCH_MONTHS && day <= latest; month++) {
    if (needs.every((need) => isUsable(dataset, need, day))) return day;
    day = endOfMonth(day + 1);
  }
  return endOfMonth(earliest);
}

/** A measure that others are made from, or a scored one, and how many months before the as-of date it is read. */
interface WindowNeed {
  readonly measure: Measure;
  readonly monthsBack: number;
}

/**
 * All measures behind the given ones; behind an own-history z-score they are read as many months back as it looks. A
 * z-score inside another is missing anyway and reaches no further.
 */
function windowNeeds(ids: readonly string[], measures: Measures): WindowNeed[] {
  const needs = new Map<string, WindowNeed>();
  const visit = (id: string, monthsBack: number): void => {
    const measure = measures.get(id);
    const key = `${monthsBack} ${id}`;
    if (measure === undefined || needs.has(key)) return;
    needs.set(key, { measure, monthsBack });
    const { aggregation } = measure;
    const looksBack = aggregation.type === 'zScore' && monthsBack === 0;
    const further = looksBack ? aggregation.steps : monthsBack;
    for (const part of referencesOf(aggregation)) visit(part, further);
  };
  for (const id of ids) visit(id, 0);
  return [...needs.values()];
}

/** Whether every window behind a measure lies inside its metric's range as of a day. */
export function usableOn(dataset: Dataset, id: string, measures: Measures): (asOf: number) => boolean {
  const needs = windowNeeds([id], measures);
  return (asOf) => needs.every((need) => isUsable(dataset, need, asOf));
}

/** Records are no metrics: their windows may begin before the first record. */
function isUsable(dataset: Dataset, { measure, monthsBack }: WindowNeed, asOf: number): boolean {
  const { aggregation } = measure;
  if (!('metric' in aggregation)) return true;
  const series = dataset.metrics.get(aggregation.metric);
  if (series === undefined) return true;
  const day = monthsBack === 0 ? asOf : monthsBefore(asOf, monthsBack);
  if (!('lookback' in aggregation)) return lastDayKnownBy(series.range, day) >= series.range.firstDay;
  const { lookback, shift, type } = aggregation;
  const reach = type === 'change' ? shift + lookback : shift;
  return isWindowInRange(series, day, lookback, reach) && isWindowInRange(series, day, lookback, shift);
}
