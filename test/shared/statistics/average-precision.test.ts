import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averagePrecision } from '../../../shared/statistics/average-precision.ts';
import { byOutcome, reference, telco } from './reference.ts';

const negated = (values: readonly number[]) => values.map((value) => -value);

describe('averagePrecision', () => {
  it.each(Object.keys(telco.columns))('agrees with scikit-learn on Telco’s %s, both ways', (name) => {
    const { churned, kept } = byOutcome(telco.columns[name]!);
    const expected = reference.telco.univariate[name]!;
    expect(averagePrecision(churned, kept)).toBeCloseTo(expected.average_precision_high, 12);
    expect(averagePrecision(negated(churned), negated(kept))).toBeCloseTo(expected.average_precision_low, 12);
  });

  it('is the plain sum over distinct thresholds', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        expect(averagePrecision(a, b)).toBeCloseTo(bruteForce(a, b), 12);
      }),
    );
  });

  it('of a constant is the share of positives, since one threshold calls everybody', () => {
    expect(averagePrecision([5], [5, 5, 5])).toBe(0.25);
  });

  it('is undefined without a class', () => {
    expect([averagePrecision([], [1]), averagePrecision([1], [])]).toEqual([null, null]);
  });
});

function bruteForce(positives: readonly number[], negatives: readonly number[]): number {
  const thresholds = [...new Set([...positives, ...negatives])].sort((a, b) => b - a);
  let previous = 0;
  let total = 0;
  for (const threshold of thresholds) {
    const found = positives.filter((value) => value >= threshold).length;
    const called = found + negatives.filter((value) => value >= threshold).length;
    total += ((found - previous) / positives.length) * (found / called);
    previous = found;
  }
  return total;
}
