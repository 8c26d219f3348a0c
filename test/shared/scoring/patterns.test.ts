import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Pattern, scorecardSchema } from '../../../shared/schemas/scorecard.ts';
import { describeDesign, measuresNeeded, measuresShown } from '../../../shared/scoring/design-hash.ts';
import { patternCell, patternCellName, patternCells } from '../../../shared/scoring/patterns.ts';
import { scorecardOf } from './random-scorecard.ts';

const words = { label: '', action: '', owner: '' };
const pattern: Pattern = {
  id: 'p',
  name: 'log-ins × people',
  across: { measureId: 'logins', cut: 10 },
  upward: { measureId: 'people', cut: 0.3 },
  cells: [words, { ...words, label: 'Lonely' }, words, words],
};
const at = (logins: number, people: number) =>
  patternCell(pattern, (id) => (id === 'logins' ? logins : people));

describe('a pattern', () => {
  it('puts an account into one of four cells, a value on the cut being high', () => {
    expect([at(9.9, 0.2), at(10, 0.2), at(9.9, 0.3), at(10, 0.3)]).toEqual([0, 1, 2, 3]);
  });

  it('rounds its cuts to 9 decimals as values are', () => {
    const dragged = { ...pattern, upward: { measureId: 'people', cut: 0.1 + 0.2 } };
    expect(patternCell(dragged, (id) => (id === 'people' ? 0.3 : 0))).toBe(2);
  });

  it('has no cell for an account without one of the values', () => {
    expect([at(Number.NaN, 1), at(1, Number.NaN), at(Number.NaN, Number.NaN)]).toEqual([null, null, null]);
    expect(patternCells({ patterns: [pattern, pattern] }, () => Number.NaN)).toEqual([null, null]);
    expect(patternCells({}, () => 1)).toEqual([]);
  });

  it('gives every pair of values exactly one cell, and raising a value never lowers its side', () => {
    const value = fc.integer({ min: -20, max: 40 }).map((tenths) => tenths / 2);
    fc.assert(
      fc.property(value, value, value, (x, y, more) => {
        const before = at(x, y)!;
        const after = at(x + Math.abs(more), y)!;
        expect([0, 1, 2, 3]).toContain(before);
        expect(after % 2).toBeGreaterThanOrEqual(before % 2);
        expect(after >= 2).toBe(before >= 2);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('calls a cell by its own name, else by what is high and low', () => {
    const nameOf = (id: string) => id;
    expect(patternCellName(pattern, 1, nameOf)).toBe('Lonely');
    expect(patternCellName(pattern, 2, nameOf)).toBe('people ↑ · logins ↓');
  });

  it('scores nothing: the design and what a back-test needs stay the same', () => {
    const card = scorecardOf([]);
    const withPattern = { ...card, patterns: [pattern], learnt: [{ what: 'weights', numbers: 2 }] };
    const none = new Map();
    expect(describeDesign(withPattern, none)).toBe(describeDesign(card, none));
    expect([...measuresNeeded(withPattern, none)]).toEqual([]);
    expect([...measuresShown(withPattern, none)]).toEqual(['logins', 'people']);
  });
});

describe('a scorecard of before', () => {
  it('opens unchanged without patterns, aim and learnt numbers', () => {
    const old = scorecardOf([], 0.5);
    expect(scorecardSchema.parse(JSON.parse(JSON.stringify(old)))).toEqual(old);
  });
});
