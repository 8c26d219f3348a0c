import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auc } from '../../../shared/statistics/auc.ts';
import { byOutcome, reference, telco } from './reference.ts';

const scores = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 30 });
const mixed = fc.tuple(scores, scores).filter(([a, b]) => new Set([...a, ...b]).size > 1);

describe('auc', () => {
  it.each(Object.keys(telco.columns))('agrees with R on Telco’s %s', (name) => {
    const { churned, kept } = byOutcome(telco.columns[name]!);
    expect(auc(churned, kept)).toBeCloseTo(reference.telco.univariate[name]!.auc, 12);
  });

  it('is the share of pairs won, ties counting one half', () => {
    fc.assert(
      fc.property(mixed, ([a, b]) => {
        expect(auc(a, b)).toBeCloseTo(bruteForce(a, b), 12);
      }),
    );
    expect(auc([1, 2], [0, 1])).toBe((1 + 0.5 + 1 + 1) / 4);
  });

  it('of swapped classes is the rest to 1', () => {
    fc.assert(
      fc.property(mixed, ([a, b]) => {
        expect(auc(a, b)! + auc(b, a)!).toBeCloseTo(1, 12);
      }),
    );
  });

  it('is unchanged by a rising transform and by the order of rows', () => {
    const bend = (value: number) => Math.exp(value) - 3;
    fc.assert(
      fc.property(mixed, ([a, b]) => {
        expect(auc(a.map(bend).reverse(), b.map(bend))).toBe(auc(a, b));
      }),
    );
  });

  it('is undefined without a class and for a constant', () => {
    expect([auc([], [1, 2]), auc([1, 2], []), auc([3, 3], [3])]).toEqual([null, null, null]);
  });

  it('treats +0 and −0 as equal', () => {
    expect(auc([0, 1], [-0])).toBe(0.75);
    expect(auc([-0, 1], [0])).toBe(0.75);
  });

  it('refuses missing values', () => {
    expect(() => auc([1, Number.NaN], [0])).toThrow(RangeError);
  });
});

function bruteForce(positives: readonly number[], negatives: readonly number[]): number {
  let wins = 0;
  for (const p of positives) for (const n of negatives) wins += p > n ? 1 : p === n ? 0.5 : 0;
  return wins / (positives.length * negatives.length);
}
