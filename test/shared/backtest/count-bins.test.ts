import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBins } from '../../../shared/backtest/count-bins.ts';
import { scalePoints } from '../../../shared/scoring/points.ts';

describe('rows per bin of a scale', () => {
  it('counts whole numbers the same from a half and from the whole number above it', () => {
    const values = Float64Array.from([9, 10, 10, 11, 12, Number.NaN]);
    const positive = [1, 0, 1, 0, 0, 1];
    expect(countBins(values, positive, [10.5])).toEqual({ rows: [3, 2], churned: [2, 0] });
    expect(countBins(values, positive, [11])).toEqual({ rows: [3, 2], churned: [2, 0] });
    expect(countBins(values, positive, [10])).toEqual({ rows: [1, 4], churned: [1, 1] });
    expect(countBins(values, positive, [1.5])).toEqual({ rows: [0, 5], churned: [0, 2] });
  });

  it('puts every row with a value where the scale gives it its points', () => {
    const values = fc.array(fc.oneof(fc.integer({ min: -3, max: 9 }), fc.double({ min: -3, max: 9 })));
    const cutoffs = fc.uniqueArray(
      fc.oneof(fc.integer({ min: -4, max: 10 }), fc.double({ min: -4, max: 10 })),
      {
        maxLength: 5,
        comparator: (a, b) => Math.abs(a - b) < 1e-6,
      },
    );
    fc.assert(
      fc.property(values, cutoffs, (all, unsorted) => {
        const cuts = unsorted.filter((cut) => !Number.isNaN(cut)).sort((a, b) => a - b);
        const scale = { type: 'bins' as const, cutoffs: cuts, points: [...cuts, 0].map((_, bin) => bin) };
        const churnedAt = all.map((_, r) => r % 3 === 0);
        const expected = scale.points.map((bin) =>
          all.flatMap((value, r) =>
            !Number.isNaN(value) && scalePoints(scale, value) === bin * 100 ? [churnedAt[r]!] : [],
          ),
        );
        const counts = countBins(Float64Array.from(all), churnedAt.map(Number), cuts);
        expect(counts.rows).toEqual(expected.map((rows) => rows.length));
        expect(counts.churned).toEqual(expected.map((rows) => rows.filter(Boolean).length));
      }),
    );
  });
});
