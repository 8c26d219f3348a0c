import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midranks } from '../../../shared/statistics/ranks.ts';
import { spearman } from '../../../shared/statistics/spearman.ts';
import { reference, telco } from './reference.ts';

describe('midranks', () => {
  it('share the mean of their ranks among equals', () => {
    expect([...midranks([10, 30, 20, 20, 5])]).toEqual([2, 5, 3.5, 3.5, 1]);
    expect([...midranks([])]).toEqual([]);
  });

  it('sum to n(n + 1)/2 and follow the order of values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (values) => {
        const ranks = midranks(values);
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((values.length * (values.length + 1)) / 2);
        for (let i = 1; i < values.length; i += 1)
          expect(Math.sign(ranks[i]! - ranks[0]!)).toBe(Math.sign(values[i]! - values[0]!));
      }),
    );
  });

  it('refuse missing values', () => {
    expect(() => midranks([1, Number.NaN])).toThrow(RangeError);
  });
});

describe('spearman', () => {
  it.each(Object.entries(reference.telco.correlation.spearman_pairwise_complete))(
    'of Telco’s %s agrees with scipy',
    (pair, expected) => {
      const [first, second] = pair.split('|');
      expect(spearman(telco.columns[first!]!, telco.columns[second!]!)).toBeCloseTo(expected, 12);
    },
  );

  it('is 1 for any rising transform and −1 for its mirror', () => {
    const values = [3, 9, 1, 4, 4, 7];
    expect(spearman(values, values.map(Math.exp))).toBeCloseTo(1, 14);
    expect(
      spearman(
        values,
        values.map((value) => -(value ** 3)),
      ),
    ).toBeCloseTo(-1, 14);
  });

  it('leaves out rows missing on either side', () => {
    expect(spearman([1, 2, Number.NaN, 3], [2, 4, 99, Number.NaN])).toBe(1);
  });

  it('is undefined for a constant or a single row, and refuses different lengths', () => {
    expect([spearman([1, 1], [1, 2]), spearman([1], [1])]).toEqual([null, null]);
    expect(() => spearman([1], [1, 2])).toThrow(RangeError);
  });
});
