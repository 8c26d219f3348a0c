import { periodEnd } from '../../../shared/csv/calendar.ts';
import type { AsOfRows } from '../../../shared/measures/compute-measure.ts';
import { roundValue } from '../../../shared/measures/round-value.ts';
import type { Aggregation, RecordFilter } from '../../../shared/schemas/measure.ts';
import {
  eventNames,
  type Facts,
  type MetricFacts,
  type RecordFact,
  type ValueFact,
} from '../../helpers/random-dataset.ts';

/** The slow, obvious twin of the aggregations: walks days one by one over plain rows (design note "Measures"). */
export function slowValues(all: Facts, aggregation: Aggregation, rows: AsOfRows): number[] {
  return Array.from(rows.account, (account, r) =>
    slowValue(all, aggregation, {
      account,
      start: rows.lifeStart[r]!,
      recordsFrom: rows.recordsFrom[r]!,
      asOf: rows.asOf[r]!,
    }),
  );
}

interface Row {
  readonly account: number;
  readonly start: number;
  readonly recordsFrom: number;
  readonly asOf: number;
}

type NoRow = 'byKind' | 'zero' | 'missing';

function slowValue(all: Facts, aggregation: Aggregation, row: Row): number {
  if (aggregation.type === 'tenure') return row.asOf - row.start;
  if (aggregation.type === 'recordCount') return slowRecordCount(all, aggregation, row);
  if (aggregation.type === 'daysSinceRecord') return slowDaysSinceRecord(all, aggregation, row);
  if (
    aggregation.type === 'recordSum' ||
    aggregation.type === 'recordNps' ||
    aggregation.type === 'latestRecord'
  ) {
    return slowRating(all, aggregation, row);
  }
  if (aggregation.type === 'attribute') return slowTier(all, row);
  if (aggregation.type === 'distinctUsers' || aggregation.type === 'distinctFeatures') {
    return slowDistinct(all, aggregation, row);
  }
  if (!('metric' in aggregation)) throw new Error(`no twin of ${aggregation.type}`);
  const metric = all.metrics.find(({ name }) => name === aggregation.metric);
  if (metric === undefined) return Number.NaN;
  switch (aggregation.type) {
    case 'latest': {
      const last = lastDayWith(metric, row, (value) => !Number.isNaN(value));
      if (last === null) return Number.NaN;
      const { staleAfterDays } = aggregation;
      return staleAfterDays !== null && row.asOf - last.day > staleAfterDays ? Number.NaN : last.value;
    }
    case 'daysSinceLast': {
      const last = lastDayWith(metric, row, (value) => value > 0);
      return last === null ? Number.NaN : row.asOf - last.day;
    }
    case 'change': {
      const { lookback, shift, noRow } = aggregation;
      const now = valuesInWindow(metric, row, lookback, shift, noRow);
      const before = valuesInWindow(metric, row, lookback, shift + lookback, noRow);
      const pick = metric.kind === 'flow' ? add : mean;
      if (now.length === 0 || before.length === 0 || roundValue(pick(before)) === 0) return Number.NaN;
      return pick(now) / pick(before) - 1;
    }
    case 'slope': {
      const { lookback, shift, noRow } = aggregation;
      return slowSlope(unitsInWindow(metric, row, lookback, shift, noRow));
    }
    case 'nps': {
      const { lookback, shift } = aggregation;
      return slowNps(valuesInWindow(metric, row, lookback, shift, 'missing'));
    }
    default: {
      const noRow = 'noRow' in aggregation ? aggregation.noRow : 'byKind';
      const values = valuesInWindow(metric, row, aggregation.lookback, aggregation.shift, noRow);
      return values.length === 0 ? Number.NaN : combine[aggregation.type](values);
    }
  }
}

const combine = {
  sum: add,
  mean,
  min: (values: readonly number[]) => Math.min(...values),
  max: (values: readonly number[]) => Math.max(...values),
  activeDays: (values: readonly number[]) => values.filter((value) => value > 0).length,
} as const;

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function mean(values: readonly number[]): number {
  return add(values) / values.length;
}

