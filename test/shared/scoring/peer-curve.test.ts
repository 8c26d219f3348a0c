import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peerCurve } from '../../../shared/scoring/peer-curve.ts';

describe('the curve of a percentile scale', () => {
  it('gives equal values their mid-rank and leaves missing ones out', () => {
    expect(peerCurve(Float64Array.from([3, 1, 3, Number.NaN, 7]))).toEqual([
      { value: 1, points: 12.5 },
      { value: 3, points: 50 },
      { value: 7, points: 87.5 },
    ]);
    expect(peerCurve(new Float64Array(0))).toEqual([]);
    expect(peerCurve(Float64Array.from([4, 4]))).toEqual([{ value: 4, points: 50 }]);
  });

  it('rises, keeps its ends and what is asked for, and stays short', () => {
    const values = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(values, (all) => {
        const curve = peerCurve(Float64Array.from(all), [all[0]!, 9999]);
        expect(curve.length).toBeLessThanOrEqual(61);
        expect(curve[0]!.value).toBe(Math.min(...all));
        expect(curve.at(-1)!.value).toBe(Math.max(...all));
        for (const { value, points } of curve) {
          const below = all.filter((other) => other < value).length;
          const equal = all.filter((other) => other === value).length;
          expect(points).toBeCloseTo((100 * (2 * below + equal)) / (2 * all.length), 1);
        }
        expect(curve.some(({ value }) => value === all[0])).toBe(true);
      }),
    );
  });
});
