import type { TFunction } from 'i18next';
import { renameReferences } from '../../shared/measures/formula-parser.ts';
import type { Aggregation, Grain, Measure, MetricKind, RecordFilter } from '../../shared/schemas/measure.ts';

/** What a measure's sentence needs from around it. */
export interface MeasureWords {
  readonly t: TFunction<'measures'>;
  /** Grain of a metric by name; an unknown metric counts as daily. */
  readonly grainOf: (metric: string) => Grain;
  /** Kind of a metric by name, which says what a day without a row counts as; null = unknown. */
  readonly kindOf: (metric: string) => MetricKind | null;
  /** Name of a measure by id; null = it is gone. */
  readonly measureName: (id: string) => string | null;
  /** What a source of records is called, and one of its columns: those that the app names itself have words. */
  readonly sourceName: (source: string) => string;
  readonly columnName: (source: string, column: string) => string;
}

/** The measure in one plain sentence with its healthy direction. */
export function describeMeasure(measure: Measure, words: MeasureWords): string {
  const text = describeAggregation(measure.aggregation, words);
  return words.t(`sentence.full.${measure.direction}`, { text });
}

/** What is computed, as a noun phrase: also what a measure without a name is called. */
export function describeAggregation(aggregation: Aggregation, words: MeasureWords): string {
  const { t } = words;
  switch (aggregation.type) {
    case 'latest': {
      const { metric, staleAfterDays } = aggregation;
      if (staleAfterDays === null) return t('sentence.latest', { metric });
      return t('sentence.latestStale', { metric, days: staleAfterDays });
    }
    case 'sum':
    case 'mean':
    case 'min':
    case 'max':
    case 'change':
    case 'slope':
      return withNoRow(aggregation, words, windowed(aggregation.type, aggregation, words));
    case 'activeDays':
    case 'nps':
      return windowed(aggregation.type, aggregation, words);
    case 'daysSinceLast':
      return t('sentence.daysSinceLast', { metric: aggregation.metric });
    case 'ratio':
      return t('sentence.ratio', {
        numerator: nameOf(aggregation.numerator, words),
        denominator: nameOf(aggregation.denominator, words),
      });
    case 'formula':
      return t('sentence.formula', {
        formula: renameReferences(aggregation.formula, (id) => nameOf(id, words)),
      });
    case 'zScore':
      return t('sentence.zScore', { measure: nameOf(aggregation.measure, words), steps: aggregation.steps });
    case 'peerPercentile': {
      const measure = nameOf(aggregation.measure, words);
      const { attribute } = aggregation;
      return attribute === null
        ? t('sentence.peerPercentile', { measure })
        : t('sentence.peerPercentileWithin', { measure, attribute });
    }
    case 'tenure':
      return t('sentence.tenure');
    case 'attribute':
      return t('sentence.attribute', { attribute: aggregation.attribute });
    case 'distinctUsers':
    case 'distinctFeatures': {
      const { type, eventSource, period, events } = aggregation;
      const window = describeWindow(aggregation, period, t);
      const list = events.join(t('sentence.listJoin'));
      const key = events.length === 0 ? 'all' : 'some';
      return t(`sentence.${type}.${key}`, { source: eventSource, window, list });
    }
    case 'recordCount':
    case 'recordSum':
    case 'recordNps':
    case 'latestRecord':
    case 'daysSinceRecord':
      return describeRecords(aggregation, words);
  }
}

function describeRecords(aggregation: Extract<Aggregation, { source: string }>, words: MeasureWords): string {
  const { t } = words;
  const source = words.sourceName(aggregation.source);
  const filters = describeFilters(aggregation, words);
  const column = 'column' in aggregation ? words.columnName(aggregation.source, aggregation.column) : '';
  switch (aggregation.type) {
    case 'recordCount': {
      const key = aggregation.openOnly ? 'sentence.recordCountOpen' : 'sentence.recordCount';
      return t(key, { source, days: aggregation.lookbackDays, filters });
    }
    case 'recordSum':
    case 'recordNps':
      return t(`sentence.${aggregation.type}`, { source, column, days: aggregation.lookbackDays, filters });
    case 'latestRecord': {
      const days = aggregation.staleAfterDays;
      return days === null
        ? t('sentence.latestRecord', { source, column, filters })
        : t('sentence.latestRecordStale', { source, column, filters, days });
    }
    case 'daysSinceRecord':
      return t('sentence.daysSinceRecord', { source, filters });
  }
}

function nameOf(id: string, { t, measureName }: MeasureWords): string {
  return measureName(id) ?? t('sentence.unknownMeasure');
}

type Windowed = 'sum' | 'mean' | 'min' | 'max' | 'change' | 'activeDays' | 'slope' | 'nps';

function windowed(
  type: Windowed,
  { metric, lookback, shift }: { metric: string; lookback: number; shift: number },
  { t, grainOf }: MeasureWords,
): string {
  const grain = grainOf(metric);
  const window = describeWindow({ lookback, shift }, grain, t);
  return t(`sentence.${type}`, { metric, window, units: t(`units.${grain}`), per: t(`per.${grain}`) });
}

function describeWindow(
  { lookback, shift }: { readonly lookback: number; readonly shift: number },
  grain: Grain,
  t: TFunction<'measures'>,
): string {
  const plain = t(`window.${grain}`, { count: lookback, n: lookback });
  return shift === 0 ? plain : t(`shifted.${grain}`, { count: shift, shift, window: plain });
}

/** Says what a day or period without a row counts as: by the metric's kind unless the measure says otherwise. */
function withNoRow(
  { metric, noRow }: { readonly metric: string; readonly noRow: 'byKind' | 'zero' | 'missing' },
  { t, grainOf, kindOf }: MeasureWords,
  text: string,
): string {
  const kind = kindOf(metric);
  if (noRow === 'byKind' && kind === null) return text;
  const rule = noRow === 'zero' || (noRow === 'byKind' && kind === 'flow') ? 'zero' : 'missing';
  return t(`sentence.noRow.${rule}.${grainOf(metric)}`, { text });
}

function describeFilters(
  { source, filters }: { readonly source: string; readonly filters: readonly RecordFilter[] },
  { t, columnName }: MeasureWords,
): string {
  if (filters.length === 0) return '';
  const list = filters
    .map(({ column, operator, value }) =>
      t(`sentence.filter.${operator}`, { column: columnName(source, column), value }),
    )
    .join(t('sentence.filterJoin'));
  return t('sentence.filters', { list });
}
