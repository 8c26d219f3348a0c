import type { MeasureGroup, Scorecard } from '../schemas/scorecard.ts';

/** Ids of all measures a scorecard reads: its groups', its variants' and its exceptions', each once. */
export function measuresOf(scorecard: Scorecard): string[] {
  const ids = new Set<string>();
  const addGroups = (groups: readonly MeasureGroup[]) => {
    for (const group of groups) for (const measure of group.measures) ids.add(measure.measureId);
  };
  addGroups(scorecard.groups);
  for (const variant of scorecard.variants ?? []) addGroups(variant.groups);
  for (const { condition } of scorecard.exceptions ?? []) ids.add(condition.measureId);
  return [...ids];
}

/** The percentile scales of a scorecard and its variants, one per measure and direction. */
export function percentilesOf(
  scorecard: Scorecard,
): { readonly measureId: string; readonly direction: 'higher' | 'lower' }[] {
  const groups = [...scorecard.groups, ...(scorecard.variants ?? []).flatMap((variant) => variant.groups)];
  const found = new Map<string, { measureId: string; direction: 'higher' | 'lower' }>();
  for (const { measureId, scale } of groups.flatMap((group) => group.measures)) {
    if (scale.type !== 'percentile') continue;
    found.set(`${scale.direction} ${measureId}`, { measureId, direction: scale.direction });
  }
  return [...found.values()];
}

/** True when points depend on who else is there: some measure of the scorecard or a variant has a percentile scale. */
export function needsPeers(scorecard: Scorecard): boolean {
  return percentilesOf(scorecard).length > 0;
}
