import { describe, expect, it } from 'vitest';
import {
  meanAucs,
  measureCoverage,
  type PanelWorld,
  panelTruth,
  solveIntercept,
} from '../../helpers/simulate-panels.ts';
import {
  isSaidToRankAlike,
  judgeWorlds,
  runLedgers,
  type VerdictShares,
  verdictWorlds,
} from '../../helpers/simulate-verdicts.ts';

// A small seeded sample of what `npm run simulate` runs whole; bounds are those of the whole run widened by three
// standard errors of the sample.
const PANELS = 100;
const WORLDS = 200;
const slack = (share: number, draws: number) => 3 * Math.sqrt((share * (1 - share)) / draws);

describe('an interval on simulated panels', () => {
  it.each<[PanelWorld]>([
    [{ rho: 0.5, slope: 1, churners: 30, horizonMonths: 2 }],
    [{ rho: 0.7, slope: 1.6, churners: 12, horizonMonths: 3 }],
  ])('holds the truth of many more accounts as often as it says, by row too seldom: %o', (world) => {
    const intercept = solveIntercept(world);
    const truth = panelTruth(world, intercept, 40_000, 7);
    const held = measureCoverage(world, truth, { intercept, panels: PANELS, seed: 8 });
    expect(held.auc).toBeGreaterThan(0.93 - slack(0.93, PANELS));
    expect(held.difference).toBeGreaterThan(0.93 - slack(0.93, PANELS));
    expect(held.byRow).toBeLessThan(0.88);
    expect(held.meanChurners).toBeCloseTo(world.churners, -0.7);
  });

  it.each(['season', 'growth'] as const)(
    'of the same date stays at .50 under a %s, over all pairs it does not',
    (calendar) => {
      const world: PanelWorld = { rho: 0.5, slope: 0, churners: 60, horizonMonths: 2, calendar };
      const found = meanAucs(world, { intercept: solveIntercept(world), panels: 40, seed: 9 });
      expect(Math.abs(found.sameDate - 0.5)).toBeLessThan(0.02);
      expect(found.allPairs).toBeGreaterThan(0.57);
    },
  );
});

describe('a verdict on simulated worlds', () => {
  const bounds: Record<string, Partial<Record<keyof VerdictShares, [number, number]>>> = {
    a: { works: [0.01, 0.04] },
    b: { works: [0, 0.025], worse: [0, 0.04] },
    c: { works: [0.88, 0.97] },
    d: { cannotTell: [0.88, 1] },
    e: { worse: [0.75, 1] },
    f: { works: [0.99, 1] },
  };

  it.each(verdictWorlds)(
    'is right as often as it should be in world $name, $churners of $accounts',
    (world) => {
      const worlds = world.accounts > 500 ? WORLDS / 2 : WORLDS;
      const shares = judgeWorlds(world, worlds, 10);
      for (const [key, [low, high]] of Object.entries(bounds[world.name]!)) {
        const share = shares[key as keyof VerdictShares];
        expect(share).toBeGreaterThanOrEqual(low - slack(low, worlds));
        expect(share).toBeLessThanOrEqual(high + slack(high, worlds));
      }
    },
  );

  it('says of a baseline that ranks alike that it does, always', () => {
    expect(Array.from({ length: 30 }, (_, seed) => isSaidToRankAlike(seed))).not.toContain(false);
  });
});

describe('the trial ledger on noise', () => {
  it.each([
    { accounts: 200, churners: 20 },
    { accounts: 300, churners: 30 },
  ])('has a luck line at what $accounts accounts with $churners churners reach by luck', (size) => {
    const found = runLedgers({ worlds: 20, ...size }, { seed: 11, shuffles: 40 });
    expect(found.ratio).toBeGreaterThan(0.75);
    expect(found.ratio).toBeLessThan(1.15);
    expect(found.above).toBeLessThan(0.2 + slack(0.2, 20));
    expect(found.freshAbove).toBeLessThan(0.05 + slack(0.05, 20));
  });
});
