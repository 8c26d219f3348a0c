import type { Measure } from '../schemas/measure.ts';
import { countedEvents, type EventAggregation, eventWindows } from './aggregate-events.ts';
import { filterRecords } from './aggregate-records.ts';
import { attributeAt } from './attribute-at.ts';
import { type Dataset, type MetricSeries, upperBound } from './dataset.ts';
import { measuresReached } from './measure-references.ts';
import { measureWindow } from './measure-window.ts';

/** One imported row behind a value; `day` is null for an attribute, which has none. A cell that is no number is text. */
export interface SourceRow {
  readonly day: number | null;
  /** Metric, record source or attribute. */
  readonly source: string;
  readonly value: number | null;
  readonly text: string;
}

/** The as-of row whose value is looked into; see `AsOfRows`. */
export interface AsOfRow {
  readonly account: number;
  readonly lifeStart: number;
  readonly recordsFrom: number;
  readonly asOf: number;
}

/**
 * The newest rows that one account's value of a measure came from, point-in-time, newest first: those of the measure's
 * window (both windows of a change; every row up to the date where there is no window) and, for a measure made from
 * others, of all of them as of the same date. Rows that several of them use come once.
 */
export function sourceRows(
  dataset: Dataset,
  measure: Measure,
  measures: ReadonlyMap<string, Measure>,
  row: AsOfRow,
  limit: number,
): SourceRow[] {
  const known = new Map(measures).set(measure.id, measure);
  const found = new Map<string, SourceRow>();
  for (const id of measuresReached([measure.id], known)) {
    const part = known.get(id);
    if (part === undefined) continue;
    for (const [key, source] of rowsOfPart(dataset, part, row, limit)) found.set(key, source);
  }
  return [...found.values()]
    .sort((a, b) => (b.day ?? -Infinity) - (a.day ?? -Infinity) || a.source.localeCompare(b.source, 'en'))
    .slice(0, limit);
}

type KeyedRow = readonly [key: string, row: SourceRow];

function rowsOfPart(dataset: Dataset, { aggregation }: Measure, row: AsOfRow, limit: number): KeyedRow[] {
  if ('metric' in aggregation) {
    const series = dataset.metrics.get(aggregation.metric);
    if (series === undefined) return [];
    return metricRows(series, daysRead(series, aggregation, row), row, limit);
  }
  if ('source' in aggregation) return recordRows(dataset, aggregation, row, limit);
  if ('eventSource' in aggregation) return eventRows(dataset, aggregation, row, limit);
  if (aggregation.type !== 'attribute') return [];
  const text = attributeAt(dataset, aggregation.attribute)(row.account, row.asOf);
  const source = aggregation.attribute;
  return text === undefined ? [] : [[`attribute ${source}`, { day: null, source, value: null, text }]];
}

/** Newest events of the window, each user's act of a day by itself; a user's name stays in the file. */
function eventRows(dataset: Dataset, aggregation: EventAggregation, row: AsOfRow, limit: number): KeyedRow[] {
  const source = dataset.events.get(aggregation.eventSource);
  if (source === undefined) return [];
  const { after, upTo } = eventWindows(source, aggregation)(row.asOf);
  const counted = countedEvents(source, aggregation.events);
  const rows: KeyedRow[] = [];
  const from = source.offsets[row.account]!;
  let i = upperBound(source.day, upTo, from, source.offsets[row.account + 1]!) - 1;
  for (; i >= from && rows.length < limit; i--) {
    const day = source.day[i]!;
    if (day <= after || day < row.lifeStart) break;
    if (counted[source.event[i]!] === 0 || source.knownOn[i]! > row.asOf) continue;
    if (aggregation.type === 'distinctUsers' && source.user[i]! < 0) continue;
    const text = source.eventNames[source.event[i]!] ?? '';
    rows.push([`event ${source.name} ${i}`, { day, source: source.name, value: source.quantity[i]!, text }]);
  }
  return rows;
}

/** Days with `after` < d ≤ `upTo` that the aggregation reads. */
function daysRead(
  series: MetricSeries,
  aggregation: Extract<Measure['aggregation'], { metric: string }>,
  { asOf }: AsOfRow,
): { after: number; upTo: number } {
  if (!('lookback' in aggregation)) return { after: -Infinity, upTo: asOf };
  const { lookback, shift } = aggregation;
  const length = aggregation.type === 'change' ? 2 * lookback : lookback;
  return measureWindow(series, asOf, length, shift);
}

function metricRows(
  series: MetricSeries,
  { after, upTo }: { after: number; upTo: number },
  row: AsOfRow,
  limit: number,
): KeyedRow[] {
  const rows: KeyedRow[] = [];
  const from = series.offsets[row.account]!;
  let i = upperBound(series.day, Math.min(upTo, row.asOf), from, series.offsets[row.account + 1]!) - 1;
  for (; i >= from && rows.length < limit; i--) {
    const day = series.day[i]!;
    if (day <= after || day < row.lifeStart) break;
    if (series.knownOn[i]! > row.asOf) continue;
    const value = Number.isNaN(series.value[i]!) ? null : series.value[i]!;
    rows.push([`metric ${series.name} ${i}`, { day, source: series.name, value, text: '' }]);
  }
  return rows;
}

function recordRows(
  dataset: Dataset,
  aggregation: Extract<Measure['aggregation'], { source: string }>,
  row: AsOfRow,
  limit: number,
): KeyedRow[] {
  const source = dataset.records.get(aggregation.source);
  if (source === undefined) return [];
  const after = 'lookbackDays' in aggregation ? row.asOf - aggregation.lookbackDays : -Infinity;
  const isOpenOnly = aggregation.type === 'recordCount' && aggregation.openOnly;
  const passes = filterRecords(source, aggregation.filters);
  const column = 'column' in aggregation ? aggregation.column : null;
  const rows: KeyedRow[] = [];
  const from = source.offsets[row.account]!;
  let i = upperBound(source.day, row.asOf, from, source.offsets[row.account + 1]!) - 1;
  for (; i >= from && rows.length < limit; i--) {
    const day = source.day[i]!;
    if (day <= after || day < row.recordsFrom) break;
    if (passes[i] === 0 || source.knownOn[i]! > row.asOf || (isOpenOnly && source.closedDay[i]! <= row.asOf))
      continue;
    const cells = column === null ? [...source.columns.values()] : [source.columns.get(column) ?? []];
    const text = cells.flatMap((cell) => cell[i] || []).join(' · ');
    rows.push([`record ${source.name} ${i}`, { day, source: source.name, value: null, text }]);
  }
  return rows;
}
