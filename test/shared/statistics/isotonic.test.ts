import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isotonic, poolAdjacent } from '../../../shared/statistics/isotonic.ts';

const sample = fc.array(
  fc.record({ value: fc.integer({ min: -20, max: 20 }), weight: fc.integer({ min: 1, max: 9 }) }),
  {
    maxLength: 25,
  },
);

/** The max–min formula: fitted[i] = max over a ≤ i of min over b ≥ i of the weighted mean of a…b. */
function slowIsotonic(values: readonly number[], weights: readonly number[]): number[] {
  const mean = (a: number, b: number) => {
    const part = values.slice(a, b + 1);
    const shares = weights.slice(a, b + 1);
    return part.reduce((sum, v, i) => sum + v * shares[i]!, 0) / shares.reduce((sum, w) => sum + w, 0);
  };
  return values.map((_, i) => {
    const lows = Array.from({ length: i + 1 }, (__, a) =>
      Math.min(...Array.from({ length: values.length - i }, (___, b) => mean(a, i + b))),
    );
    return Math.max(...lows);
  });
}

describe('isotonic', () => {
  it('keeps R’s isoreg example', () => {
    expect([...isotonic([1, 0, 4, 3, 3, 5, 4, 2, 0])]).toEqual([0.5, 0.5, ...Array(7).fill(3)]);
  });

  it('equals the max–min formula', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const values = rows.map((row) => row.value);
        const weights = rows.map((row) => row.weight);
        const fitted = isotonic(values, weights);
        slowIsotonic(values, weights).forEach((v, i) => {
          expect(fitted[i]).toBeCloseTo(v, 10);
        });
      }),
    );
  });

  it('falls where it should fall: the mirror of rising', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const values = rows.map((row) => row.value);
        const weights = rows.map((row) => row.weight);
        const mirrored = isotonic(
          values.map((v) => -v),
          weights,
        );
        expect([...isotonic(values, weights, 'decreasing')]).toEqual([...mirrored].map((v) => 0 - v));
      }),
    );
  });

  it('refuses missing values and weights of 0', () => {
    expect(() => isotonic([1, Number.NaN])).toThrow(RangeError);
    expect(() => isotonic([1, 2], [1, 0])).toThrow(RangeError);
  });
});

describe('poolAdjacent', () => {
  it('covers every entry once, in blocks whose means rise strictly', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const blocks = poolAdjacent(
          rows.map((row) => row.value),
          rows.map((row) => row.weight),
          'increasing',
        );
        expect(blocks.flatMap(({ start, end }) => rows.map((_, i) => i).slice(start, end))).toEqual(
          rows.map((_, i) => i),
        );
        for (let b = 1; b < blocks.length; b++) expect(blocks[b]!.mean).toBeGreaterThan(blocks[b - 1]!.mean);
      }),
    );
  });

  it('joins equal rates of different sizes exactly', () => {
    expect(poolAdjacent([1, 3, 7], [10, 30, 70], 'decreasing')).toEqual([{ start: 0, end: 3, mean: 0.1 }]);
  });
});
