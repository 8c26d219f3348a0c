import { roundValue } from '../../../shared/measures/round-value.ts';
import type { MeasureGroup, Scorecard, ScorecardMeasure } from '../../../shared/schemas/scorecard.ts';

/** Points in hundredths among peers. */
export type SlowPeers = (measureId: string, direction: 'higher' | 'lower') => bigint;

/** The score of one account in exact whole numbers, tenths or −1: a twin of the scorer, from the design note alone. */
export function slowScore(
  scorecard: Scorecard,
  valueFor: (measureId: string) => number,
  peersFor: SlowPeers = () => 0n,
): number {
  let numerator = 0n;
  let denominator = 0n;
  for (const group of scorecard.groups) {
    const points = groupPoints(group, valueFor, peersFor);
    if (points === null) continue;
    numerator += units(group.weight) * points;
    denominator += units(group.weight);
  }
  if (denominator === 0n || !isCovered(scorecard, valueFor)) return -1;
  return Number((numerator + 5n * denominator) / (10n * denominator));
}

function groupPoints(
  group: MeasureGroup,
  valueFor: (measureId: string) => number,
  peersFor: SlowPeers,
): bigint | null {
  const parts = group.measures
    .filter((measure) => units(measure.weight) > 0n)
    .map((measure) => ({
      weight: units(measure.weight),
      points: pointsOf(measure, valueFor(measure.measureId), peersFor),
    }))
    .flatMap(({ weight, points }) => (points === null ? [] : [{ weight, points }]));
  if (parts.length === 0) return null;
  if (group.combine !== 'mean') {
    const sorted = parts.map((part) => part.points).sort((a, b) => Number(a - b));
    return group.combine === 'min' ? sorted[0]! : sorted.at(-1)!;
  }
  const all = parts.reduce((sum, part) => sum + part.weight, 0n);
  const weighted = parts.reduce((sum, part) => sum + part.weight * part.points, 0n);
  return (2n * weighted + all) / (2n * all);
}

function pointsOf(measure: ScorecardMeasure, value: number, peersFor: SlowPeers): bigint | null {
  const { scale, missing } = measure;
  if (Number.isNaN(value)) {
    if (missing.type === 'exclude') return null;
    return missing.type === 'ownBin' ? hundredths(missing.points) : missing.type === 'neutral' ? 5000n : 0n;
  }
  if (scale.type === 'percentile') return peersFor(measure.measureId, scale.direction);
  if (scale.type === 'bins') {
    const bin = scale.cutoffs.filter((cutoff) => roundValue(cutoff) <= value).length;
    return hundredths(scale.points[bin]!);
  }
  if (scale.worst === scale.best) return value >= scale.best ? 10000n : 0n;
  const raw = Math.floor((10000 * (value - scale.worst)) / (scale.best - scale.worst) + 0.5);
  return BigInt(Math.min(10000, Math.max(0, raw)));
}

/** Present weight ÷ all weight against the minimum, as whole-number fractions. */
function isCovered(scorecard: Scorecard, valueFor: (measureId: string) => number): boolean {
  const groups = scorecard.groups
    .map((group) => {
      const present = group.measures.filter((measure) => !Number.isNaN(valueFor(measure.measureId)));
      return {
        weight: units(group.weight),
        all: addUp(group.measures),
        present: addUp(present),
      };
    })
    .filter((group) => group.all > 0n && group.weight > 0n);
  const common = groups.reduce((product, group) => product * group.all, 1n);
  const all = groups.reduce((sum, group) => sum + group.weight, 0n) * common;
  const present = groups.reduce(
    (sum, group) => sum + (group.weight * group.present * common) / group.all,
    0n,
  );
  return present * 1000n >= BigInt(Math.round(scorecard.minimumCoverage * 1000)) * all;
}

function addUp(measures: readonly ScorecardMeasure[]): bigint {
  return measures.reduce((sum, measure) => sum + units(measure.weight), 0n);
}

function units(weight: number): bigint {
  return BigInt(Math.round(weight * 1000));
}

function hundredths(points: number): bigint {
  return BigInt(Math.round(points * 100));
}
