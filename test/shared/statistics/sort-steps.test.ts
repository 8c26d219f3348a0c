import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../shared/statistics/random.ts';
import { runToEnd } from '../../../shared/statistics/run-to-end.ts';
import { sortSteps } from '../../../shared/statistics/sort-steps.ts';

describe('sortSteps', () => {
  it.each([0, 1, 65_536, 65_537, 200_000, 262_144, 330_001])(
    'sorts %d values as a plain sort does',
    (size) => {
      const random = createRandom(size);
      const values = Float64Array.from({ length: size }, () => {
        const value = Math.floor(random.uniform() * 50_000) - 20_000;
        return value % 17 === 0 ? Number.NaN : value / 4;
      });
      const before = values.slice();
      expect(runToEnd(sortSteps(values))).toEqual(values.slice().sort());
      expect(values).toEqual(before);
    },
  );

  it('says a share that only grows, up to all of it', () => {
    const shares: number[] = [];
    const steps = sortSteps(Float64Array.from({ length: 300_000 }, (_, i) => (i * 7919) % 1000));
    for (let step = steps.next(); step.done !== true; step = steps.next()) shares.push(step.value);
    expect(shares.length).toBeGreaterThan(15);
    expect(shares.every((share, i) => share > (shares[i - 1] ?? 0) - 1e-12)).toBe(true);
    expect(shares.at(-1)).toBeCloseTo(1, 12);
  });

  it('sorts any short array', () => {
    fc.assert(
      fc.property(fc.float64Array(), (values) => {
        expect(runToEnd(sortSteps(values))).toEqual(values.slice().sort());
      }),
    );
  });
});
