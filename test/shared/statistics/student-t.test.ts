import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../shared/statistics/normal.ts';
import { studentTCdf, studentTQuantile } from '../../../shared/statistics/student-t.ts';

// R: qt(.975, c(1, 2, 5, 9, 11, 29, 99)), itself right to about 3e-11
const fromR: [number, number][] = [
  [1, 12.706204736432095],
  [2, 4.302652729696142],
  [5, 2.570581835636314],
  [9, 2.262157162740992],
  [11, 2.200985160082949],
  [29, 2.045229642132703],
  [99, 1.984216951586405],
];
// mpmath at 60 digits: [p, degrees of freedom, quantile]
const fromMpmath: [number, number, number][] = [
  [1e-10, 3, -2225.7692846830932],
  [0.001, 1, -318.30883898555044],
  [0.001, 2, -22.327124770119877],
  [0.005, 4, -4.604094871349993],
  [0.025, 2.5, -3.574654842003683],
  [0.025, 250, -1.9694983934211536],
  [0.01, 100000, -2.326385165355268],
  [0.4, 7, -0.2631668613520228],
  [0.49999, 12, -2.5593362585311195e-5],
  [0.975, 1, 12.706204736174694],
  [0.975, 5, 2.5705818356363146],
  [0.975, 9, 2.262157162798205],
  [0.975, 29, 2.045229642132704],
  [0.6, 3, 0.27667066233268983],
  [0.995, 694, 2.582932045701799],
  [0.99375, 29, 2.6631957225927674],
];
const shares: [number, number, number][] = [
  [-50, 3, 8.808576020635988e-6],
  [-2, 1.5, 0.11209416517802553],
  [-1, 4, 0.18695048315002943],
  [-0.01, 7, 0.4961501588218109],
  [0.3, 2, 0.6037571695799112],
  [1, 1, 0.75],
  [2.2, 11, 0.9749569445090979],
  [2.5, 30, 0.9909421754659666],
  [3, 299, 0.9985365033385422],
  [-4, 1000, 3.400495960439079e-5],
  [-1.96, 100000, 0.02499928159715082],
];

describe('studentTQuantile', () => {
  it.each(fromR)('at .975 with %d degrees of freedom is R’s %d', (degrees, quantile) => {
    expect(Math.abs(studentTQuantile(0.975, degrees) / quantile - 1)).toBeLessThan(1e-10);
  });

  it.each(fromMpmath)('at %d with %d degrees of freedom is %d', (p, degrees, quantile) => {
    expect(Math.abs(studentTQuantile(p, degrees) / quantile - 1)).toBeLessThan(1e-11);
  });

  it('inverts the distribution function', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        fc.double({ min: 1, max: 1e9, noNaN: true }),
        (p, degrees) => {
          expect(studentTCdf(studentTQuantile(p, degrees), degrees)).toBeCloseTo(p, 11);
        },
      ),
    );
  });

  it('becomes the normal quantile as degrees of freedom grow', () => {
    expect(studentTQuantile(0.975, Number.POSITIVE_INFINITY)).toBeCloseTo(normalQuantile(0.975), 14);
    expect(studentTQuantile(0.975, 1e8)).toBeCloseTo(1.9599640082627663, 12);
  });

  it('is 0 at one half, infinite at the ends, NaN outside and refuses no degrees of freedom', () => {
    expect([studentTQuantile(0.5, 4), studentTQuantile(0, 4), studentTQuantile(1, 4)]).toEqual([
      0,
      -Infinity,
      Infinity,
    ]);
    expect(studentTQuantile(1.2, 4)).toBeNaN();
    expect(() => studentTQuantile(0.975, 0)).toThrow(RangeError);
  });
});

describe('studentTCdf', () => {
  it.each(shares)('of %d with %d degrees of freedom is %d', (t, degrees, share) => {
    expect(Math.abs(studentTCdf(t, degrees) / share - 1)).toBeLessThan(1e-11);
  });
});
