import { assertNever } from '../ipc/assert-never.ts';
import type { Aggregation, Measure } from '../schemas/measure.ts';
import { aggregateEvents } from './aggregate-events.ts';
import { aggregateRecords, combineRecords, daysSinceRecord, latestRecord } from './aggregate-records.ts';
import { aggregateSeries } from './aggregate-series.ts';
import { attributeAt } from './attribute-at.ts';
import type { Dataset, RecordSource } from './dataset.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import { parseFormula } from './formula-parser.ts';
import { zScores } from './own-history.ts';
import { peerPercentiles } from './peer-percentile.ts';
import { divideValues, roundValue } from './round-value.ts';

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
 * nothing before the start of the row's life. Measures inside a z-score or a percentile are rounded before they are
 * compared; the parts of a ratio or a formula are not, so 5⅓ ÷ 2⅔ is 2.
 * @returns one double per row, rounded to 9 decimals; NaN = missing (also when the metric, source, attribute or
 * measure it names does not exist, when it leads back to itself, when its formula can't be read, for an own-history
 * z-score inside another one, and for peer percentiles nested more than four deep)
 */
export function computeMeasure(
  dataset: Dataset,
  measure: Measure,
  measures: ReadonlyMap<string, Measure>,
  rows: AsOfRows,
): Float64Array {
  const known = new Map(measures).set(measure.id, measure);
  const run: Run = { dataset, measures: known, visiting: new Set(), inHistory: false, peerDepth: 0 };
  return valuesOf(run, rows)(measure.id).map(roundValue);
}

interface Run {
  readonly dataset: Dataset;
  readonly measures: ReadonlyMap<string, Measure>;
  /** Measures being computed: one met again leads back to itself, and so does all that led to it. */
  readonly visiting: Set<string>;
  /** Inside a z-score's history: histories of histories would take forever and mean little. */
  readonly inHistory: boolean;
  /** Percentiles inside percentiles; each level doubles the work. */
  readonly peerDepth: number;
}

const DEEPEST_PEERS = 4;

type ValuesOf = (id: string) => Float64Array;

/** Values of measures by id for the same rows, each computed once. */
function valuesOf(run: Run, rows: AsOfRows): ValuesOf {
  const known = new Map<string, Float64Array>();
  const compute: ValuesOf = (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const measure = run.measures.get(id);
    if (measure === undefined || run.visiting.has(id)) return missing(rows);
    run.visiting.add(id);
    const values = computeAggregation(run, measure.aggregation, rows, compute);
    run.visiting.delete(id);
    known.set(id, values);
    return values;
  };
  return compute;
}

function computeAggregation(
  run: Run,
  aggregation: Aggregation,
  rows: AsOfRows,
  partOf: ValuesOf,
): Float64Array {
  switch (aggregation.type) {
    case 'ratio':
      return divide(partOf(aggregation.numerator), partOf(aggregation.denominator));
    case 'formula': {
      const parsed = parseFormula(aggregation.formula);
      return parsed.ok ? evaluateFormula(parsed.formula, partOf, rows.account.length) : missing(rows);
    }
    case 'zScore': {
      if (run.inHistory) return missing(rows);
      const history = { ...run, inHistory: true };
      return zScores(aggregation.steps, rows, (some) =>
        valuesOf(history, some)(aggregation.measure).map(roundValue),
      );
    }
    case 'peerPercentile': {
      if (run.peerDepth === DEEPEST_PEERS) return missing(rows);
      const inside = { ...run, peerDepth: run.peerDepth + 1 };
      return peerPercentiles(run.dataset, aggregation.attribute, rows, (some) =>
        valuesOf(inside, some)(aggregation.measure).map(roundValue),
      );
    }
    case 'tenure':
      return Float64Array.from(rows.asOf, (asOf, r) => asOf - rows.lifeStart[r]!);
    case 'attribute':
      return computeAttribute(run.dataset, aggregation.attribute, rows);
    case 'recordCount':
    case 'daysSinceRecord':
    case 'recordSum':
    case 'recordNps':
    case 'latestRecord': {
      const source = run.dataset.records.get(aggregation.source);
      return source === undefined ? missing(rows) : computeRecords(source, aggregation, rows);
    }
    case 'distinctUsers':
    case 'distinctFeatures': {
      const source = run.dataset.events.get(aggregation.eventSource);
      return source === undefined ? missing(rows) : aggregateEvents(source, aggregation, rows);
    }
    case 'latest':
    case 'sum':
    case 'mean':
    case 'min':
    case 'max':
    case 'activeDays':
    case 'daysSinceLast':
    case 'change':
    case 'slope':
    case 'nps': {
      const series = run.dataset.metrics.get(aggregation.metric);
      return series === undefined ? missing(rows) : aggregateSeries(series, aggregation, rows);
    }
    default:
      return assertNever(aggregation);
  }
}

function computeRecords(
  source: RecordSource,
  aggregation: Extract<Aggregation, { source: string }>,
  rows: AsOfRows,
): Float64Array {
  switch (aggregation.type) {
    case 'recordCount':
      return aggregateRecords(source, aggregation, rows);
    case 'daysSinceRecord':
      return daysSinceRecord(source, aggregation.filters, rows);
    case 'recordSum':
    case 'recordNps':
      return combineRecords(source, aggregation, rows);
    case 'latestRecord':
      return latestRecord(source, aggregation, rows);
  }
}

function divide(numerator: Float64Array, denominator: Float64Array): Float64Array {
  return numerator.map((value, r) => divideValues(value, denominator[r]!));
}

function computeAttribute(dataset: Dataset, attribute: string, rows: AsOfRows): Float64Array {
  const textAt = attributeAt(dataset, attribute);
  const numbers = new Map<string | undefined, number>();
  return Float64Array.from(rows.account, (account, r) => {
    const text = textAt(account, rows.asOf[r]!);
    let number = numbers.get(text);
    if (number === undefined) {
      number = parseAttributeNumber(text);
      numbers.set(text, number);
    }
    return number;
  });
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