/** Least squares from all pairs of points: Σ dx·dy ÷ Σ dx², per 30 days. */
function slowSlope(points: readonly { day: number; value: number }[]): number {
  let above = 0;
  let below = 0;
  for (const one of points) {
    for (const other of points) {
      above += (one.day - other.day) * (one.value - other.value);
      below += (one.day - other.day) ** 2;
    }
  }
  return points.length < 2 ? Number.NaN : (30 * above) / below;
}

/** % of 9 and 10 minus % of 0 to 6 among the numbers from 0 to 10. */
function slowNps(values: readonly number[]): number {
  const answers = values.filter((value) => value >= 0 && value <= 10);
  const percent = (counts: (value: number) => boolean) =>
    (100 * answers.filter(counts).length) / answers.length;
  return percent((value) => value >= 9) - percent((value) => value <= 6);
}

function valuesInWindow(
  metric: MetricFacts,
  row: Row,
  lookback: number,
  shift: number,
  noRow: NoRow,
): number[] {
  return unitsInWindow(metric, row, lookback, shift, noRow).map((unit) => unit.value);
}

/** Values of the days (or periods) of a window, oldest first; a unit without a row is 0, or left out. */
function unitsInWindow(
  metric: MetricFacts,
  row: Row,
  lookback: number,
  shift: number,
  noRow: NoRow,
): { day: number; value: number }[] {
  const known = metric.rows.filter((fact) => fact.knownOn <= row.asOf);
  const fills = noRow === 'zero' || (noRow === 'byKind' && metric.kind === 'flow');
  const firstDay = Math.min(...known.map((fact) => fact.day));
  const lastDay = Math.max(...known.map((fact) => fact.day));
  return unitsOfWindow(metric, row.asOf, lookback, shift).flatMap((day) => {
    if (day < row.start) return [];
    const fact = known.find((candidate) => candidate.account === row.account && candidate.day === day);
    if (fact !== undefined) return Number.isNaN(fact.value) ? [] : [{ day, value: fact.value }];
    return fills && day >= firstDay && day <= lastDay ? [{ day, value: 0 }] : [];
  });
}

/** Days, or last days of periods that had ended and could be known, found by walking back day by day. */
function unitsOfWindow(
  metric: Pick<MetricFacts, 'grain' | 'lagDays'>,
  asOf: number,
  lookback: number,
  shift: number,
): number[] {
  const units: number[] = [];
  const newest = metric.grain === 'day' ? asOf : asOf - metric.lagDays;
  for (let day = newest; units.length < shift + lookback; day--) {
    if (periodEnd(day, metric.grain) === day) units.push(day);
  }
  return units.slice(shift).reverse();
}

function lastDayWith(metric: MetricFacts, row: Row, counts: (value: number) => boolean): ValueFact | null {
  for (let day = row.asOf; day >= row.start; day--) {
    const fact = metric.rows.find(
      (candidate) =>
        candidate.account === row.account &&
        candidate.day === day &&
        candidate.knownOn <= row.asOf &&
        counts(candidate.value),
    );
    if (fact !== undefined) return fact;
  }
  return null;
}

/** What a rating says; no other cell of the tests means a number. */
const numbers: Readonly<Record<string, number>> = {
  ...{ '0': 0, '5': 5, '6': 6, '7': 7, '８': 8, '8.5': 8.5, '9': 9, '１０': 10, '11': 11 },
};

/** The bounds of the tests are all 7. */
function passesAll(filters: readonly RecordFilter[], { kind, rating }: RecordFact): boolean {
  return filters.every(({ column, operator, value }) => {
    const cell = column === 'kind' ? kind : rating;
    if (operator === 'equals') return cell === value;
    if (operator === 'notEquals') return cell !== value;
    if (operator === 'contains') return cell.split(value).length > 1;
    const number = numbers[cell];
    return number !== undefined && (operator === 'atLeast' ? number >= 7 : number <= 7);
  });
}

/** Records opened in the window that pass, still open where asked. */
function slowRecordCount(
  all: Facts,
  aggregation: Extract<Aggregation, { type: 'recordCount' }>,
  row: Row,
): number {
  const known = all.tickets.filter((ticket) => ticket.day <= row.asOf && ticket.knownOn <= row.asOf);
  let count = 0;
  let isInRange = false;
  for (let day = row.asOf - aggregation.lookbackDays + 1; day <= row.asOf; day++) {
    if (known.some((ticket) => ticket.day <= day) && known.some((ticket) => ticket.day >= day))
      isInRange = true;
    if (day < row.recordsFrom) continue;
    count += known.filter(
      (ticket) =>
        ticket.account === row.account &&
        ticket.day === day &&
        passesAll(aggregation.filters, ticket) &&
        !(aggregation.openOnly && ticket.closedDay <= row.asOf),
    ).length;
  }
  return isInRange ? count : Number.NaN;
}

