import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../shared/schemas/segment.ts';
import { matchesConditions } from '../../../shared/segments/match-conditions.ts';

const attributes = new Map([
  ['plan', 'Pro'],
  ['seats', '1,200'],
  ['note', 'n/a'],
]);
const scored = { score: 40, bandId: 'watch', attribute: (name: string) => attributes.get(name) };
const unscored = { ...scored, score: null, bandId: null };
const attribute = (
  operator: 'isOneOf' | 'isNotOneOf' | 'contains' | 'atLeast' | 'below',
  name: string,
  ...values: string[]
) => ({ type: 'attribute', attribute: name, operator, values }) satisfies Condition;

describe('matchesConditions', () => {
  it('takes every account when there is no condition', () => {
    expect(matchesConditions([], unscored)).toBe(true);
  });

  it('asks for all conditions at once', () => {
    const below: Condition = { type: 'score', operator: 'below', value: 50 };
    expect(matchesConditions([below, attribute('isOneOf', 'plan', 'Pro')], scored)).toBe(true);
    expect(matchesConditions([below, attribute('isOneOf', 'plan', 'Free')], scored)).toBe(false);
  });

  it('counts a score on the bound as at least, not below', () => {
    expect(matchesConditions([{ type: 'score', operator: 'below', value: 40 }], scored)).toBe(false);
    expect(matchesConditions([{ type: 'score', operator: 'atLeast', value: 40 }], scored)).toBe(true);
  });

  it('finds accounts that are not scored by the empty band id only', () => {
    const bands = (...bandIds: string[]): Condition[] => [{ type: 'band', bandIds }];
    expect(matchesConditions(bands('watch'), unscored)).toBe(false);
    expect(matchesConditions(bands('watch', ''), unscored)).toBe(true);
    expect(matchesConditions(bands(''), scored)).toBe(false);
    expect(matchesConditions([{ type: 'score', operator: 'below', value: 100 }], unscored)).toBe(false);
  });

  it('reads numbers with thousands separators, and no number meets no bound', () => {
    expect(matchesConditions([attribute('atLeast', 'seats', '1200')], scored)).toBe(true);
    expect(matchesConditions([attribute('below', 'seats', '1200')], scored)).toBe(false);
    for (const operator of ['atLeast', 'below'] as const) {
      expect(matchesConditions([attribute(operator, 'note', '5')], scored)).toBe(false);
      expect(matchesConditions([attribute(operator, 'gone', '5')], scored)).toBe(false);
    }
  });

  it('treats a missing attribute as none of the values', () => {
    expect(matchesConditions([attribute('isNotOneOf', 'gone', 'x')], scored)).toBe(true);
    expect(matchesConditions([attribute('isOneOf', 'gone', '')], scored)).toBe(false);
    expect(matchesConditions([attribute('contains', 'gone', '')], scored)).toBe(false);
  });

  it('meets a pattern by its cell; an account in no cell meets none', () => {
    const inCells = { type: 'pattern', patternId: 'p', cells: [1, 2] } as const;
    const at = (cell: number | null) => ({
      ...scored,
      patternCell: (id: string) => (id === 'p' ? cell : null),
    });
    const met = [0, 1, 2, 3, null].map((cell) =>
      matchesConditions([{ ...inCells, cells: [1, 2] }], at(cell)),
    );
    expect(met).toEqual([false, true, true, false, false]);
    expect(matchesConditions([{ ...inCells, patternId: 'gone', cells: [1] }], at(1))).toBe(false);
    expect(matchesConditions([{ ...inCells, cells: [1] }], scored)).toBe(false);
  });
});
