import { roundValue } from '../measures/round-value.ts';
import type { MissingPolicy, ValueScale } from '../schemas/scorecard.ts';
import type { ColumnFacts } from './column-facts.ts';
import { missingPoints, NO_POINTS, scalePoints } from './points.ts';

type Range = Pick<ColumnFacts, 'low' | 'high'>;

/** Cells of the look-up table that finds a bin without a comparison per cut-off. */
const CELLS = 1024;

/**
 * Points of a column of values (NaN = missing), written into `out`. Same result as `scalePoints` per value. The fast
 * forms are long and free of unforeseeable branches, because a cut-off edit runs them over every as-of row; a column
 * whose range does not suit them takes the plain form.
 * @param range lowest and highest value of the column
 * @param excluded what stands for NO_POINTS in `out`
 */
export function fillPoints(
  { scale, missing }: { readonly scale: ValueScale; readonly missing: MissingPolicy },
  values: Float64Array,
  range: Range,
  out: Int16Array,
  excluded: number = NO_POINTS,
): void {
  const policyPoints = missingPoints(missing);
  const whenMissing = policyPoints === NO_POINTS ? excluded : policyPoints;
  const isDone =
    scale.type === 'bins'
      ? fillBins(scale, whenMissing, values, range, out)
      : fillLinear(scale, whenMissing, values, range, out);
  if (isDone) return;
  for (let r = 0; r < values.length; r++) {
    out[r] = Number.isNaN(values[r]!) ? whenMissing : scalePoints(scale, values[r]!);
  }
}

/** Clipping by sign bits needs points inside 32 bits; cutting off the fraction is the floor where it counts (≥ 0). */
function fillLinear(
  { worst, best }: Extract<ValueScale, { type: 'linear' }>,
  whenMissing: number,
  values: Float64Array,
  { low, high }: Range,
  out: Int16Array,
): boolean {
  const span = best - worst;
  const ends = [low, high].map((value) => Math.abs((10000 * (value - worst)) / span) + 1);
  if (!ends.every((end) => end < 2 ** 31)) return false;
  for (let r = 0; r < values.length; r++) {
    const value = values[r]!;
    const raw = ((10000 * (value - worst)) / span + 0.5) | 0;
    const above0 = raw & ~(raw >> 31);
    const over = above0 - 10000;
    out[r] = Number.isNaN(value) ? whenMissing : 10000 + (over & (over >> 31));
  }
  return true;
}

/**
 * The range is cut into equal cells; cell numbers never fall as values rise, so a value in another cell than a cut-off
 * is on a known side of it, and only values in the cut-off's own cell are compared. One cut-off per cell at most.
 */
function fillBins(
  scale: Extract<ValueScale, { type: 'bins' }>,
  whenMissing: number,
  values: Float64Array,
  range: Range,
  out: Int16Array,
): boolean {
  const table = buildBinTable(scale, range);
  if (table === null) return false;
  const { cutoff, below, above, perUnit } = table;
  const { low } = range;
  for (let r = 0; r < values.length; r++) {
    const value = values[r]!;
    const cell = ((value - low) * perUnit) | 0;
    const points = value >= cutoff[cell]! ? above[cell]! : below[cell]!;
    out[r] = Number.isNaN(value) ? whenMissing : points;
  }
  return true;
}

function buildBinTable(scale: Extract<ValueScale, { type: 'bins' }>, { low, high }: Range) {
  const perUnit = CELLS / (high - low);
  if (!(perUnit > 0 && perUnit < Number.POSITIVE_INFINITY)) return null;
  const cutoff = new Float64Array(CELLS + 2).fill(Number.POSITIVE_INFINITY);
  for (const cut of scale.cutoffs.map(roundValue)) {
    if (cut <= low || cut > high) continue;
    const cell = ((cut - low) * perUnit) | 0;
    if (cutoff[cell] !== Number.POSITIVE_INFINITY) return null;
    cutoff[cell] = cut;
  }
  const points = scale.points.map((p) => Math.round(p * 100));
  let bin = scale.cutoffs.filter((cut) => roundValue(cut) <= low).length;
  const below = new Int16Array(CELLS + 2);
  const above = new Int16Array(CELLS + 2);
  for (let cell = 0; cell < cutoff.length; cell++) {
    below[cell] = points[bin]!;
    if (cutoff[cell] !== Number.POSITIVE_INFINITY) bin++;
    above[cell] = points[bin]!;
  }
  return { cutoff, below, above, perUnit };
}
