import type { Aggregation, Measure } from '../schemas/measure.ts';
import { countedEvents, type EventAggregation, eventWindows } from './aggregate-events.ts';
import { cellNumber, filterRecords } from './aggregate-records.ts';
import { attributeAt } from './attribute-at.ts';
import { type Dataset, type MetricSeries, upperBound } from './dataset.ts';
import { measuresReached } from './measure-references.ts';
import { measureWindow } from './measure-window.ts';

/**
 * One imported row behind a value; `day` is null for an attribute, which has none. A cell that is no number is text.
 * `used` = the value is made from it: the newest answer of a "latest", the days above 0 of "active days", every number
 * of a sum. A row that was looked at and passed over (a blank, an older answer) is not.
 */
export interface SourceRow {
  readonly day: number | null;
  /** Metric, record source or attribute. */
  readonly source: string;
  readonly value: number | null;
  readonly text: string;
  readonly used: boolean;
}

/** Rows shown, newest first, and how many more there are: `moreUsed` of the `more` are used. */
export interface SourceRows {
  readonly rows: SourceRow[];
  readonly more: number;
  readonly moreUsed: number;
}

/** The as-of row whose value is looked into; see `AsOfRows`. */
export interface AsOfRow {
  readonly account: number;
  readonly lifeStart: number;
  readonly recordsFrom: number;
  readonly asOf: number;
}

/**
 * The rows that one account's value of a measure came from, point-in-time: those of the measure's window (both windows
 * of a change; every row up to the date where there is no window) and, for a measure made from others, of all of them
 * as of the same date. Rows that several of them use come once. At most `limit` are listed: the newest that are used,
 * then the newest that are not.
 */
export function sourceRows(
  dataset: Dataset,
  measure: Measure,
  measures: ReadonlyMap<string, Measure>,
  row: AsOfRow,
  limit: number,
): SourceRows {
  const known = new Map(measures).set(measure.id, measure);
  const found = new Map<string, SourceRow>();
  for (const id of measuresReached([measure.id], known)) {
    const part = known.get(id);
    if (part === undefined) continue;
    for (const [key, source] of rowsOfPart(dataset, part.aggregation, row)) {
      if (found.get(key)?.used !== true) found.set(key, source);
    }
  }
  const all = [...found.values()].sort(newestFirst);
  const used = all.filter((source) => source.used);
  const shown = [...used, ...all.filter((source) => !source.used)].slice(0, limit);
  return {
    rows: shown.sort(newestFirst),
    more: all.length - shown.length,
    moreUsed: Math.max(0, used.length - limit),
  };
}

function newestFirst(a: SourceRow, b: SourceRow): number {
  return (b.day ?? -Infinity) - (a.day ?? -Infinity) || a.source.localeCompare(b.source, 'en');
}

type KeyedRow = readonly [key: string, row: SourceRow];

/** Every row that an aggregation looks at, newest first, each under a key of its own. */
export function rowsOfPart(dataset: Dataset, aggregation: Aggregation, row: AsOfRow): KeyedRow[] {
  if ('metric' in aggregation) {
    const series = dataset.metrics.get(aggregation.metric);
    return series === undefined ? [] : metricRows(series, aggregation, row);
  }
  if ('source' in aggregation) return recordRows(dataset, aggregation, row);
  if ('eventSource' in aggregation) return eventRows(dataset, aggregation, row);
  if (aggregation.type !== 'attribute') return [];
  const text = attributeAt(dataset, aggregation.attribute)(row.account, row.asOf);
  const source = aggregation.attribute;
  return text === undefined
    ? []
    : [[`attribute ${source}`, { day: null, source, value: null, text, used: true }]];
}

/** Each user's act of a day by itself; a user's name stays in the file. */
function eventRows(dataset: Dataset, aggregation: EventAggregation, row: AsOfRow): KeyedRow[] {
  const source = dataset.events.get(aggregation.eventSource);
  if (source === undefined) return [];
  const { after, upTo } = eventWindows(source, aggregation)(row.asOf);
  const counted = countedEvents(source, aggregation.events);
  const rows: KeyedRow[] = [];
  const from = source.offsets[row.account]!;
  let i = upperBound(source.day, upTo, from, source.offsets[row.account + 1]!) - 1;
  for (; i >= from; i--) {
    const day = source.day[i]!;
    if (day <= after || day < row.lifeStart) break;
    if (counted[source.event[i]!] === 0 || source.knownOn[i]! > row.asOf) continue;
    if (aggregation.type === 'distinctUsers' && source.user[i]! < 0) continue;
    const text = source.eventNames[source.event[i]!] ?? '';
    const act = { day, source: source.name, value: source.quantity[i]!, text, used: true };
    rows.push([`event ${source.name} ${i}`, act]);
  }
  return rows;
}

