import type { Condition, Segment } from '../../../shared/schemas/segment.ts';

export type AttributeOperator = Extract<Condition, { type: 'attribute' }>['operator'];

/** One row of the condition builder; without values it doesn't narrow the list yet. */
export interface AttributeRule {
  readonly key: string;
  readonly attribute: string;
  readonly operator: AttributeOperator;
  readonly values: readonly string[];
}

/** The condition builder's state. No band = all of them. */
export interface ListFilter {
  /** Band ids; the empty id stands for "not scored". */
  readonly bandIds: readonly string[];
  readonly scoreAtLeast: number | null;
  readonly scoreBelow: number | null;
  readonly rules: readonly AttributeRule[];
  /** Ticked cells by pattern; none = all of them. */
  readonly cells: Readonly<Record<string, readonly number[]>>;
}

export const emptyFilter: ListFilter = {
  bandIds: [],
  scoreAtLeast: null,
  scoreBelow: null,
  rules: [],
  cells: {},
};

export function isEmptyFilter(filter: ListFilter): boolean {
  return filter.rules.length === 0 && buildConditions(filter).length === 0;
}

/** The conditions to ask the engine with; what is not filled in yet is left out. */
export function buildConditions(filter: ListFilter): Condition[] {
  const conditions: Condition[] = [];
  if (filter.bandIds.length > 0) conditions.push({ type: 'band', bandIds: [...filter.bandIds] });
  if (filter.scoreAtLeast !== null) {
    conditions.push({ type: 'score', operator: 'atLeast', value: filter.scoreAtLeast });
  }
  if (filter.scoreBelow !== null) {
    conditions.push({ type: 'score', operator: 'below', value: filter.scoreBelow });
  }
  for (const { attribute, operator, values } of filter.rules) {
    if (attribute === '' || values.every((value) => value.trim() === '')) continue;
    conditions.push({ type: 'attribute', attribute, operator, values: [...values] });
  }
  for (const [patternId, cells] of Object.entries(filter.cells)) {
    if (cells.length > 0) conditions.push({ type: 'pattern', patternId, cells: [...cells] });
  }
  return conditions;
}

/** A saved segment back in the builder: several band or score conditions become the one that says the same. */
export function readFilter(conditions: Segment['conditions']): ListFilter {
  let filter = emptyFilter;
  conditions.forEach((condition, position) => {
    switch (condition.type) {
      case 'band': {
        const before = filter.bandIds;
        const both = condition.bandIds.filter((id) => before.length === 0 || before.includes(id));
        filter = { ...filter, bandIds: both };
        break;
      }
      case 'score':
        filter = withScore(filter, condition.operator, condition.value);
        break;
      case 'attribute': {
        const { attribute, operator, values } = condition;
        filter = {
          ...filter,
          rules: [...filter.rules, { key: `saved-${position}`, attribute, operator, values }],
        };
        break;
      }
      case 'pattern': {
        const { patternId } = condition;
        const before = filter.cells[patternId] ?? [];
        const both = condition.cells.filter((cell) => before.length === 0 || before.includes(cell));
        filter = { ...filter, cells: { ...filter.cells, [patternId]: both } };
        break;
      }
    }
  });
  return filter;
}

/** Whether the builder says the same as a saved segment. */
export function isSameFilter(filter: ListFilter, conditions: Segment['conditions']): boolean {
  return JSON.stringify(buildConditions(filter)) === JSON.stringify(buildConditions(readFilter(conditions)));
}

function withScore(filter: ListFilter, operator: 'below' | 'atLeast', value: number): ListFilter {
  if (operator === 'below')
    return { ...filter, scoreBelow: Math.min(value, filter.scoreBelow ?? Number.POSITIVE_INFINITY) };
  return { ...filter, scoreAtLeast: Math.max(value, filter.scoreAtLeast ?? Number.NEGATIVE_INFINITY) };
}
