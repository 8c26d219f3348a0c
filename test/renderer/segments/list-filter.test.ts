import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildConditions,
  emptyFilter,
  isEmptyFilter,
  isSameFilter,
  type ListFilter,
  readFilter,
} from '../../../renderer/features/segments/list-filter.ts';
import type { Condition } from '../../../shared/schemas/segment.ts';
import { matchesConditions } from '../../../shared/segments/match-conditions.ts';

const rule = (values: string[]) => ({ key: 'k', attribute: 'plan', operator: 'isOneOf' as const, values });

describe('buildConditions', () => {
  it('asks for every account when nothing is set', () => {
    expect(buildConditions(emptyFilter)).toEqual([]);
  });

  it('leaves out an attribute that has no value yet', () => {
    expect(buildConditions({ ...emptyFilter, rules: [rule([]), rule([' '])] })).toEqual([]);
    expect(buildConditions({ ...emptyFilter, rules: [rule(['Pro'])] })).toEqual([
      { type: 'attribute', attribute: 'plan', operator: 'isOneOf', values: ['Pro'] },
    ]);
  });

  it('asks for the ticked cells of a pattern, and for all when none is ticked', () => {
    expect(buildConditions({ ...emptyFilter, cells: { p: [1, 3], q: [] } })).toEqual([
      { type: 'pattern', patternId: 'p', cells: [1, 3] },
    ]);
  });

  it('keeps a bound of 0', () => {
    const filter: ListFilter = { ...emptyFilter, scoreAtLeast: 0 };
    expect(buildConditions(filter)).toEqual([{ type: 'score', operator: 'atLeast', value: 0 }]);
  });
});

describe('readFilter', () => {
  it('brings a saved filter back as it was', () => {
    const filter: ListFilter = {
      bandIds: ['a', ''],
      scoreAtLeast: 10,
      scoreBelow: 60,
      rules: [rule(['Pro'])],
      cells: { p: [0, 2] },
    };
    const conditions = buildConditions(filter);
    expect(buildConditions(readFilter(conditions))).toEqual(conditions);
    expect(isSameFilter(filter, conditions)).toBe(true);
    expect(isSameFilter({ ...filter, scoreBelow: 61 }, conditions)).toBe(false);
  });

  it('makes one score range of several that holds for the same scores', () => {
    const score = fc.record({
      type: fc.constant('score' as const),
      operator: fc.constantFrom('below' as const, 'atLeast' as const),
      value: fc.integer({ min: 0, max: 100 }),
    });
    const property = fc.property(
      fc.array(score),
      fc.integer({ min: 0, max: 100 }),
      (conditions: Condition[], value) => {
        const subject = { score: value, bandId: 'a', attribute: () => undefined };
        const read = buildConditions(readFilter(conditions));
        expect(matchesConditions(read, subject)).toBe(matchesConditions(conditions, subject));
      },
    );
    fc.assert(property);
  });
});

describe('isEmptyFilter', () => {
  it('counts a condition that is being filled in as something', () => {
    expect(isEmptyFilter({ ...emptyFilter })).toBe(true);
    expect(isEmptyFilter({ ...emptyFilter, rules: [rule([])] })).toBe(false);
  });
});
