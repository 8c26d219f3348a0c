import { chiSquareUpperTail } from './chi-square.ts';

/** Times with events (1 came, 0 observation stopped) and the index of each row's group, 0 … groupCount − 1. */
export type GroupedTimes = {
  readonly times: ArrayLike<number>;
  readonly events: ArrayLike<number>;
  readonly group: ArrayLike<number>;
  readonly groupCount: number;
};

export type LogRank = {
  /** Events per group, and how many equal curves would give. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** The chance of curves at least this different if all groups were alike. */
  readonly p: number;
};

/** Whether survival differs between groups (log-rank test, every event weighing the same).
 * Groups that expect no event are left out; null when fewer than two remain or no event tells them apart.
 * Throws on NaN times. Source: R's survdiff with rho = 0 (Harrington & Fleming, Biometrika 69, 1982). */
export function logRank(data: GroupedTimes): LogRank | null {
  const sums = sumOverEventTimes(data);
  const kept = sums.expected.flatMap((expected, group) => (expected > 0 ? [group] : []));
  const free = kept.slice(1);
  if (free.length === 0) return null;
  const differences = free.map((group) => sums.observed[group]! - sums.expected[group]!);
  const matrix = free.map((row) => free.map((column) => sums.covariance[row]![column]!));
  const solved = solve(matrix, differences);
  if (solved === null) return null;
  const chiSquare = differences.reduce((sum, difference, index) => sum + difference * solved[index]!, 0);
  const p = chiSquareUpperTail(chiSquare, free.length);
  return { observed: sums.observed, expected: sums.expected, chiSquare, degreesOfFreedom: free.length, p };
}

type Sums = { observed: number[]; expected: number[]; covariance: number[][] };

function sumOverEventTimes({ times, events, group, groupCount }: GroupedTimes): Sums {
  const zeros = () => new Array<number>(groupCount).fill(0);
  const sums: Sums = {
    observed: zeros(),
    expected: zeros(),
    covariance: Array.from({ length: groupCount }, zeros),
  };
  const atRisk = zeros();
  const order = Int32Array.from({ length: times.length }, (_, row) => row);
  order.sort((a, b) => times[b]! - times[a]!);
  for (let start = 0; start < order.length; ) {
    const time = times[order[start]!]!;
    if (Number.isNaN(time)) throw new RangeError('missing times must be dropped first');
    let deaths = 0;
    let end = start;
    for (; end < order.length && times[order[end]!]! === time; end += 1) {
      const row = order[end]!;
      atRisk[group[row]!]! += 1;
      sums.observed[group[row]!]! += events[row]!;
      deaths += events[row]!;
    }
    if (deaths > 0) addEventTime(sums, atRisk, deaths, end);
    start = end;
  }
  return sums;
}

/** Adds one time's expectation and hypergeometric covariance; `total` are at risk over all groups. */
function addEventTime(sums: Sums, atRisk: readonly number[], deaths: number, total: number): void {
  const spread = total > 1 ? (deaths * (total - deaths)) / (total - 1) : 0;
  for (let i = 0; i < atRisk.length; i += 1) {
    const share = atRisk[i]! / total;
    sums.expected[i]! += deaths * share;
    for (let j = 0; j < atRisk.length; j += 1) {
      const other = atRisk[j]! / total;
      sums.covariance[i]![j]! += spread * share * ((i === j ? 1 : 0) - other);
    }
  }
}

/** Solves matrix · x = right by elimination with pivots; null when the matrix is singular. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] | null {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column; row < size; row += 1)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    const lead = rows[pivot]!;
    if (Math.abs(lead[column]!) < 1e-12) return null;
    rows[pivot] = rows[column]!;
    rows[column] = lead;
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const factor = rows[row]![column]! / lead[column]!;
      for (let k = column; k <= size; k += 1) rows[row]![k]! -= factor * lead[k]!;
    }
  }
  return rows.map((row, index) => row[size]! / row[index]!);
}
