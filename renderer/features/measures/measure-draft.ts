import type { Aggregation, Grain, Measure } from '../../../shared/schemas/measure.ts';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';

export type AggregationType = Aggregation['type'];

export const aggregationTypes = [
  'latest',
  'sum',
  'mean',
  'min',
  'max',
  'activeDays',
  'daysSinceLast',
  'change',
  'ratio',
  'tenure',
  'attribute',
  'recordCount',
  'daysSinceRecord',
] as const satisfies readonly AggregationType[];

export type DraftProblem = 'metric' | 'source' | 'attribute' | 'ratio' | 'loop' | 'lookback' | 'filter';

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
  const metric = 'metric' in from ? from.metric : (summary?.mainUsage ?? summary?.metrics[0]?.name ?? '');
  const source = 'source' in from ? from.source : (summary?.recordSources[0]?.name ?? '');
  const filters = 'filters' in from ? from.filters : [];
  const lookback = 'lookback' in from ? from.lookback : usualLookback[grainOf(metric, summary)];
  const window = { metric, lookback, shift: 'shift' in from ? from.shift : 0 };
  switch (type) {
    case 'latest':
      return { type, metric, staleAfterDays: null };
    case 'sum':
    case 'mean':
    case 'min':
    case 'max':
    case 'change':
      return { type, ...window, noRow: 'noRow' in from ? from.noRow : 'byKind' };
    case 'activeDays':
      return { type, ...window };
    case 'daysSinceLast':
      return { type, metric };
    case 'ratio':
      return { type, numerator: '', denominator: '' };
    case 'tenure':
      return { type };
    case 'attribute':
      return { type, attribute: summary?.attributes.find((attribute) => attribute.numeric)?.name ?? '' };
    case 'recordCount':
      return { type, source, lookbackDays: 90, filters, openOnly: false };
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
  if (aggregation.type === 'attribute' && aggregation.attribute === '') return 'attribute';
  if ('filters' in aggregation && aggregation.filters.some((filter) => filter.column === '')) return 'filter';
  const lengths = [
    ...('lookback' in aggregation ? [aggregation.lookback] : []),
    ...('lookbackDays' in aggregation ? [aggregation.lookbackDays] : []),
    ...(aggregation.type === 'latest' && aggregation.staleAfterDays !== null
      ? [aggregation.staleAfterDays]
      : []),
  ];
  if (lengths.some((length) => !Number.isInteger(length) || length < 1 || length > 3660)) return 'lookback';
  if (aggregation.type !== 'ratio') return null;
  const { numerator, denominator } = aggregation;
  if (numerator === '' || denominator === '' || numerator === denominator) return 'ratio';
  return [numerator, denominator].some((id) => leadsTo(id, measure.id, measures)) ? 'loop' : null;
}

/** True when the measure `from`, through ratios, needs `target`. */
function leadsTo(
  from: string,
  target: string,
  measures: readonly Measure[],
  seen = new Set<string>(),
): boolean {
  if (from === target) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  const aggregation = measures.find((measure) => measure.id === from)?.aggregation;
  if (aggregation?.type !== 'ratio') return false;
  return [aggregation.numerator, aggregation.denominator].some((id) => leadsTo(id, target, measures, seen));
}
