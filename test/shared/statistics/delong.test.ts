import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delong } from '../../../shared/statistics/delong.ts';
import { byOutcome, reference, telco } from './reference.ts';

const scores = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 25 });
const mixed = fc.tuple(scores, scores).filter(([a, b]) => new Set([...a, ...b]).size > 1);

describe('delong', () => {
  it.each(Object.entries(reference.telco.delong))('agrees with pROC on Telco’s %s', (name, expected) => {
    const { churned, kept } = byOutcome(telco.columns[name]!);
    const result = delong(churned, kept)!;
    expect(Math.abs(result.variance / expected.delong_var - 1)).toBeLessThan(1e-9);
    expect(result.auc).toBeCloseTo(expected.auc, 12);
    expect(result.standardError).toBeCloseTo(expected.delong_se, 12);
    expect(result.interval.low).toBeCloseTo(expected.ci95_lo, 12);
    expect(result.interval.high).toBeCloseTo(expected.ci95_hi, 12);
  });

  it('has the variance of the structural components, computed pair by pair', () => {
    fc.assert(
      fc.property(mixed, ([a, b]) => {
        expect(delong(a, b)!.variance).toBeCloseTo(bruteForceVariance(a, b), 12);
      }),
    );
  });

  it('has the same variance for swapped classes', () => {
    fc.assert(
      fc.property(mixed, ([a, b]) => {
        expect(delong(a, b)!.variance).toBeCloseTo(delong(b, a)!.variance, 14);
      }),
    );
  });

  it('clips the interval to 0…1', () => {
    const { interval } = delong([2, 3, 5], [1, 1, 4])!;
    expect(interval.high).toBe(1);
    expect(interval.low).toBeGreaterThan(0);
  });

  it('is undefined with fewer than two rows in a class or a constant', () => {
    expect([delong([1], [0, 2]), delong([1, 2], [0]), delong([1, 1], [1, 1])]).toEqual([null, null, null]);
  });
});

function bruteForceVariance(positives: readonly number[], negatives: readonly number[]): number {
  const win = (p: number, n: number) => (p > n ? 1 : p === n ? 0.5 : 0);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const v10 = positives.map((p) => mean(negatives.map((n) => win(p, n))));
  const v01 = negatives.map((n) => mean(positives.map((p) => win(p, n))));
  const spread = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);
  return spread(v10) / v10.length + spread(v01) / v01.length;
}
