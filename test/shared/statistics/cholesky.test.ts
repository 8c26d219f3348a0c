import { describe, expect, it } from 'vitest';
import { invertPositiveDefinite } from '../../../shared/statistics/cholesky.ts';

describe('invertPositiveDefinite', () => {
  it('times the matrix is the unit matrix', () => {
    const a = Float64Array.from([4, 2, 1, 2, 5, -1, 1, -1, 6]);
    const inverse = invertPositiveDefinite(a, 3)!;
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++) {
        const entry = [0, 1, 2].reduce((sum, k) => sum + a[3 * i + k]! * inverse[3 * k + j]!, 0);
        expect(entry).toBeCloseTo(Number(i === j), 14);
      }
  });

  it('does not exist for a singular or an indefinite matrix', () => {
    expect(invertPositiveDefinite(Float64Array.from([1, 2, 2, 4]), 2)).toBeNull();
    expect(invertPositiveDefinite(Float64Array.from([1, 2, 2, 1]), 2)).toBeNull();
  });
});
