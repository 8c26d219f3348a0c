import { roundValue } from '../measures/round-value.ts';
import type { MissingPolicy, ValueScale } from '../schemas/scorecard.ts';
import type { ColumnFacts } from './column-facts.ts';
import { missingPoints, NO_POINTS, scalePoints } from './points.ts';

/** Cells of the look-up table that finds a bin without a comparison per cut-off. */
const CELLS = 1024;

/**
 * Points of a column of values (NaN = missing), written into `out`. Same result as `scalePoints` per value. The fast
 * forms are long and free of unforeseeable branches, because a cut-off edit runs them over every as-of row: they take a
 * missing value for any number, and its row is written again at the end. A column whose range does not suit them takes
 * the plain form.
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
  const isDone =
    scale.type === 'bins' ? fillBins(scale, values, facts, out) : fillLinear(scale, values, facts, out);
  if (!isDone) for (let r = 0; r < values.length; r++) out[r] = scalePoints(scale, values[r]!);
  for (const row of facts.missingRows) out[row] = whenMissing;
}

/** Clipping by sign bits needs points inside 32 bits; cutting off the fraction is the floor where it counts (≥ 0). */
function fillLinear(
  { worst, best }: Extract<ValueScale, { type: 'linear' }>,
  values: Float64Array,
  { low, high }: ColumnFacts,
  out: Int16Array,
): boolean {
  const span = best - worst;
  const ends = [low, high].map((value) => Math.abs((10000 * (value - worst)) / span) + 1);
  if (!ends.every((end) => end < 2 ** 31)) return false;
  for (let r = 0; r < values.length; r++) {
    const raw = ((10000 * (values[r]! - worst)) / span + 0.5) | 0;
    const above0 = raw & ~(raw >> 31);
    const over = above0 - 10000;
    out[r] = 10000 + (over & (over >> 31));
  }
  return true;
}

/**
 * The range is cut into equal cells; cell numbers never fall as values rise, so a value in another cell than a cut-off
 * is on a known side of it, and only values in the cut-off's own cell are compared. One cut-off per cell at most.
 */
function fillBins(
  scale: Extract<ValueScale, { type: 'bins' }>,
  values: Float64Array,
  facts: ColumnFacts,
  out: Int16Array,
): boolean {
  const table = buildBinTable(scale, facts);
  if (table === null) return false;
  const { cutoff, points, perUnit } = table;
  const { low } = facts;
  for (let r = 0; r < values.length; r++) {
    const value = values[r]!;
    const cell = ((value - low) * perUnit) | 0;
    out[r] = points[2 * cell + (value >= cutoff[cell]! ? 1 : 0)]!;
  }
  return true;
}

/** Per cell its cut-off (Infinity = none), and its points below and from the cut-off on, side by side. */
function buildBinTable(scale: Extract<ValueScale, { type: 'bins' }>, { low, high }: ColumnFacts) {
  const perUnit = CELLS / (high - low);
  if (!(perUnit > 0 && perUnit < Number.POSITIVE_INFINITY)) return null;
  const cutoff = new Float64Array(CELLS + 2).fill(Number.POSITIVE_INFINITY);
  for (const cut of scale.cutoffs.map(roundValue)) {
    if (cut <= low || cut > high) continue;
    const cell = ((cut - low) * perUnit) | 0;
    if (cutoff[cell] !== Number.POSITIVE_INFINITY) return null;
    cutoff[cell] = cut;
  }
  const ofBin = scale.points.map((p) => Math.round(p * 100));
  let bin = scale.cutoffs.filter((cut) => roundValue(cut) <= low).length;
  const points = new Int16Array(2 * cutoff.length);
  for (let cell = 0; cell < cutoff.length; cell++) {
    points[2 * cell] = ofBin[bin]!;
    if (cutoff[cell] !== Number.POSITIVE_INFINITY) bin++;
    points[2 * cell + 1] = ofBin[bin]!;
  }
  return { cutoff, points, perUnit };
}
