import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Explorer } from '../../../shared/schemas/measure-explorer.ts';
import { type RunningEngine, runEngine } from '../../helpers/run-engine.ts';

let running: RunningEngine;
let measures: Measure[];
let explored: Explorer;

/** The last hearing, and the same while it is at most 60 days old. */
const rating = (id: string, staleAfterDays: number | null): Measure => ({
  ...{ id, name: id, direction: 'higher', actionable: true },
  aggregation: {
    type: 'latestRecord',
    source: 'hearingNotes',
    column: 'rating',
    staleAfterDays,
    filters: [],
  },
});

/** Set from the day of churn, and told without a date. */
const leak: Measure = {
  ...{ id: 'leak', name: 'leak', direction: 'lower', actionable: false },
  aggregation: { type: 'attribute', attribute: 'Churn flag' },
};

beforeAll(async () => {
  running = await runEngine();
  await running.get('workspace.openSample', { language: 'en', taskId: 'sample' });
  const made = [rating('always', null), rating('fresh', 60), leak];
  await running.get('design.commit', {
    ...{ nameKey: 'measures:steps.addProposed', parameters: {}, screen: 'measures' },
    changes: made.map((body) => ({ kind: 'measure' as const, id: body.id, body })),
  });
  measures = (await running.get('design.get', {})).measures;
  explored = await running.get('measures.explore', { taskId: 'explore' });
}, 120_000);
afterAll(() => running.stop());

const itemOf = (id: string) => explored.items.find(({ measureId }) => measureId === id)!;

describe('measures.explore over the sample', () => {
  it('has every measure once, in clusters that share them out', () => {
    expect(explored.items.map(({ measureId }) => measureId)).toEqual(measures.map(({ id }) => id));
    const clustered = explored.clusters.flatMap(({ members }) => members);
    expect([...clustered].sort()).toEqual(measures.map(({ id }) => id).sort());
    for (const { members, keep, why } of explored.clusters) {
      expect(members).toContain(keep);
      expect(why === 'only').toBe(members.length === 1);
    }
    expect(explored.clusters.some(({ members }) => members.length > 1)).toBe(true);
    expect(explored.correlations).toHaveLength(measures.length ** 2);
  });

  it('says how many churned accounts have a value: what AUC, KS and IV rest on', async () => {
    const ids = ['sample-nps', 'sample-activeDays'];
    const { items } = await running.get('measures.figures', { measureIds: ids, taskId: 'n' });
    const [nps, days] = items as [MeasureFigures, MeasureFigures];
    expect([nps.churners, nps.rows]).toEqual([41, 6034]);
    expect([nps.churnersWithValue, nps.rows - nps.missingRows]).toEqual([29, 3960]);
    expect(days.churnersWithValue).toBe(days.churners);
  });

  it('flags the one that is too good to be true, and no other', async () => {
    const { items } = await running.get('measures.figures', { measureIds: null, taskId: 'flags' });
    const flagged = items.filter(({ suspicious }) => suspicious.includes('tooGood'));
    expect(flagged.map(({ measureId }) => measureId)).toEqual(['leak']);
    expect(flagged[0]!.auc!.value).toBeGreaterThan(0.9);
    expect(flagged[0]!.suspicious).toEqual(['tooGood', 'flagName', 'undatedAttribute']);
  });

  it('shows a measure alone as it does among all, on the same dates', async () => {
    const ask = (measureIds: string[] | null) =>
      running.get('measures.figures', { measureIds, taskId: `figures ${measureIds}` });
    const all = await ask(null);
    for (const { id } of measures.slice(0, 3)) {
      const alone = await ask([id]);
      expect(alone).toEqual({ ...all, items: all.items.filter(({ measureId }) => measureId === id) });
    }
    expect(await ask(null)).toEqual(all);
  });

  it('puts the IV of a measure that tells churn apart above its noise floor', async () => {
    const { items } = await running.get('measures.figures', { measureIds: null, taskId: 'figures' });
    const settled = items.filter(({ healthier }) => healthier !== 'notSettled');
    expect(settled.length).toBeGreaterThan(2);
    const best = [...settled].sort((a, b) => b.auc!.value - a.auc!.value)[0]!;
    const { iv, ks, noise } = itemOf(best.measureId);
    expect(noise.shuffles).toBe(200);
    expect(iv!).toBeGreaterThan(noise.iv!);
    expect(best.auc!.value - 0.5).toBeGreaterThan(noise.aucDistance!);
    expect(ks!).toBeGreaterThan(0.2);
  });

  it('counts as stale what is missing only for its age', () => {
    expect(itemOf('always').staleShare).toBeNull();
    expect(itemOf('fresh').staleShare!).toBeGreaterThan(0.1);
  });

  it('answers the same again', async () => {
    expect(await running.get('measures.explore', { taskId: 'again' })).toEqual(explored);
  });

  it('keeps the floor of a measure whichever others stand beside it', async () => {
    const [first, ...others] = measures;
    const gone = others.map(({ id }) => ({ kind: 'measure' as const, id, body: null }));
    const { scorecards } = await running.get('design.get', {});
    const cards = scorecards.map(({ id }) => ({ kind: 'scorecard' as const, id, body: null }));
    const step = { nameKey: 'measures:steps.remove', parameters: {}, screen: 'measures' };
    const settings = await running.get('backtests.proposeSettings', { scorecardId: scorecards[0]!.id });
    const fixed = { kind: 'backtestSettings' as const, id: 'current' as const, body: settings };
    await running.get('design.commit', { ...step, changes: [fixed] });
    const before = await running.get('measures.explore', { taskId: 'before' });
    await running.get('design.commit', { ...step, changes: [...cards, ...gone] });
    const alone = await running.get('measures.explore', { taskId: 'alone' });
    expect(alone.items).toEqual([before.items.find(({ measureId }) => measureId === first!.id)]);
    await running.get('design.undo', {});
    await running.get('design.undo', {});
  });
});

