import { cellNumber } from '../../../shared/measures/aggregate-records.ts';
import { parseFormula } from '../../../shared/measures/formula-parser.ts';
import { measuresReached, referencesOf } from '../../../shared/measures/measure-references.ts';
import type { Aggregation, Grain, Measure, RecordFilter } from '../../../shared/schemas/measure.ts';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';
import { firstAttribute, firstMetric, firstRecords } from './first-columns.ts';

export type AggregationType = Aggregation['type'];

/** Ways of computing by what they are made from, in the order they are offered. */
export const aggregationGroups = {
  metric: ['latest', 'sum', 'mean', 'min', 'max', 'activeDays', 'daysSinceLast', 'change', 'slope', 'nps'],
  events: ['distinctUsers', 'distinctFeatures'],
  records: ['recordCount', 'recordSum', 'recordNps', 'latestRecord', 'daysSinceRecord'],
  account: ['tenure', 'attribute'],
  measures: ['ratio', 'formula', 'zScore', 'peerPercentile'],
} as const satisfies Record<string, readonly AggregationType[]>;

export const aggregationTypes: readonly AggregationType[] = Object.values(aggregationGroups).flat();

export type DraftProblem =
  | 'metric'
  | 'source'
  | 'eventSource'
  | 'column'
  | 'attribute'
  | 'ratio'
  | 'measure'
  | 'formula'
  | 'formulaEmpty'
  | 'loop'
  | 'history'
  | 'lookback'
  | 'steps'
  | 'filter'
  | 'filterNumber';

const usualLookback: Record<Grain, number> = { day: 28, week: 4, month: 1, quarter: 1 };
const lowerIsHealthy: readonly AggregationType[] = ['daysSinceLast', 'daysSinceRecord', 'recordCount'];

/** A new measure over the data that is there: the mean of the first metric, else tenure. */
export function newMeasure(id: string, summary: DataSummary | null): Measure {
  const type = (summary?.metrics.length ?? 0) > 0 ? 'mean' : 'tenure';
  const aggregation = switchAggregation({ type: 'tenure' }, type, summary);
  return { id, name: '', aggregation, direction: 'higher', actionable: true };
}

/** Another way of computing, keeping what both have (column, look-back, filters). */
export function switchAggregation(
  from: Aggregation,
  type: AggregationType,
  summary: DataSummary | null,
): Aggregation {
  const metric = firstMetric(from, type, summary);
  const { source, column } = firstRecords(from, type, summary);
  const filters = 'filters' in from && from.source === source ? from.filters : [];
  const lookback = 'lookback' in from ? from.lookback : usualLookback[grainOf(metric, summary)];
  const measure = 'measure' in from ? from.measure : '';
  const rated = { source, column, filters };
  const window = { metric, lookback, shift: 'shift' in from ? from.shift : 0 };
  const days = 'eventSource' in from ? { lookback, shift: from.shift } : { lookback: 28, shift: 0 };
  switch (type) {
    case 'latest':
      return { type, metric, staleAfterDays: null };
    case 'sum':
    case 'mean':
    case 'min':
    case 'max':
    case 'change':
    case 'slope':
      return { type, ...window, noRow: 'noRow' in from ? from.noRow : 'byKind' };
    case 'activeDays':
    case 'nps':
      return { type, ...window };
    case 'daysSinceLast':
      return { type, metric };
    case 'distinctUsers':
    case 'distinctFeatures': {
      const known = 'eventSource' in from ? from : null;
      const eventSource = known?.eventSource ?? summary?.eventSources[0]?.name ?? '';
      const period = known?.period ?? 'day';
      return { type, eventSource, period, ...days, events: known?.events ?? [] };
    }
    case 'ratio':
      return { type, numerator: '', denominator: '' };
    case 'formula':
      return { type, formula: '' };
    case 'zScore':
      return { type, measure, steps: 12 };
    case 'peerPercentile':
      return { type, measure, attribute: null };
    case 'tenure':
      return { type };
    case 'attribute':
      return { type, attribute: firstAttribute(summary) };
    case 'recordCount':
      return { type, source, lookbackDays: 90, filters, openOnly: false };
    case 'recordSum':
      return { type, ...rated, lookbackDays: 90 };
    case 'recordNps':
      return { type, ...rated, lookbackDays: 365 };
    case 'latestRecord':
      return { type, ...rated, staleAfterDays: null };
    case 'daysSinceRecord':
      return { type, source, filters };
  }
}

