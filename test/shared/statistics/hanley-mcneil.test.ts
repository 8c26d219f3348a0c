import { describe, expect, it } from 'vitest';
import {
  hanleyMcneilEdgeInterval,
  hanleyMcneilHalfWidth,
  hanleyMcneilVariance,
} from '../../../shared/statistics/hanley-mcneil.ts';

describe('hanleyMcneilVariance', () => {
  it('gives the half-widths of AUC .75 at 100, 300 and 1,000 accounts', () => {
    const width = (accounts: number, positives: number) =>
      hanleyMcneilHalfWidth(0.75, { positives, negatives: accounts - positives });
    expect(width(100, 10)).toBeCloseTo(0.181, 3);
    expect(width(300, 20)).toBeCloseTo(0.1265, 3);
    expect(width(1000, 60)).toBeCloseTo(0.0728, 3);
  });

  it('is the formula written out by hand at AUC .8 with 3 and 5', () => {
    const expected = (0.8 * 0.2 + 2 * (0.8 / 1.2 - 0.64) + 4 * (1.28 / 1.8 - 0.64)) / 15;
    expect(hanleyMcneilVariance(0.8, { positives: 3, negatives: 5 })).toBeCloseTo(expected, 15);
  });

  it('of the mirrored AUC belongs to the swapped classes', () => {
    expect(hanleyMcneilVariance(0.7, { positives: 12, negatives: 90 })).toBeCloseTo(
      hanleyMcneilVariance(0.3, { positives: 90, negatives: 12 }),
      15,
    );
  });
});

describe('hanleyMcneilEdgeInterval', () => {
  it.each([
    [3, 1],
    [3, 40],
    [12, 500],
    [60, 60],
    [500, 5],
  ])('at AUC 1 solves 1 − θ = 1.96·√V(θ) with %d and %d', (positives, negatives) => {
    const { low, high } = hanleyMcneilEdgeInterval(1, { positives, negatives });
    expect(high).toBe(1);
    expect(low).toBeGreaterThan(0);
    expect(1 - low).toBeCloseTo(hanleyMcneilHalfWidth(low, { positives, negatives }), 12);
    expect(1 - low).toBeGreaterThan(1e-3);
  });

  it('at AUC 0 mirrors AUC 1 of the swapped classes', () => {
    const zero = hanleyMcneilEdgeInterval(0, { positives: 12, negatives: 90 });
    const one = hanleyMcneilEdgeInterval(1, { positives: 90, negatives: 12 });
    expect(zero.low).toBe(0);
    expect(zero.high).toBeCloseTo(1 - one.low, 12);
  });

  it('narrows with more accounts', () => {
    const low = (positives: number) => hanleyMcneilEdgeInterval(1, { positives, negatives: 100 }).low;
    expect(low(5)).toBeLessThan(low(10));
    expect(low(10)).toBeLessThan(low(50));
  });

  it('refuses an AUC in between', () => {
    expect(() => hanleyMcneilEdgeInterval(0.99, { positives: 5, negatives: 5 })).toThrow(RangeError);
  });
});