describe('measures.detail', () => {
  it('shares the rows of the design window among its bins', async () => {
    const { figures, bins, missingBin } = await running.get('measures.detail', {
      measureId: 'fresh',
      taskId: 'detail',
    });
    const rows = bins.reduce((sum, bin) => sum + bin.rows, 0);
    expect(rows).toBe(figures.rows - figures.missingRows);
    expect(missingBin?.rows).toBe(figures.missingRows);
    for (const { rate, rateLow, rateHigh, positives, rows: of } of bins) {
      expect(rate).toBeCloseTo(positives / of, 12);
      expect(rateLow).toBeLessThanOrEqual(rate);
      expect(rateHigh).toBeGreaterThanOrEqual(rate);
    }
    expect(figures.examples.length).toBeGreaterThan(0);
  });

  it('gives an AUC for dates of the design window only, and a median for all', async () => {
    const { history, byDate } = await running.get('measures.detail', { measureId: 'always', taskId: 'd' });
    expect(byDate.map(({ asOf }) => asOf)).toEqual(history.filter((h) => h.inDesign).map((h) => h.asOf));
    expect(history.some((h) => !h.inDesign && h.median !== null)).toBe(true);
  });

  it('answers "no data" for a measure that is gone', async () => {
    const result = await running.ask('measures.detail', { measureId: 'nobody', taskId: 'd' });
    expect(result).toMatchObject({ ok: false, error: { code: 'noData' } });
  });
});

describe('measures.explore while it runs', () => {
  it('says how far it is and stops when asked', async () => {
    const { measures: now } = await running.get('design.get', {});
    const extra = now.slice(0, 12).flatMap((measure, i): Measure[] => [
      { ...measure, id: `x${i}`, aggregation: { type: 'formula', formula: `[${measure.id}] × 2` } },
      { ...measure, id: `y${i}`, aggregation: { type: 'formula', formula: `[${measure.id}] × 3` } },
    ]);
    const step = { nameKey: 'measures:steps.addProposed', parameters: {}, screen: 'measures' };
    const changes = extra.map((body) => ({ kind: 'measure' as const, id: body.id, body }));
    await running.get('design.commit', { ...step, changes });
    const told: number[] = [];
    running.engine.onEvent((event) => {
      if (event.type !== 'task.progress' || event.taskId !== 'stopped') return;
      told.push(event.done / event.total);
      void running.ask('tasks.cancel', { taskId: 'stopped' });
    });
    const result = await running.ask('measures.explore', { taskId: 'stopped' });
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(told.length).toBeGreaterThan(0);
    expect(Math.max(...told)).toBeLessThan(1);
  });
});