/** The direction people usually mean; a start, not a finding. */
export function usualDirection(type: AggregationType): Measure['direction'] {
  return lowerIsHealthy.includes(type) ? 'lower' : 'higher';
}

/** Another column of data; where the grain changes, a look-back of whole periods becomes the usual one. */
export function switchMetric(
  aggregation: Aggregation,
  metric: string,
  summary: DataSummary | null,
): Aggregation {
  if (!('metric' in aggregation)) return aggregation;
  const [before, after] = [grainOf(aggregation.metric, summary), grainOf(metric, summary)];
  if (!('lookback' in aggregation) || before === after) return { ...aggregation, metric };
  return { ...aggregation, metric, lookback: usualLookback[after], shift: 0 };
}

export function grainOf(metric: string, summary: DataSummary | null): Grain {
  return summary?.metrics.find((other) => other.name === metric)?.grain ?? 'day';
}

/** What still keeps the measure from being computed; null = nothing. */
export function draftProblem(measure: Measure, measures: readonly Measure[]): DraftProblem | null {
  const { aggregation } = measure;
  if ('metric' in aggregation && aggregation.metric === '') return 'metric';
  if ('source' in aggregation && aggregation.source === '') return 'source';
  if ('eventSource' in aggregation && aggregation.eventSource === '') return 'eventSource';
  if ('column' in aggregation && aggregation.column === '') return 'column';
  if (aggregation.type === 'attribute' && aggregation.attribute === '') return 'attribute';
  if ('filters' in aggregation) {
    if (aggregation.filters.some((filter) => filter.column === '')) return 'filter';
    if (aggregation.filters.some(lacksNumber)) return 'filterNumber';
  }
  if (!lengthsOf(aggregation).every((length) => isWholeFrom(1, length))) return 'lookback';
  return referenceProblem(measure, measures);
}

function lacksNumber({ operator, value }: RecordFilter): boolean {
  return (operator === 'atLeast' || operator === 'atMost') && Number.isNaN(cellNumber(value));
}

function lengthsOf(aggregation: Aggregation): number[] {
  return [
    ...('lookback' in aggregation ? [aggregation.lookback] : []),
    ...('lookbackDays' in aggregation ? [aggregation.lookbackDays] : []),
    ...('staleAfterDays' in aggregation && aggregation.staleAfterDays !== null
      ? [aggregation.staleAfterDays]
      : []),
  ];
}

function isWholeFrom(least: number, value: number, most = 3660): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** What is wrong with the measures that this one is made from. */
function referenceProblem(measure: Measure, measures: readonly Measure[]): DraftProblem | null {
  const { aggregation } = measure;
  const byId = new Map([...measures, measure].map((other) => [other.id, other]));
  if (aggregation.type === 'formula') {
    if (aggregation.formula.trim() === '') return 'formulaEmpty';
    const parsed = parseFormula(aggregation.formula);
    if (!parsed.ok || parsed.measureIds.some((id) => !byId.has(id))) return 'formula';
  }
  if ('measure' in aggregation && aggregation.measure === '') return 'measure';
  if (aggregation.type === 'zScore' && !isWholeFrom(6, aggregation.steps, 60)) return 'steps';
  if (aggregation.type === 'ratio') {
    const { numerator, denominator } = aggregation;
    if (numerator === '' || denominator === '' || numerator === denominator) return 'ratio';
  }
  const reached = measuresReached(referencesOf(aggregation), byId);
  if (reached.has(measure.id)) return 'loop';
  const isHistory = (id: string) => byId.get(id)?.aggregation.type === 'zScore';
  return aggregation.type === 'zScore' && [...reached].some(isHistory) ? 'history' : null;
}
