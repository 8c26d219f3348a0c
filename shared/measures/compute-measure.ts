import { assertNever } from '../ipc/assert-never.ts';
import type { Aggregation, Measure } from '../schemas/measure.ts';
import { aggregateRecords, daysSinceRecord } from './aggregate-records.ts';
import { aggregateSeries } from './aggregate-series.ts';
import type { Dataset } from './dataset.ts';
import { roundValue } from './round-value.ts';

/**
 * As-of rows to compute for, in any order: account index, start of the life that covers the date, and the as-of day.
 * All have one entry per row. `recordsFrom` is the first day whose records belong to the life: its start for a return,
 * no limit (−NO_DAY) for a first life, since a ticket opened before the contract began is still this customer's.
 */
export interface AsOfRows {
  readonly account: Int32Array;
  readonly lifeStart: Int32Array;
  readonly recordsFrom: Int32Array;
  readonly asOf: Int32Array;
}

/**
 * Values of one measure for as-of rows, point-in-time: only values known on or before each row's date are used, and
 * nothing before the start of the row's life.
 * @returns one double per row, rounded to 9 decimals; NaN = missing (also when the metric, source, attribute or
 * measure it names does not exist, and for a ratio over itself)
 */
export function computeMeasure(
  dataset: Dataset,
  measure: Measure,
  measures: ReadonlyMap<string, Measure>,
  rows: AsOfRows,
): Float64Array {
  const values = computeAggregation(dataset, measure.aggregation, measures, rows, new Set([measure.id]));
  for (let r = 0; r < values.length; r++) values[r] = roundValue(values[r]!);
  return values;
}

function computeAggregation(
  dataset: Dataset,
  aggregation: Aggregation,
  measures: ReadonlyMap<string, Measure>,
  rows: AsOfRows,
  visiting: ReadonlySet<string>,
): Float64Array {
  switch (aggregation.type) {
    case 'ratio':
      return computeRatio(dataset, aggregation, measures, rows, visiting);
    case 'tenure':
      return Float64Array.from(rows.asOf, (asOf, r) => asOf - rows.lifeStart[r]!);
    case 'attribute':
      return computeAttribute(dataset, aggregation.attribute, rows);
    case 'recordCount': {
      const source = dataset.records.get(aggregation.source);
      return source === undefined ? missing(rows) : aggregateRecords(source, aggregation, rows);
    }
    case 'daysSinceRecord': {
      const source = dataset.records.get(aggregation.source);
      return source === undefined ? missing(rows) : daysSinceRecord(source, aggregation.filters, rows);
    }
    case 'latest':
    case 'sum':
    case 'mean':
    case 'min':
    case 'max':
    case 'activeDays':
    case 'daysSinceLast':
    case 'change': {
      const series = dataset.metrics.get(aggregation.metric);
      return series === undefined ? missing(rows) : aggregateSeries(series, aggregation, rows);
    }
    default:
      return assertNever(aggregation);
  }
}

function computeRatio(
  dataset: Dataset,
  ratio: Extract<Aggregation, { type: 'ratio' }>,
  measures: ReadonlyMap<string, Measure>,
  rows: AsOfRows,
  visiting: ReadonlySet<string>,
): Float64Array {
  const part = (id: string): Float64Array => {
    const measure = measures.get(id);
    if (measure === undefined || visiting.has(id)) return missing(rows);
    return computeAggregation(dataset, measure.aggregation, measures, rows, new Set([...visiting, id]));
  };
  const numerator = part(ratio.numerator);
  const denominator = part(ratio.denominator);
  return numerator.map((value, r) => (denominator[r] === 0 ? Number.NaN : value / denominator[r]!));
}

function computeAttribute(dataset: Dataset, attribute: string, rows: AsOfRows): Float64Array {
  const texts = dataset.attributes.get(attribute);
  if (texts === undefined) return missing(rows);
  const numbers = Float64Array.from(texts, parseAttributeNumber);
  return Float64Array.from(rows.account, (account) => numbers[account] ?? Number.NaN);
}

/** Number behind an attribute's text: digits with an optional sign, fraction, thousands separators; else NaN. */
export function parseAttributeNumber(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  const plain = text.trim().replaceAll(',', '');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}

function missing(rows: AsOfRows): Float64Array {
  return new Float64Array(rows.account.length).fill(Number.NaN);
}
