import type { MeasureGroup, Scorecard } from '../schemas/scorecard.ts';
import type { MissingPatterns } from './column-facts.ts';
import type { Divisors } from './column-passes.ts';
import { coverageShares, weightUnits } from './score-account.ts';

/** Ids of a scorecard's measures in its order, one per use. */
export function measureIds(scorecard: Scorecard): string[] {
  return scorecard.groups.flatMap((group) => group.measures.map((measure) => measure.measureId));
}

/** Σ weight of a group's measures that take part, per missing pattern. */
export function presentUnits(
  group: MeasureGroup,
  ids: readonly string[],
  patterns: MissingPatterns,
): Float64Array {
  const excluded = new Float64Array(ids.length);
  let all = 0;
  for (const measure of group.measures) {
    const units = weightUnits(measure.weight);
    all += units;
    if (measure.missing.type === 'exclude') excluded[ids.indexOf(measure.measureId)]! += units;
  }
  return addAlong(patterns, all, excluded, -1);
}

/** 1 per missing pattern whose share of weight with a value is below the scorecard's minimum; null = no minimum. */
export function lowCoverage(
  scorecard: Scorecard,
  ids: readonly string[],
  patterns: MissingPatterns,
): Float64Array | null {
  if (scorecard.minimumCoverage <= 0) return null;
  const shares = new Float64Array(ids.length);
  const ofMeasures = coverageShares(scorecard);
  measureIds(scorecard).forEach((id, m) => {
    shares[ids.indexOf(id)]! += ofMeasures[m]!;
  });
  const missing = addAlong(patterns, 0, shares, 1);
  return missing.map((share) => Number(Math.max(0, 1 - share) + 1e-9 < scorecard.minimumCoverage));
}

/** A figure per pattern: that of its parent plus (or minus) that of the column it misses besides. */
function addAlong(
  patterns: MissingPatterns,
  first: number,
  ofColumn: Float64Array,
  sign: 1 | -1,
): Float64Array {
  const { count, parent, column } = patterns;
  const figures = new Float64Array(count);
  figures[0] = first;
  for (let p = 1; p < count; p++) figures[p] = figures[parent[p]!]! + sign * ofColumn[column[p]!]!;
  return figures;
}

/** Group points: round half up of Σ w·p ÷ Σ w = floor((Σ w·p + Σ w ÷ 2) ÷ Σ w). */
export function groupDivisors(sums: Float64Array): Divisors {
  return {
    half: sums.map((sum) => sum / 2 + 0.25),
    inverse: sums.map((sum) => (sum > 0 ? 1 / sum : 0)),
  };
}

/**
 * Scores plus 1: floor((Σ W·G + 5·Σ W) ÷ (10·Σ W)) + 1 over the groups with points, 0 where there is none or the
 * coverage is below the minimum.
 */
export function scoreDivisors(
  scorecard: Scorecard,
  sums: readonly Float64Array[],
  tooLow: Float64Array | null,
): Divisors {
  const count = sums[0]?.length ?? 1;
  const half = new Float64Array(count);
  const inverse = new Float64Array(count);
  const units = scorecard.groups.map((group) => weightUnits(group.weight));
  for (let p = 0; p < count; p++) {
    let all = 0;
    for (let g = 0; g < units.length; g++) if (sums[g]![p]! > 0) all += units[g]!;
    if (all === 0 || tooLow?.[p] === 1) continue;
    half[p] = 15 * all + 0.5;
    inverse[p] = 1 / (10 * all);
  }
  return { half, inverse };
}
