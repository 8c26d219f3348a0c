import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MissingPolicy, ValueScale } from '../../../shared/schemas/scorecard.ts';
import { findColumnFacts } from '../../../shared/scoring/column-facts.ts';
import { fillPoints } from '../../../shared/scoring/fill-points.ts';
import { missingPoints, NO_POINTS, scalePoints } from '../../../shared/scoring/points.ts';
import { binScale, cell, linearScale, missing, scale } from './random-scorecard.ts';

describe('bins', () => {
  it('put every value into exactly one of n + 1 bins', () => {
    fc.assert(
      fc.property(binScale, fc.array(cell, { minLength: 1, maxLength: 20 }), ({ cutoffs }, values) => {
        const numbered = { type: 'bins', cutoffs, points: [...cutoffs, 0].map((_, bin) => bin) } as const;
        const edges = [Number.NEGATIVE_INFINITY, ...cutoffs, Number.POSITIVE_INFINITY];
        for (const value of values.filter((x) => !Number.isNaN(x))) {
          const holding = edges
            .slice(0, -1)
            .flatMap((low, b) => (low <= value && value < edges[b + 1]! ? [b] : []));
          expect(holding).toHaveLength(1);
          expect(scalePoints({ ...numbered, points: [...numbered.points] }, value)).toBe(holding[0]! * 100);
        }
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('give a value on a cut-off to the bin above it', () => {
    const traffic = { type: 'bins' as const, cutoffs: [40, 70], points: [0, 50, 100] };
    expect([39.999999999, 40, 69.9, 70, 1e300].map((x) => scalePoints(traffic, x))).toEqual([
      0, 5000, 5000, 10000, 10000,
    ]);
  });

  it('round a cut-off to 9 decimals as values are', () => {
    const dragged = { type: 'bins' as const, cutoffs: [0.1 + 0.2], points: [0, 100] };
    const out = new Int16Array(1);
    fill(dragged, { type: 'exclude' }, [0.3], out);
    expect(scalePoints(dragged, 0.3)).toBe(10000);
    expect(out[0]).toBe(10000);
  });

  it('without a cut-off are one bin', () => {
    expect(scalePoints({ type: 'bins', cutoffs: [], points: [12.34] }, -5)).toBe(1234);
  });
});

describe('a linear scale', () => {
  it('runs from 0 at the worst to 10,000 at the best, in either direction', () => {
    const up = { type: 'linear' as const, worst: 0, best: 20 };
    const down = { type: 'linear' as const, worst: 3, best: 0 };
    expect([-1, 0, 5, 20, 21].map((x) => scalePoints(up, x))).toEqual([0, 0, 2500, 10000, 10000]);
    expect([4, 3, 2, 1, 0, -1].map((x) => scalePoints(down, x))).toEqual([0, 0, 3333, 6667, 10000, 10000]);
  });

  it('never falls as values get healthier', () => {
    fc.assert(
      fc.property(linearScale, cell, cell, (linear, a, b) => {
        fc.pre(!Number.isNaN(a) && !Number.isNaN(b));
        const towardsBest = linear.best >= linear.worst ? a <= b : a >= b;
        const [low, high] = towardsBest ? [a, b] : [b, a];
        expect(scalePoints(linear, low)).toBeLessThanOrEqual(scalePoints(linear, high));
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  it('of no width gives all points from there on', () => {
    const step = { type: 'linear' as const, worst: 5, best: 5 };
    expect([4.9, 5, 6].map((x) => scalePoints(step, x))).toEqual([0, 10000, 10000]);
  });
});

describe('a column of values', () => {
  it('gets the points each value gets alone, missing ones by their policy', () => {
    fc.assert(
      fc.property(scale, missing, fc.array(cell, { maxLength: 20 }), (anyScale, policy, values) => {
        const out = new Int16Array(values.length);
        fill(anyScale, policy, values, out);
        expect(Array.from(out)).toEqual(
          values.map((x) => (Number.isNaN(x) ? missingPoints(policy) : scalePoints(anyScale, x))),
        );
      }),
      { numRuns: 1000, seed: 3 },
    );
  });

  it('handles values beyond any scale', () => {
    const values = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308, -1e308, -0];
    const out = new Int16Array(values.length);
    fill({ type: 'linear', worst: 0, best: 20 }, { type: 'exclude' }, values, out);
    expect(Array.from(out)).toEqual([10000, 0, 10000, 0, 0]);
  });
});

describe('a missing value', () => {
  it('takes no part, is neutral, worst, or earns its own points', () => {
    expect(missingPoints({ type: 'exclude' })).toBe(NO_POINTS);
    expect(missingPoints({ type: 'neutral' })).toBe(5000);
    expect(missingPoints({ type: 'worst' })).toBe(0);
    expect(missingPoints({ type: 'ownBin', points: 12.34 })).toBe(1234);
  });
});

function fill(scaleOf: ValueScale, policy: MissingPolicy, values: readonly number[], out: Int16Array): void {
  const column = Float64Array.from(values);
  fillPoints({ scale: scaleOf, missing: policy }, column, findColumnFacts(column), out);
}
