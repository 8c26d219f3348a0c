import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholePercents } from '../../../shared/suggestions/whole-percents.ts';

describe('wholePercents', () => {
  it('gives what is left to the largest remainders, the first on a tie', () => {
    expect(wholePercents([1, 1, 1])).toEqual([34, 33, 33]);
    expect(wholePercents([2, 1])).toEqual([67, 33]);
    expect(wholePercents([0, 5, 0])).toEqual([0, 100, 0]);
    expect(wholePercents([29, 71])).toEqual([29, 71]);
  });

  it('sums to 100 and is within one of each share', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }), (weights) => {
        fc.pre(weights.some((w) => w > 1e-300));
        const total = weights.reduce((sum, w) => sum + w, 0);
        const percents = wholePercents(weights)!;
        expect(percents.reduce((sum, p) => sum + p, 0)).toBe(100);
        percents.forEach((p, i) => {
          expect(Math.abs(p - (100 * weights[i]!) / total)).toBeLessThan(1.000001);
        });
      }),
    );
  });

  it('has no shares of nothing', () => {
    expect(wholePercents([0, 0])).toBeNull();
    expect(wholePercents([])).toBeNull();
    expect(() => wholePercents([1, -1])).toThrow(RangeError);
  });
});
