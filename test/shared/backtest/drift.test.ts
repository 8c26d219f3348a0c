import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDrift, stabilityIndex } from '../../../shared/backtest/drift.ts';
import { driftFiguresSchema } from '../../../shared/schemas/lab-figures.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { lab, randomLab, type ScoreRule } from './lab-panel.ts';
import { life } from './random-panel.ts';

const settings = {
  schedule: { type: 'typed' as const, days: [100, 130, 160, 300] },
  horizonDays: 30,
  knownThrough: 300,
  testFrom: 200,
};

function driftOf(score: ScoreRule, seed = 1, accounts = 120) {
  const lives = Array.from({ length: accounts }, (_, account) => life({ account }));
  const { input } = lab(lives, score, settings);
  return computeDrift(input, { seed, accountOrder: Int32Array.from({ length: accounts }, (_, a) => a) });
}
const noise =
  (seed: number): ScoreRule =>
  (account, t) =>
    createRandom(seed * 100_000 + account * 500 + t).integer(1001);

describe('drift', () => {
  it('is the stability index of the band shares, ½ in every cell', () => {
    // design 120 × 3 rows: half green, half red; latest all red
    const figures = driftOf((account, t) => (t < 200 && account % 2 === 0 ? 900 : 100));
    const cells = [180, 0, 180].map((n) => (n + 0.5) / 361.5);
    const latest = [0, 0, 120].map((n) => (n + 0.5) / 121.5);
    const index = cells.reduce((sum, e, b) => sum + (latest[b]! - e) * Math.log(latest[b]! / e), 0);
    expect(figures.psi).toBeCloseTo(index, 12);
    expect(figures).toMatchObject({ asOf: 300, swaps: 500, reason: null });
    expect(figures.bands.map(({ designShare, latestShare }) => [designShare, latestShare])).toEqual([
      [0.5, 0],
      [0, 0],
      [0.5, 1],
    ]);
    expect(figures.psi!).toBeGreaterThan(figures.limit!);
  });

  it('stays below its limit in about 19 of 20 panels where nothing moved', () => {
    const above = Array.from({ length: 60 }, (_, seed) => driftOf(noise(seed), seed)).filter(
      ({ psi, limit }) => psi! > limit!,
    );
    expect(above.length).toBeLessThanOrEqual(9);
  });

  it('swaps only within an account: where nobody ever moves, every swap is the same', () => {
    const figures = driftOf((account) => [900, 500, 100][account % 3]!);
    expect(figures.limit).toBe(figures.psi);
  });

  it('gives the same limit for the same seed, another for another', () => {
    expect(driftOf(noise(1), 5)).toEqual(driftOf(noise(1), 5));
    expect(driftOf(noise(1), 6).limit).not.toBe(driftOf(noise(1), 5).limit);
  });

  it('keeps its contract on any panel, shares included', () => {
    fc.assert(
      fc.property(randomLab(15), ({ input }) => {
        const accountOrder = Int32Array.from({ length: input.panel.accountCount }, (_, a) => a);
        const figures = computeDrift(input, { seed: 1, accountOrder });
        expect(driftFiguresSchema.safeParse(figures).error).toBeUndefined();
        if (figures.psi === null) expect(figures.reason).not.toBeNull();
        else expect(figures.bands.reduce((sum, band) => sum + band.latestShare!, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 40, seed: 12 },
    );
  });

  it('says why where there is none', () => {
    expect(driftOf(() => -1).reason).toBe('noRows');
    expect(driftOf((_, t) => (t < 200 ? -1 : 500))).toMatchObject({
      reason: 'noDesignRows',
      psi: null,
      limit: null,
    });
  });
});

describe('the stability index', () => {
  it('is 0 for equal shares and grows with the shift', () => {
    expect(stabilityIndex([10, 20, 30], [10, 20, 30])).toBe(0);
    expect(stabilityIndex([50, 50], [40, 60])).toBeLessThan(stabilityIndex([50, 50], [30, 70]));
    expect(Number.isFinite(stabilityIndex([0, 0], [0, 5]))).toBe(true);
  });
});
