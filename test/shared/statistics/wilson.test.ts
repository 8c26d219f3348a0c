import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../../shared/statistics/wilson.ts';
import { reference } from './reference.ts';

const rates = [
  ...Object.values(reference.telco.composite_health.bands),
  ...Object.values(reference.telco.categorical).flatMap(({ levels }) => Object.values(levels)),
];

describe('wilson', () => {
  it('agrees with statsmodels on every Telco band and level', () => {
    expect(rates.length).toBeGreaterThan(30);
    for (const { n, churned, wilson95 } of rates) {
      const { low, high } = wilson(churned, n)!;
      expect(low).toBeCloseTo(wilson95[0], 12);
      expect(high).toBeCloseTo(wilson95[1], 12);
    }
  });

  it('of 3 in 20 is 5–36 % and of 0 in 40 is 0–9 %', () => {
    const percent = (count: number, total: number) => {
      const { low, high } = wilson(count, total)!;
      return [Math.round(100 * low), Math.round(100 * high)];
    };
    expect(percent(3, 20)).toEqual([5, 36]);
    expect(percent(0, 40)).toEqual([0, 9]);
  });

  it('ends exactly at 0 for none and at 1 for all', () => {
    expect(wilson(0, 7)!.low).toBe(0);
    expect(wilson(7, 7)!.high).toBe(1);
  });

  it('contains the rate, and mirrors it, for fractional counts too', () => {
    const total = fc.double({ min: 0.1, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(total, fc.double({ min: 0, max: 1, noNaN: true }), (n, rate) => {
        const count = rate * n;
        const interval = wilson(count, n)!;
        const mirrored = wilson(n - count, n)!;
        expect(interval.low).toBeLessThanOrEqual(count / n + 1e-12);
        expect(interval.high).toBeGreaterThanOrEqual(count / n - 1e-12);
        expect(interval.low).toBeCloseTo(1 - mirrored.high, 9);
      }),
    );
  });

  it('is wider when overlapping rows count as fewer', () => {
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(width(wilson(30 / 2.5, 200 / 2.5)!)).toBeGreaterThan(1.4 * width(wilson(30, 200)!));
  });

  it('is undefined of nothing and refuses more than all', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(-1, 2)).toThrow(RangeError);
  });
});