type MetricAggregation = Extract<Aggregation, { metric: string }>;

/** Days with `after` < d ≤ `upTo` that the aggregation reads. */
function daysRead(
  series: MetricSeries,
  aggregation: MetricAggregation,
  { asOf }: AsOfRow,
): { after: number; upTo: number } {
  if (!('lookback' in aggregation)) return { after: -Infinity, upTo: asOf };
  const { lookback, shift } = aggregation;
  const length = aggregation.type === 'change' ? 2 * lookback : lookback;
  return measureWindow(series, asOf, length, shift);
}

function metricRows(series: MetricSeries, aggregation: MetricAggregation, row: AsOfRow): KeyedRow[] {
  const { after, upTo } = daysRead(series, aggregation, row);
  const from = series.offsets[row.account]!;
  const read: { i: number; day: number; value: number }[] = [];
  let i = upperBound(series.day, Math.min(upTo, row.asOf), from, series.offsets[row.account + 1]!) - 1;
  for (; i >= from; i--) {
    const day = series.day[i]!;
    if (day <= after || day < row.lifeStart) break;
    if (series.knownOn[i]! <= row.asOf) read.push({ i, day, value: series.value[i]! });
  }
  const isUsed = usedValues(
    aggregation.type,
    read.map(({ value }) => value),
  );
  return read.map(({ i: at, day, value }, n) => [
    `metric ${series.name} ${at}`,
    { day, source: series.name, value: Number.isNaN(value) ? null : value, text: '', used: isUsed(value, n) },
  ]);
}

/** Which values, newest first, an aggregation is made from; blanks (NaN) never. */
function usedValues(
  type: MetricAggregation['type'],
  values: readonly number[],
): (value: number, n: number) => boolean {
  switch (type) {
    case 'latest': {
      const first = values.findIndex((value) => !Number.isNaN(value));
      return (_, n) => n === first;
    }
    case 'daysSinceLast': {
      const first = values.findIndex((value) => value > 0);
      return (_, n) => n === first;
    }
    case 'activeDays':
      return (value) => value > 0;
    case 'min':
    case 'max': {
      const numbers = values.filter((value) => !Number.isNaN(value));
      const edge = numbers.reduce((a, b) => Math[type](a, b), numbers[0] ?? Number.NaN);
      return (value) => value === edge;
    }
    case 'nps':
      return (value) => value >= 0 && value <= 10;
    default:
      return (value) => !Number.isNaN(value);
  }
}

type RecordAggregation = Extract<Aggregation, { source: string }>;

function recordRows(dataset: Dataset, aggregation: RecordAggregation, row: AsOfRow): KeyedRow[] {
  const source = dataset.records.get(aggregation.source);
  if (source === undefined) return [];
  const after = 'lookbackDays' in aggregation ? row.asOf - aggregation.lookbackDays : -Infinity;
  const isOpenOnly = aggregation.type === 'recordCount' && aggregation.openOnly;
  const passes = filterRecords(source, aggregation.filters);
  const column = 'column' in aggregation ? aggregation.column : null;
  const read: { i: number; day: number; text: string }[] = [];
  const from = source.offsets[row.account]!;
  let i = upperBound(source.day, row.asOf, from, source.offsets[row.account + 1]!) - 1;
  for (; i >= from; i--) {
    const day = source.day[i]!;
    if (day <= after || day < row.recordsFrom) break;
    if (passes[i] === 0 || source.knownOn[i]! > row.asOf || (isOpenOnly && source.closedDay[i]! <= row.asOf))
      continue;
    const cells = column === null ? [...source.columns.values()] : [source.columns.get(column) ?? []];
    read.push({ i, day, text: cells.flatMap((cell) => cell[i] || []).join(' · ') });
  }
  const isUsed = usedRecords(
    aggregation.type,
    read.map(({ text }) => text),
  );
  return read.map(({ i: at, day, text }, n) => [
    `record ${source.name} ${at}`,
    { day, source: source.name, value: null, text, used: isUsed(text, n) },
  ]);
}

/** Which records, newest first, an aggregation is made from. */
function usedRecords(
  type: RecordAggregation['type'],
  texts: readonly string[],
): (text: string, n: number) => boolean {
  switch (type) {
    case 'recordCount':
      return () => true;
    case 'daysSinceRecord':
      return (_, n) => n === 0;
    case 'recordSum':
      return (text) => !Number.isNaN(cellNumber(text));
    case 'recordNps':
      return (text) => cellNumber(text) >= 0 && cellNumber(text) <= 10;
    case 'latestRecord': {
      const first = texts.findIndex((text) => !Number.isNaN(cellNumber(text)));
      return (_, n) => n === first;
    }
  }
}
