import { assertNever } from '../ipc/assert-never.ts';
import type { Aggregation, Measure } from '../schemas/measure.ts';
import type { ValueWorking } from '../schemas/value-working.ts';
import { cellNumber } from './aggregate-records.ts';
import { countsAsZero } from './aggregate-series.ts';
import { type AsOfRows, computeMeasure } from './compute-measure.ts';
import type { Dataset, MetricSeries } from './dataset.ts';
import { referencesOf } from './measure-references.ts';
import { countUnits, measureWindow } from './measure-window.ts';
import { monthsBefore } from './own-history.ts';
import { peerGroup } from './peer-percentile.ts';
import { type AsOfRow, rowsOfPart, type SourceRow } from './source-rows.ts';

/** What a value is explained from. */
interface Case {
  readonly dataset: Dataset;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly row: AsOfRow;
}

/**
 * How one account's value of a measure came about, as the numbers of one line of arithmetic that gives the value.
 * Null where the value is missing, and for an attribute, whose one row says it all.
 */
export function explainValue(
  dataset: Dataset,
  measure: Measure,
  measures: ReadonlyMap<string, Measure>,
  row: AsOfRow,
): ValueWorking | null {
  const known = new Map(measures).set(measure.id, measure);
  const one: Case = { dataset, measures: known, row };
  return Number.isNaN(partValue(one, measure.id)) ? null : explain(one, measure.aggregation);
}

function explain(one: Case, aggregation: Aggregation): ValueWorking | null {
  const { dataset, row } = one;
  switch (aggregation.type) {
    case 'attribute':
      return null;
    case 'tenure':
      return { type: 'daysBetween', from: row.lifeStart, to: row.asOf };
    case 'ratio':
    case 'formula':
    case 'zScore':
    case 'peerPercentile':
      return explainParts(one, aggregation);
    case 'distinctUsers':
    case 'distinctFeatures': {
      const of = aggregation.type === 'distinctUsers' ? 'users' : 'features';
      return { type: 'distinct', of, rows: usedRows(one, aggregation).length };
    }
    case 'recordCount':
    case 'recordSum':
    case 'recordNps':
    case 'latestRecord':
    case 'daysSinceRecord':
      return explainRecords(aggregation, usedRows(one, aggregation), row);
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
      const series = dataset.metrics.get(aggregation.metric);
      return series === undefined ? null : explainSeries(one, series, aggregation);
    }
    default:
      return assertNever(aggregation);
  }
}

function explainRecords(
  aggregation: Extract<Aggregation, { source: string }>,
  used: readonly SourceRow[],
  row: AsOfRow,
): ValueWorking | null {
  switch (aggregation.type) {
    case 'recordCount':
      return { type: 'recordCount', days: aggregation.lookbackDays };
    case 'recordSum':
      return { type: 'recordSum', records: used.length };
    case 'recordNps':
      return npsOf(used.map(({ text }) => cellNumber(text)));
    case 'latestRecord':
      return newest(used);
    case 'daysSinceRecord':
      return since(used, row);
  }
}

type SeriesAggregation = Extract<Aggregation, { metric: string }>;

function explainSeries(one: Case, series: MetricSeries, aggregation: SeriesAggregation): ValueWorking | null {
  const { grain } = series;
  switch (aggregation.type) {
    case 'latest':
      return newest(usedRows(one, aggregation));
    case 'daysSinceLast':
      return since(usedRows(one, aggregation), one.row);
    case 'nps':
      return npsOf(usedRows(one, aggregation).map(({ value }) => value ?? Number.NaN));
    case 'change': {
      const { type: _, ...window } = aggregation;
      const type = series.kind === 'flow' ? 'sum' : 'mean';
      const valueIn = (shift: number) => valueOfAggregation(one, { ...window, type, shift });
      const { lookback, shift } = aggregation;
      return { type: 'change', now: valueIn(shift), before: valueIn(shift + lookback) };
    }
    default: {
      const { numbers, empty } = windowUnits(one, series, aggregation);
      const units = numbers.length + empty;
      switch (aggregation.type) {
        case 'sum':
          return { type: 'sum', rows: numbers.length, empty, grain };
        case 'mean':
          return { type: 'mean', total: numbers.reduce((sum, value) => sum + value, 0), units, empty, grain };
        case 'slope':
          return { type: 'slope', points: units, empty, grain };
        default:
          return { type: aggregation.type, units, empty, grain };
      }
    }
  }
}

