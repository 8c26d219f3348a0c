import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kolmogorovSmirnov } from '../../../shared/statistics/kolmogorov-smirnov.ts';
import { byOutcome, reference, telco } from './reference.ts';

const scores = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 30 });
const mixed = fc.tuple(scores, scores).filter(([a, b]) => new Set([...a, ...b]).size > 1);

describe('kolmogorovSmirnov', () => {
  it.each(Object.keys(telco.columns))('agrees with scipy on Telco’s %s', (name) => {
    const { churned, kept } = byOutcome(telco.columns[name]!);
    expect(kolmogorovSmirnov(churned, kept)).toBeCloseTo(reference.telco.univariate[name]!.ks, 12);
  });

  it('is the largest gap of cumulative shares at any value, either way round', () => {
    fc.assert(
      fc.property(mixed, ([a, b]) => {
        const share = (values: number[], at: number) =>
          values.filter((value) => value <= at).length / values.length;
        const gaps = [...a, ...b].map((at) => Math.abs(share(a, at) - share(b, at)));
        expect(kolmogorovSmirnov(a, b)).toBeCloseTo(Math.max(...gaps), 12);
        expect(kolmogorovSmirnov(b, a)).toBe(kolmogorovSmirnov(a, b));
      }),
    );
  });

  it('is undefined without a class and for a constant', () => {
    expect([kolmogorovSmirnov([], [1]), kolmogorovSmirnov([1], []), kolmogorovSmirnov([1], [1])]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
