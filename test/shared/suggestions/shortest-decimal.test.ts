import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundValue } from '../../../shared/measures/round-value.ts';
import { shortestDecimal } from '../../../shared/suggestions/shortest-decimal.ts';

describe('shortestDecimal', () => {
  it.each([
    [97, 134, 100],
    [0.137, 0.142, 0.14],
    [3, 8, 5],
    [3, 4, 4],
    [-2, 5, 0],
    [-2, 0, 0],
    [-1, -0.5, -0.8],
    [0, 1, 1],
    [0, 0.3, 0.1],
    [0.29, 0.3, 0.3],
    [9.5, 10, 10],
    [9, 11, 10],
    [-134, -97, -100],
    [0.123456788, 0.123456789, 0.123456789],
    [1234.5, 1234.75, 1234.6],
  ])('between %d and %d is %d', (above, through, expected) => {
    expect(shortestDecimal(above, through)).toBe(expected);
  });

  it('lies in the gap and has the fewest decimals of all that do', () => {
    const value = fc.integer({ min: -1e7, max: 1e7 }).map((n) => n / 1000);
    fc.assert(
      fc.property(value, value, (a, b) => {
        fc.pre(a !== b);
        const [above, through] = a < b ? [a, b] : [b, a];
        const cut = shortestDecimal(above, through);
        expect(cut > above && cut <= through).toBe(true);
        expect(roundValue(cut)).toBe(cut);
        const decimals = `${cut}`.split('.')[1]?.length ?? 0;
        if (decimals > 0) {
          const unit = 10 ** (decimals - 1);
          const coarser = Math.floor(through * unit + 1e-6) / unit;
          expect(coarser > above && coarser <= through).toBe(false);
        }
      }),
    );
  });

  it('falls back to the upper end in a gap finer than any value', () => {
    expect(shortestDecimal(1e12 + 0.5, 1e12 + 0.5001220703125)).toBeLessThanOrEqual(1e12 + 0.5001220703125);
    expect(() => shortestDecimal(2, 2)).toThrow(RangeError);
    expect(() => shortestDecimal(Number.NEGATIVE_INFINITY, 2)).toThrow(RangeError);
  });
});
