import { roundValue } from '../measures/round-value.ts';
import type { MissingPolicy, ValueScale } from '../schemas/scorecard.ts';
import type { ColumnFacts } from './column-facts.ts';
import { missingPoints, NO_POINTS, scalePoints } from './points.ts';

type BinScale = Extract<ValueScale, { type: 'bins' }>;
type LinearScale = Extract<ValueScale, { type: 'linear' }>;

/**
 * Points of a column of values (NaN = missing), written into `out`. Same result as `scalePoints` per value. The
 * loops are long and free of unforeseeable branches, because a cut-off edit runs them over every as-of row: they take a
 * missing value for any number, and its row is written again at the end.
 * @param facts the column's own
 * @param excluded what stands for NO_POINTS in `out`
 */
export function fillPoints(
  { scale, missing }: { readonly scale: ValueScale; readonly missing: MissingPolicy },
  values: Float64Array,
  facts: ColumnFacts,
  out: Int16Array,
  excluded: number = NO_POINTS,
): void {
  const policyPoints = missingPoints(missing);
  const whenMissing = policyPoints === NO_POINTS ? excluded : policyPoints;
  if (scale.type === 'bins') fillBins(scale, values, out);
  else if (suitsLinear(scale, facts)) fillLinear(scale, values, out);
  else for (let r = 0; r < values.length; r++) out[r] = scalePoints(scale, values[r]!);
  const { missingRows } = facts;
  for (let i = 0; i < missingRows.length; i++) out[missingRows[i]!] = whenMissing;
}

/** Clipping by sign bits needs points inside 32 bits. */
function suitsLinear({ worst, best }: LinearScale, { low, high }: ColumnFacts): boolean {
  return [low, high].every((value) => Math.abs((10000 * (value - worst)) / (best - worst)) + 1 < 2 ** 31);
}

/** Cutting off the fraction is the floor where it counts (≥ 0). */
function fillLinear({ worst, best }: LinearScale, values: Float64Array, out: Int16Array): void {
  const span = best - worst;
  for (let r = 0; r < values.length; r++) {
    const raw = ((10000 * (values[r]! - worst)) / span + 0.5) | 0;
    const above0 = raw & ~(raw >> 31);
    const over = above0 - 10000;
    out[r] = 10000 + (over & (over >> 31));
  }
}

/** Four cut-offs per pass: the first writes the points of the bin so far, each later one adds what its bins change. */
function fillBins(scale: BinScale, values: Float64Array, out: Int16Array): void {
  const cutoffs = scale.cutoffs.map(roundValue);
  const ofBin = scale.points.map((points) => Math.round(points * 100));
  const five = (from: number, less: number) =>
    Int16Array.from({ length: 5 }, (_, b) => (ofBin[from + b] ?? less) - less);
  setByFour(values, cutoffs, five(0, 0), out);
  for (let from = 4; from < cutoffs.length; from += 4) {
    addByFour(values, cutoffs.slice(from), five(from, ofBin[from]!), out);
  }
}

/** Writes `points[n]` where a value reaches n of the first four cut-offs; comparing all four is faster than branching. */
function setByFour(
  values: Float64Array,
  [a = Infinity, b = Infinity, c = Infinity, d = Infinity]: readonly number[],
  points: Int16Array,
  out: Int16Array,
): void {
  for (let r = 0; r < values.length; r++) {
    const value = values[r]!;
    out[r] = points[Number(value >= a) + Number(value >= b) + Number(value >= c) + Number(value >= d)]!;
  }
}

function addByFour(
  values: Float64Array,
  [a = Infinity, b = Infinity, c = Infinity, d = Infinity]: readonly number[],
  points: Int16Array,
  out: Int16Array,
): void {
  for (let r = 0; r < values.length; r++) {
    const value = values[r]!;
    out[r]! += points[Number(value >= a) + Number(value >= b) + Number(value >= c) + Number(value >= d)]!;
  }
}
