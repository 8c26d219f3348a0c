import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { wilson } from '../../../shared/statistics/wilson.ts';
import { type RunningEngine, runEngine } from '../../helpers/run-engine.ts';

let engine: RunningEngine;
let base: Scorecard;

beforeAll(async () => {
  engine = await runEngine();
  await engine.get('workspace.openSample', { language: 'en', taskId: 'sample' });
  base = (await engine.get('design.get', {})).scorecards[0]!;
}, 60_000);
afterAll(() => engine.stop());

const ask = (scorecard: Scorecard, variantId: string | null = null) =>
  engine.get('suggestions.weights', { scorecard, variantId, taskId: `t${Math.floor(performance.now())}` });
const twoGroups = () => ({ ...base, groups: base.groups.slice(0, 2) });

describe('suggested weights', () => {
  it('are equal weights with their held-out AUC where few churned allow no more', async () => {
    const advice = await ask(base);
    expect(advice).toMatchObject({
      type: 'suggested',
      freeNumbers: { most: 4, used: 0 },
      byAuc: { type: 'gated', reason: 'tooFewChurners' },
      ridge: { type: 'gated', reason: 'noFreeNumbers' },
    });
    if (advice.type !== 'suggested') return;
    expect(advice.parts).toHaveLength(6);
    expect(advice.equal.percents.reduce((sum, percent) => sum + percent, 0)).toBe(100);
    expect(advice.equal.heldOut!.value).toBeGreaterThan(0.5);
  });

  it('are learnt where there are few enough, and offered only above equal weights', async () => {
    const advice = await ask(twoGroups());
    if (advice.type !== 'suggested') throw new Error(advice.type);
    expect(advice.byAuc).toEqual({ type: 'gated', reason: 'tooFewChurners' });
    const { ridge } = advice;
    if (!('gain' in ridge)) throw new Error(ridge.type);
    const isShown = (ridge.gain?.low ?? 0) > 0 && ridge.gain!.value >= 0.005;
    expect(ridge.type).toBe(isShown ? 'offered' : 'equalDoesAsWell');
    expect(advice.current!.value).toBeGreaterThan(0.5);
    expect(advice.spread).toHaveLength(advice.parts.length);
  });

  it('count what earlier suggestions have learnt', async () => {
    const learnt = [{ what: 'sample-activeDays', numbers: 3 }];
    const advice = await ask({ ...twoGroups(), learnt });
    expect(advice).toMatchObject({ freeNumbers: { most: 4, used: 3 }, ridge: { type: 'gated' } });
  });

  it('of a variant with few churned accounts are refused, saying how many', async () => {
    const variant = {
      ...{ id: 'new', name: 'New', groups: base.groups, borrowK: 20 },
      conditions: [{ type: 'tenure' as const, operator: 'below' as const, days: 60 }],
    };
    const advice = await ask({ ...base, variants: [variant] }, 'new');
    expect(advice.type).toBe('gated');
    expect(advice.churners).toBeLessThan(10);
  });

  it('use no outcome of the test window', async () => {
    const settings = await engine.get('backtests.proposeSettings', { scorecardId: base.id });
    const run = await engine.get('backtests.run', { scorecardId: base.id, settings, taskId: 'r' });
    const advice = await ask(base);
    expect(advice.churners).toBe(run.figures.design!.churners - run.figures.design!.unscoredChurners);
  });

  it('can be stopped', async () => {
    const taskId = 'stop';
    const asked = engine.ask('suggestions.weights', { scorecard: twoGroups(), variantId: null, taskId });
    await engine.get('tasks.cancel', { taskId });
    const result = await asked;
    expect(result.ok || result.error.code === 'cancelled').toBe(true);
  });
});

describe('suggested cut-offs', () => {
  it('say the churn rate of each bin with its interval, on rows that count once a horizon', async () => {
    const measureId = 'sample-activeDays';
    const advice = await engine.get('suggestions.cutoffs', {
      ...{ scorecard: base, measureId, variantId: null },
      taskId: 'c',
    });
    if (advice.type !== 'suggested') throw new Error(advice.type);
    const { horizonDays } = await engine.get('backtests.proposeSettings', { scorecardId: base.id });
    const overlap = Math.ceil(horizonDays / 30);
    for (const { rows, rate, rateLow, rateHigh, churners } of advice.bins) {
      const interval = wilson((rate * rows) / overlap, rows / overlap)!;
      expect([rateLow, rateHigh]).toEqual([
        expect.closeTo(interval.low, 12),
        expect.closeTo(interval.high, 12),
      ]);
      expect(churners).toBeGreaterThan(0);
    }
    expect(advice.bins).toHaveLength(advice.points.length);
  });
});

describe('bounds that keep the band shares', () => {
  it('give a design with other weights the shares that its bands had', async () => {
    const { sessionId } = await engine.get('live.open', { scorecard: base, taskId: 'l2' });
    const heavy = {
      ...base,
      groups: base.groups.map((group, g) => ({ ...group, weight: g === 0 ? 100 : 1 })),
    };
    const method = { type: 'shares', of: base } as const;
    const { found } = await engine.get('live.bounds', { sessionId, scorecard: heavy, method });
    if (found?.type !== 'quantile' || found.bounds === null) throw new Error('no bounds');
    const bounds = [...found.bounds, 0];
    const sharesOf = async (scorecard: Scorecard, seq: number) => {
      const figures = await engine.get('live.edit', { sessionId, scorecard, seq });
      if (!('bands' in figures)) throw new Error('superseded');
      return figures.bands.map(({ share }) => share);
    };
    const [before, after] = [
      await sharesOf(base, 1),
      await sharesOf(
        { ...heavy, bands: base.bands.map((band, b) => ({ ...band, lowerBound: bounds[b]! })) },
        2,
      ),
    ];
    for (const [b, share] of after.entries()) expect(Math.abs(share - before[b]!)).toBeLessThan(0.02);
  });
});

describe('a bound from costs', () => {
  it('is the cheapest point of its own curve, and falls as calls get dearer', async () => {
    const { sessionId } = await engine.get('live.open', { scorecard: base, taskId: 'l' });
    const at = async (missCost: number) => {
      const method = { type: 'cost', missCost, callCost: 1 } as const;
      const { found } = await engine.get('live.bounds', { sessionId, scorecard: base, method });
      if (found?.type !== 'cost') throw new Error('no bound');
      return found;
    };
    const [dear, cheap] = [await at(20), await at(400)];
    expect(dear.bound).toBeLessThanOrEqual(cheap.bound);
    for (const { cost, curve, calls, misses, churners } of [dear, cheap]) {
      expect(Math.min(...curve)).toBeGreaterThanOrEqual(cost);
      expect(misses).toBeLessThanOrEqual(churners);
      expect(calls).toBeGreaterThanOrEqual(0);
    }
    expect(cheap.cost).toBe(cheap.calls + 400 * cheap.misses);
  });
});