function slowDaysSinceRecord(
  all: Facts,
  { filters }: Extract<Aggregation, { type: 'daysSinceRecord' }>,
  row: Row,
): number {
  const days = all.tickets
    .filter((ticket) => ticket.account === row.account && ticket.day <= row.asOf)
    .filter((ticket) => passesAll(filters, ticket))
    .filter(({ knownOn }) => knownOn <= row.asOf)
    .map((ticket) => ticket.day)
    .filter((day) => day >= row.recordsFrom);
  return days.length === 0 ? Number.NaN : row.asOf - Math.max(...days);
}

/** Sum, NPS or newest of the ratings. */
function slowRating(all: Facts, aggregation: Extract<Aggregation, { column: string }>, row: Row): number {
  const known = all.tickets.filter((ticket) => ticket.day <= row.asOf && ticket.knownOn <= row.asOf);
  const from =
    'lookbackDays' in aggregation ? row.asOf - aggregation.lookbackDays + 1 : Number.NEGATIVE_INFINITY;
  const passing = known
    .filter(({ account, day }) => account === row.account && day >= from && day >= row.recordsFrom)
    .filter((ticket) => passesAll(aggregation.filters, ticket));
  const rated = passing.flatMap(({ day, rating }) => {
    const value = numbers[rating];
    return value === undefined ? [] : [{ day, value }];
  });
  if (aggregation.type === 'recordNps') return slowNps(rated.map(({ value }) => value));
  if (aggregation.type === 'recordSum') {
    if (passing.length > 0) return rated.length === 0 ? Number.NaN : add(rated.map(({ value }) => value));
    const days = known.map(({ day }) => day);
    const isInRange = days.some((day) => day >= from) && known.length > 0;
    return isInRange ? 0 : Number.NaN;
  }
  if (aggregation.type !== 'latestRecord') throw new Error('no twin');
  const newest = rated.at(-1);
  const { staleAfterDays } = aggregation;
  if (newest === undefined) return Number.NaN;
  return staleAfterDays !== null && row.asOf - newest.day > staleAfterDays ? Number.NaN : newest.value;
}

/** The tier that held on the day; before the first dated one that of the import (7, none, 8, 9). */
function slowTier(all: Facts, row: Row): number {
  const held = all.tiers.filter(({ account, fromDay }) => account === row.account && fromDay <= row.asOf);
  const text = held.at(-1)?.value ?? ['7', '', '8', '9'][row.account]!;
  return text === '' ? Number.NaN : Number(text.replace(',', ''));
}

/** Distinct users or events over the window's days, walked one by one. */
function slowDistinct(
  all: Facts,
  aggregation: Extract<Aggregation, { eventSource: string }>,
  row: Row,
): number {
  const { period, lookback, shift, events } = aggregation;
  const known = all.acts.filter((act) => act.knownOn <= row.asOf);
  const grain = { grain: period, lagDays: 2 };
  const units = unitsOfWindow(grain, row.asOf, lookback, shift);
  const days = new Set<number>();
  for (let day = units[0]! - 31; day <= units.at(-1)!; day++) {
    if (units.includes(periodEnd(day, period))) days.add(day);
  }
  const own = known.filter(
    (act) =>
      act.account === row.account &&
      days.has(act.day) &&
      act.day >= row.start &&
      (events.length === 0 || events.includes(eventNames[act.event]!)),
  );
  const keys = new Set(
    aggregation.type === 'distinctUsers'
      ? own.map((act) => act.user).filter((user) => user >= 0)
      : own.map((act) => act.event),
  );
  const isInRange = [...days].some(
    (day) => day >= row.start && known.some((act) => act.day <= day) && known.some((act) => act.day >= day),
  );
  return keys.size > 0 || isInRange ? keys.size : Number.NaN;
}