/** The numbers of a window, and its days or periods without a row that count as 0. */
function windowUnits(
  one: Case,
  series: MetricSeries,
  aggregation: Extract<SeriesAggregation, { lookback: number }>,
): { numbers: number[]; empty: number } {
  const { asOf, lifeStart } = one.row;
  const rows = rowsOfPart(one.dataset, aggregation, one.row).map(([, source]) => source);
  const numbers = rows.flatMap(({ value }) => value ?? []);
  if (!countsAsZero(series, 'noRow' in aggregation ? aggregation.noRow : 'byKind')) {
    return { numbers, empty: 0 };
  }
  const window = measureWindow(series, asOf, aggregation.lookback, aggregation.shift);
  const units = countUnits(series.grain, Math.max(window.firstInRange, lifeStart), window.lastInRange);
  return { numbers, empty: Math.max(0, units - rows.length) };
}

type Composite = Extract<Aggregation, { type: 'ratio' | 'formula' | 'zScore' | 'peerPercentile' }>;

function explainParts(one: Case, aggregation: Composite): ValueWorking | null {
  const partOf = (id: string) => ({ id, name: one.measures.get(id)?.name ?? '', value: partValue(one, id) });
  switch (aggregation.type) {
    case 'ratio':
      return {
        type: 'ratio',
        numerator: partOf(aggregation.numerator),
        denominator: partOf(aggregation.denominator),
      };
    case 'formula':
      return {
        type: 'formula',
        formula: aggregation.formula,
        parts: referencesOf(aggregation).map(partOf),
      };
    case 'zScore':
      return explainHistory(one, aggregation);
    case 'peerPercentile': {
      const { measure, attribute } = aggregation;
      const value = partValue(one, measure);
      const peers = peerGroup(one.dataset, attribute, one.row, (rows) => valuesOf(one, measure, rows));
      const below = peers.filter((other) => other < value).length;
      const equal = peers.filter((other) => other === value).length;
      return { type: 'peerPercentile', value, below, equal, peers: peers.length };
    }
  }
}

function explainHistory(
  one: Case,
  { measure, steps }: Extract<Aggregation, { type: 'zScore' }>,
): ValueWorking {
  const { row } = one;
  const values = Array.from({ length: steps }, (_, step) => monthsBefore(row.asOf, step + 1))
    .filter((asOf) => asOf >= row.lifeStart)
    .map((asOf) => partValue({ ...one, row: { ...row, asOf } }, measure))
    .filter((value) => !Number.isNaN(value));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (values.length - 1));
  return { type: 'zScore', value: partValue(one, measure), mean, deviation, months: values.length };
}

function usedRows({ dataset, row }: Case, aggregation: Aggregation): SourceRow[] {
  return rowsOfPart(dataset, aggregation, row).flatMap(([, source]) => (source.used ? source : []));
}

function newest(used: readonly SourceRow[]): ValueWorking | null {
  const day = used[0]?.day ?? null;
  return day === null ? null : { type: 'latest', day };
}

function since(used: readonly SourceRow[], { asOf }: AsOfRow): ValueWorking | null {
  const from = used[0]?.day ?? null;
  return from === null ? null : { type: 'daysBetween', from, to: asOf };
}

function npsOf(answers: readonly number[]): ValueWorking {
  return {
    type: 'nps',
    promoters: answers.filter((answer) => answer >= 9).length,
    detractors: answers.filter((answer) => answer <= 6).length,
    answers: answers.length,
  };
}

function valuesOf({ dataset, measures }: Case, id: string, rows: AsOfRows): Float64Array {
  const measure = measures.get(id);
  if (measure === undefined) return new Float64Array(rows.account.length).fill(Number.NaN);
  return computeMeasure(dataset, measure, measures, rows);
}

function partValue(one: Case, id: string): number {
  return valuesOf(one, id, rowsOf(one.row))[0] ?? Number.NaN;
}

function valueOfAggregation({ dataset, row }: Case, aggregation: Aggregation): number {
  const measure: Measure = { id: 'part', name: 'part', aggregation, direction: 'higher', actionable: false };
  return computeMeasure(dataset, measure, new Map(), rowsOf(row))[0] ?? Number.NaN;
}

function rowsOf({ account, lifeStart, recordsFrom, asOf }: AsOfRow): AsOfRows {
  return {
    account: Int32Array.of(account),
    lifeStart: Int32Array.of(lifeStart),
    recordsFrom: Int32Array.of(recordsFrom),
    asOf: Int32Array.of(asOf),
  };
}
