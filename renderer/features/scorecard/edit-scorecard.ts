import type { MeasureGroup, Scorecard, ScorecardMeasure } from '../../../shared/schemas/scorecard.ts';

/** Every edit takes a scorecard and answers a new one; an unknown id changes nothing. */
export type ScorecardEdit = (card: Scorecard) => Scorecard;

export function editGroup(groupId: string, patch: Partial<Omit<MeasureGroup, 'id'>>): ScorecardEdit {
  return (card) => withGroups(card, (group) => (group.id === groupId ? { ...group, ...patch } : group));
}

export function editMeasure(
  measureId: string,
  patch: Partial<Omit<ScorecardMeasure, 'measureId'>>,
): ScorecardEdit {
  return (card) =>
    withGroups(card, (group) =>
      holds(group, measureId)
        ? {
            ...group,
            measures: group.measures.map((measure) =>
              measure.measureId === measureId ? { ...measure, ...patch } : measure,
            ),
          }
        : group,
    );
}

export function addGroup(group: MeasureGroup): ScorecardEdit {
  return (card) => ({ ...card, groups: [...card.groups, group] });
}

/** The name, with the first number from 2 that no group has where it is taken. */
export function freeGroupName(name: string, groups: readonly MeasureGroup[]): string {
  const taken = new Set(groups.map((group) => group.name));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} ${number}`)) number += 1;
  return `${name} ${number}`;
}

export function removeGroup(groupId: string): ScorecardEdit {
  return (card) => ({ ...card, groups: card.groups.filter((group) => group.id !== groupId) });
}

export function moveGroup(groupId: string, by: -1 | 1): ScorecardEdit {
  return (card) => ({ ...card, groups: moved(card.groups, (group) => group.id === groupId, by) });
}

export function addMeasure(groupId: string, measure: ScorecardMeasure): ScorecardEdit {
  return (card) => {
    if (findMeasure(card, measure.measureId) !== null) return card;
    return withGroups(card, (group) =>
      group.id === groupId ? { ...group, measures: [...group.measures, measure] } : group,
    );
  };
}

export function removeMeasure(measureId: string): ScorecardEdit {
  return (card) => withGroups(card, (group) => ({ ...group, measures: without(group.measures, measureId) }));
}

/** One place up or down; from the end of a group it goes on into the next one. */
export function moveMeasure(measureId: string, by: -1 | 1): ScorecardEdit {
  return (card) => {
    const from = card.groups.findIndex((group) => holds(group, measureId));
    const group = card.groups[from];
    const measure = group?.measures.find((other) => other.measureId === measureId);
    if (group === undefined || measure === undefined) return card;
    const edge = by === -1 ? group.measures[0] : group.measures.at(-1);
    if (edge !== measure) {
      return editGroup(group.id, { measures: moved(group.measures, (other) => other === measure, by) })(card);
    }
    const target = card.groups[from + by];
    if (target === undefined) return card;
    const joined = by === -1 ? [...target.measures, measure] : [measure, ...target.measures];
    const taken = removeMeasure(measureId)(card);
    return editGroup(target.id, { measures: joined })(taken);
  };
}

export function findMeasure(card: Scorecard, measureId: string | null): ScorecardMeasure | null {
  for (const group of card.groups) {
    const found = group.measures.find((measure) => measure.measureId === measureId);
    if (found !== undefined) return found;
  }
  return null;
}

/** A weight as the engine counts it: at least 0, at most 1,000, three decimals. */
export function cleanWeight(weight: number): number {
  return Math.round(Math.min(1000, Math.max(0, Number.isFinite(weight) ? weight : 0)) * 1000) / 1000;
}

function withGroups(card: Scorecard, edit: (group: MeasureGroup) => MeasureGroup): Scorecard {
  return { ...card, groups: card.groups.map(edit) };
}

function holds(group: MeasureGroup, measureId: string): boolean {
  return group.measures.some((measure) => measure.measureId === measureId);
}

function without(measures: readonly ScorecardMeasure[], measureId: string): ScorecardMeasure[] {
  return measures.filter((measure) => measure.measureId !== measureId);
}

function moved<T>(items: readonly T[], isIt: (item: T) => boolean, by: -1 | 1): T[] {
  const from = items.findIndex(isIt);
  const to = from + by;
  if (from < 0 || to < 0 || to >= items.length) return [...items];
  const rest = items.filter((_, i) => i !== from);
  return [...rest.slice(0, to), items[from]!, ...rest.slice(to)];
}
