import type { MeasureGroup, Scorecard } from '../schemas/scorecard.ts';
import { NO_POINTS } from '../scoring/points.ts';
import { coverageShares } from '../scoring/score-account.ts';
import type { PointColumns } from './learn-weights.ts';

/** What one suggested weight belongs to: a measure of a mean group, or a whole group that takes its smallest or
 * largest measure (then `measureId` is null). */
export type WeightPart = { readonly groupId: string; readonly measureId: string | null };

/** The parts of a scorecard that a weight can be suggested for, in its order. An empty group has none. */
export function weightParts(groups: readonly MeasureGroup[]): WeightPart[] {
  return groups.flatMap(({ id, combine, measures }): WeightPart[] => {
    if (measures.length === 0) return [];
    if (combine !== 'mean') return [{ groupId: id, measureId: null }];
    return measures.map(({ measureId }) => ({ groupId: id, measureId }));
  });
}

/** Each part's share of the whole score as the scorecard weighs it now, summing to 1; all 0 where all weights are 0. */
export function partShares(card: Scorecard): number[] {
  const shares = coverageShares(card);
  let next = 0;
  return card.groups.flatMap(({ combine, measures }) => {
    const own = Array.from(shares.slice(next, next + measures.length));
    next += measures.length;
    if (measures.length === 0 || combine === 'mean') return own;
    return [own.reduce((sum, share) => sum + share, 0)];
  });
}

/** Points per row of each part, in whole hundredths: a measure's own, or the smallest or largest of a group's measures
 * that take part (weight above 0, a value); NO_POINTS where there is none. `pointsOf` runs by measure id. */
export function partPoints(
  groups: readonly MeasureGroup[],
  pointsOf: (measureId: string) => Int16Array,
): PointColumns {
  return groups.flatMap(({ combine, measures }) => {
    if (measures.length === 0) return [];
    if (combine === 'mean') return measures.map(({ measureId }) => pointsOf(measureId));
    const columns = measures.filter(({ weight }) => weight > 0).map(({ measureId }) => pointsOf(measureId));
    const length = pointsOf(measures[0]!.measureId).length;
    return [Int16Array.from({ length }, (_, r) => extreme(columns, r, combine))];
  });
}

/** The groups with these whole percents as weights (in the order of `weightParts`), so that each part's share of 100 %
 * is its percent: a mean group weighs the sum of its measures. Weights inside other groups stay. */
export function withPartPercents(
  groups: readonly MeasureGroup[],
  percents: readonly number[],
): MeasureGroup[] {
  let next = 0;
  return groups.map((group) => {
    if (group.measures.length === 0) return group;
    if (group.combine !== 'mean') return { ...group, weight: percents[next++]! };
    const measures = group.measures.map((measure) => ({ ...measure, weight: percents[next++]! }));
    return { ...group, measures, weight: measures.reduce((sum, { weight }) => sum + weight, 0) };
  });
}

function extreme(columns: PointColumns, row: number, combine: 'min' | 'max'): number {
  const present = columns.map((column) => column[row]!).filter((points) => points !== NO_POINTS);
  if (present.length === 0) return NO_POINTS;
  return combine === 'min' ? Math.min(...present) : Math.max(...present);
}
