import { buildPanel } from '../backtest/build-panel.ts';
import { type AttributeAt, attributeAt } from './attribute-at.ts';
import type { AsOfRows } from './compute-measure.ts';
import type { Dataset } from './dataset.ts';

/** Rows of peers held at once: dates are worked off in groups. */
const ROWS_AT_ONCE = 1_000_000;

/**
 * Mid-rank percentile of each row among its peers, 0–100: 100·(below + ½·equal) ÷ n. Peers are the accounts under
 * contract on the row's date whose notice was not known by then and that have a value; with an attribute only those
 * with the same text of it on that date (a row without one is missing). They come from the lives, not from the rows asked for, so
 * one account alone gets the same number as in a back-test of all, whatever minimum tenure that one sets.
 * @param valuesAt values of the measure for as-of rows, rounded, NaN = missing
 */
export function peerPercentiles(
  dataset: Dataset,
  attribute: string | null,
  rows: AsOfRows,
  valuesAt: (rows: AsOfRows) => Float64Array,
): Float64Array {
  const own = valuesAt(rows);
  const percentiles = new Float64Array(own.length).fill(Number.NaN);
  const groupOf = attribute === null ? () => '' : textReader(dataset, attribute);
  const rowsOfDay = groupByDay(rows);
  const daysAtOnce = Math.max(1, Math.floor(ROWS_AT_ONCE / Math.max(1, dataset.accountIds.length)));
  const days = [...rowsOfDay.keys()].sort((a, b) => a - b);
  for (let from = 0; from < days.length; from += daysAtOnce) {
    const some = days.slice(from, from + daysAtOnce);
    const peers = peerValues(dataset, some, groupOf, valuesAt);
    for (const day of some) {
      for (const r of rowsOfDay.get(day)!) {
        const group = groupOf(rows.account[r]!, day);
        const sorted = group === undefined ? undefined : peers.get(day)?.get(group);
        if (sorted !== undefined && !Number.isNaN(own[r]!)) percentiles[r] = percentileIn(sorted, own[r]!);
      }
    }
  }
  return percentiles;
}

/**
 * Values of the peers that one account is ranked among on a date, its own included, ascending; empty where it has none.
 * @param valuesAt values of the measure for as-of rows, rounded, NaN = missing
 */
export function peerGroup(
  dataset: Dataset,
  attribute: string | null,
  { account, asOf }: { readonly account: number; readonly asOf: number },
  valuesAt: (rows: AsOfRows) => Float64Array,
): Float64Array {
  const groupOf = attribute === null ? () => '' : textReader(dataset, attribute);
  const group = groupOf(account, asOf);
  const peers = peerValues(dataset, [asOf], groupOf, valuesAt).get(asOf);
  return (group === undefined ? undefined : peers?.get(group)) ?? new Float64Array(0);
}

function textReader(dataset: Dataset, attribute: string): AttributeAt {
  const textAt = attributeAt(dataset, attribute);
  return (account, asOf) => textAt(account, asOf) || undefined;
}

function groupByDay(rows: AsOfRows): Map<number, number[]> {
  const rowsOfDay = new Map<number, number[]>();
  rows.asOf.forEach((day, r) => {
    const known = rowsOfDay.get(day);
    if (known === undefined) rowsOfDay.set(day, [r]);
    else known.push(r);
  });
  return rowsOfDay;
}

/** Values of all peers by date and group, ascending. */
function peerValues(
  dataset: Dataset,
  days: readonly number[],
  groupOf: AttributeAt,
  valuesAt: (rows: AsOfRows) => Float64Array,
): Map<number, Map<string, Float64Array>> {
  const panel = buildPanel(dataset.lives, {
    schedule: { type: 'typed', days: [...days] },
    gapDays: 0,
    horizonDays: 1,
    minimumTenureDays: 0,
    outcomeDate: 'noticeOrEffective',
    knownThrough: days.at(-1) ?? 0,
    testFrom: null,
    capacityPerAsOf: 1,
    seed: 0,
  });
  const lists = new Map<number, Map<string, number[]>>(days.map((day) => [day, new Map()]));
  valuesAt(panel).forEach((value, r) => {
    const group = groupOf(panel.account[r]!, panel.asOf[r]!);
    if (group === undefined || Number.isNaN(value)) return;
    const groups = lists.get(panel.asOf[r]!)!;
    const list = groups.get(group);
    if (list === undefined) groups.set(group, [value]);
    else list.push(value);
  });
  const sortGroups = (groups: Map<string, number[]>) =>
    new Map([...groups].map(([group, list]) => [group, Float64Array.from(list).sort()]));
  return new Map([...lists].map(([day, groups]) => [day, sortGroups(groups)]));
}

function percentileIn(sorted: Float64Array, value: number): number {
  const below = countBelow(sorted, (other) => other < value);
  const upTo = countBelow(sorted, (other) => other <= value);
  return (50 * (below + upTo)) / sorted.length;
}

/** How many entries of an ascending list pass a test that holds for a beginning of it. */
function countBelow(sorted: Float64Array, passes: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
