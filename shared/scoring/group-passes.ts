interface MeasureColumn {
  readonly units: number;
  readonly points: Int16Array;
}

interface MeanState {
  readonly weighted: Float64Array;
  readonly weightSum: Float64Array;
  readonly points: Int16Array;
}

/**
 * Brings a mean group's sums from the columns `before` to the columns `now` (empty `before` = from nothing) and writes
 * the group points: round half up of Σ w·p ÷ Σ w, in integers held by doubles; −1 where no weight takes part. Only
 * measures whose weight or points changed are touched. Plain loops: this runs over every as-of row at each edit.
 */
export function combineGroupMean(
  state: MeanState,
  before: readonly MeasureColumn[],
  now: readonly MeasureColumn[],
): void {
  now.forEach((column, m) => {
    const old = before[m];
    if (old === column) return;
    if (old !== undefined && old.points === column.points) {
      shiftWeight(state, column.points, column.units - old.units);
      return;
    }
    if (old !== undefined) shiftWeight(state, old.points, -old.units);
    shiftWeight(state, column.points, column.units);
  });
  const { weighted, weightSum, points } = state;
  for (let r = 0; r < points.length; r++) {
    const sum = weightSum[r]!;
    points[r] = sum > 0 ? Math.floor((2 * weighted[r]! + sum) / (2 * sum)) : -1;
  }
}

/** Lowest or highest points among the measures with a weight above 0 that take part; −1 where none does. */
export function combineGroupMinMax(
  combine: 'min' | 'max',
  measures: readonly MeasureColumn[],
  out: Int16Array,
): void {
  out.fill(-1);
  for (const { units, points } of measures) {
    if (units === 0) continue;
    for (let r = 0; r < out.length; r++) {
      const value = points[r]!;
      if (value < 0) continue;
      const current = out[r]!;
      if (current < 0 || (combine === 'min' ? value < current : value > current)) out[r] = value;
    }
  }
}

/** Score = floor((Σ W·G + 5·Σ W) ÷ (10·Σ W)) over the groups with points; −1 where no group has any. */
export function finishScores(
  groups: readonly { readonly units: number; readonly points: Int16Array }[],
  scores: Int16Array,
): void {
  const units = groups.map((group) => group.units);
  const columns = groups.map((group) => group.points);
  for (let r = 0; r < scores.length; r++) {
    let numerator = 0;
    let denominator = 0;
    for (let g = 0; g < columns.length; g++) {
      const points = columns[g]![r]!;
      if (points >= 0) {
        numerator += units[g]! * points;
        denominator += units[g]!;
      }
    }
    scores[r] = denominator > 0 ? Math.floor((numerator + 5 * denominator) / (10 * denominator)) : -1;
  }
}

function shiftWeight(state: MeanState, points: Int16Array, units: number): void {
  if (units === 0) return;
  const { weighted, weightSum } = state;
  for (let r = 0; r < points.length; r++) {
    const value = points[r]!;
    if (value >= 0) {
      weighted[r]! += units * value;
      weightSum[r]! += units;
    }
  }
}
