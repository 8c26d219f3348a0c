import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deciles, uniqueEdges } from '../../../shared/statistics/deciles.ts';
import { quantileLinear } from '../../../shared/statistics/quantile-linear.ts';
import { byOutcome, reference, telco } from './reference.ts';

describe('quantileLinear', () => {
  it.each(Object.keys(telco.columns))('gives the medians of Telco’s %s by outcome', (name) => {
    const { churned, kept } = byOutcome(telco.columns[name]!);
    const expected = reference.telco.univariate[name]!;
    expect(quantileLinear(churned, 0.5)).toBeCloseTo(expected.median_churned, 10);
    expect(quantileLinear(kept, 0.5)).toBeCloseTo(expected.median_retained, 10);
  });

  it('interpolates as R’s quantile(c(1, 2, 4, 8), c(.1, .5, .9))', () => {
    expect([0.1, 0.5, 0.9].map((p) => quantileLinear([8, 1, 4, 2], p))).toEqual([1.3, 3, 6.800000000000001]);
  });

  it('is exactly a value where its position is whole, whatever rounding did to it', () => {
    const values = Array.from({ length: 101 }, (_, index) => index / 7);
    for (let index = 0; index <= 100; index += 1)
      expect(quantileLinear(values, index / 100)).toBe(values[index]);
  });

  it('rises with p and stays between the extremes', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (list, p, q) => {
        expect(quantileLinear(list, Math.min(p, q))!).toBeLessThanOrEqual(
          quantileLinear(list, Math.max(p, q))! + 1e-9,
        );
        expect([quantileLinear(list, 0), quantileLinear(list, 1)]).toEqual([
          Math.min(...list),
          Math.max(...list),
        ]);
      }),
    );
  });

  it('is undefined of nothing and refuses shares outside 0…1', () => {
    expect(quantileLinear([], 0.5)).toBeNull();
    expect(() => quantileLinear([1], 1.01)).toThrow(RangeError);
  });
});

describe('deciles', () => {
  it.each(Object.keys(telco.columns))('of Telco’s %s agree with numpy', (name) => {
    const found = deciles(telco.columns[name]!.filter((value) => !Number.isNaN(value)));
    reference.telco.univariate[name]!.deciles_type7.forEach((edge, index) => {
      expect(found[index]).toBeCloseTo(edge, 9);
    });
    expect(found).toHaveLength(9);
  });

  it('are none of nothing, and repeats leave the edges', () => {
    expect(deciles([])).toEqual([]);
    expect(uniqueEdges(deciles([0, 0, 0, 0, 0, 0, 0, 0, 1, 2]))).toHaveLength(3);
  });
});
