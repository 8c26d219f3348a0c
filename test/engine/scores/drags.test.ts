import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { bandOfScores } from '../../../shared/scoring/find-band.ts';
import { wilson } from '../../../shared/statistics/wilson.ts';
import { type RunningEngine, runEngine } from '../../helpers/run-engine.ts';

type Figures = ChannelOutput<'live.open'>['figures'];

const measureId = 'sample-activeDays';
let engine: RunningEngine;
let base: Scorecard;
let sessionId: string;
let opened: Figures;
let today: number;
let seq = 1;

beforeAll(async () => {
  engine = await runEngine();
  await engine.get('workspace.openSample', { language: 'en', taskId: 'sample' });
  base = (await engine.get('design.get', {})).scorecards[0]!;
  const live = await engine.get('live.open', { scorecard: base, taskId: 'live' });
  ({ sessionId, figures: opened } = live);
  today = opened.today.asOf!;
}, 60_000);
afterAll(() => engine.stop());

const edit = (scorecard: Scorecard) =>
  engine.get('live.edit', { sessionId, seq: seq++, scorecard }) as Promise<Figures>;
const withBounds = (bounds: readonly number[]): Scorecard => ({
  ...base,
  bands: base.bands.map((band, b) => ({ ...band, lowerBound: bounds[b]! })),
});
const withFirstWeight = (weight: number): Scorecard => ({
  ...base,
  groups: base.groups.map((group, g) => (g === 0 ? { ...group, weight } : group)),
});
const commit = (card: Scorecard) =>
  engine.get('design.commit', {
    ...{ nameKey: 'test', parameters: {}, screen: 'scorecard' },
    changes: [{ kind: 'scorecard', id: card.id, body: card }],
  });
const grade = async () => {
  const settings = await engine.get('backtests.proposeSettings', { scorecardId: base.id });
  return engine.get('backtests.run', { scorecardId: base.id, settings, taskId: `run ${seq++}` });
};
const runsKept = async () => (await engine.get('backtests.list', { scorecardId: null })).items.length;
const rowsOf = async (card: Scorecard) => {
  await commit({ ...card, id: 'listed' });
  const sort = { key: 'accountId' as const, attribute: '', descending: false };
  const query = { scorecardId: 'listed', asOf: today, conditions: [], search: '', sort };
  return (await engine.get('lists.page', { ...query, attributes: [], offset: 0, limit: 500 })).rows;
};

describe('a drag', () => {
  it('grades nothing and counts in no ledger, however often; grading counts one design', async () => {
    for (let weight = 1; weight <= 40; weight++) await edit(withFirstWeight(weight));
    for (const weight of [12, 27]) await commit(withFirstWeight(weight));
    await engine.get('live.alarms', { sessionId, scorecard: base });
    await engine.get('live.compare', { sessionId, scorecards: [base, withFirstWeight(40)] });
    await engine.get('suggestions.cutoffs', {
      scorecard: base,
      variantId: null,
      measureId,
      taskId: 'cut-offs',
    });
    await engine.get('suggestions.weights', { scorecard: base, variantId: null, taskId: 'weights' });
    await engine.get('measures.explore', { taskId: 'explore' });
    expect(await runsKept()).toBe(0);
    const { run, opened: designs } = await grade();
    expect(designs).toBe(1);
    for (let weight = 1; weight <= 10; weight++) await edit(withFirstWeight(weight));
    await commit(base);
    expect((await engine.get('backtests.ledger', { runId: run.id })).entries).toHaveLength(1);
    expect(await runsKept()).toBe(1);
  });
});

describe('what measures and suggestions are looked at on', () => {
  it('is the design window: no row of the purge, none of the test window', async () => {
    const settings = await engine.get('backtests.proposeSettings', { scorecardId: base.id });
    const fixed = { kind: 'backtestSettings' as const, id: 'current' as const, body: settings };
    const step = { nameKey: 'test', parameters: {}, screen: 'backtest' };
    await engine.get('design.commit', { ...step, changes: [fixed] });
    const { snapshots, testFrom } = (await grade()).figures;
    expect(new Set(snapshots.map(({ window }) => window))).toEqual(
      new Set(['design', 'purge', 'test', 'pending']),
    );
    const design = snapshots.filter(({ window }) => window === 'design');
    const rows = design.reduce((sum, { positives, kept }) => sum + positives + kept, 0);
    const last = design.at(-1)!.asOf;
    expect(last).toBeLessThan(testFrom!);

    const figures = await engine.get('measures.figures', { measureIds: null, taskId: 'figures' });
    expect(figures.items.map((item) => item.rows)).toEqual(figures.items.map(() => rows));
    expect(figures.designLast).toBe(last);
    expect((await engine.get('measures.explore', { taskId: 'explore' })).rows).toBe(rows);
    const detail = await engine.get('measures.detail', { measureId, taskId: 'detail' });
    expect(detail.byDate.map(({ asOf }) => asOf)).toEqual(design.map(({ asOf }) => asOf));
    expect(detail.history.filter(({ inDesign }) => inDesign).at(-1)!.asOf).toBe(last);

    const item = figures.items.find((one) => one.measureId === measureId)!;
    const advice = await engine.get('suggestions.cutoffs', {
      scorecard: base,
      variantId: null,
      measureId,
      taskId: 'c',
    });
    if (advice.type !== 'suggested') throw new Error(advice.type);
    expect(advice.bins.reduce((sum, bin) => sum + bin.rows, 0)).toBe(rows - item.missingRows);
    await engine.get('design.undo', {});
  });
});

describe('live figures', () => {
  it('divide the rows of a rate by how many dates see the same outcome', async () => {
    const { horizonDays } = await engine.get('backtests.proposeSettings', { scorecardId: base.id });
    const overlap = Math.ceil(horizonDays / 30);
    expect(overlap).toBeGreaterThan(1);
    const asked = { measureIds: [measureId], scorecardId: base.id, taskId: 'fifths' };
    const { fifths } = (await engine.get('measures.figures', asked)).items[0]!;
    expect(fifths.length).toBeGreaterThan(2);
    const intervals = [
      ...opened.bands.filter((band) => band.rows > 0),
      ...fifths.map(({ rateLow: low, rateHigh: high, ...bin }) => ({ ...bin, low, high })),
    ];
    for (const { rows, positives, low, high } of intervals) {
      const interval = wilson(positives / overlap, rows / overlap)!;
      expect(low).toBeCloseTo(interval.low, 12);
      expect(high).toBeCloseTo(interval.high, 12);
    }
  });

  it('count the accounts of today in the bands that the lists put them in', async () => {
    const { bands, unscored } = opened.today;
    const rows = await rowsOf(base);
    const bandOf = bandOfScores(base.bands);
    const counts = base.bands.map(
      (_, b) => rows.filter(({ score }) => score !== null && bandOf[Math.round(score * 10)] === b).length,
    );
    expect(bands.map(({ accounts }) => accounts)).toEqual(counts);
    expect(unscored).toBe(rows.filter(({ score }) => score === null).length);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(2);
  });

  it('warn where all is healthy, all alarm, or one band holds most, and not before', async () => {
    const moderation = ['allHealthy', 'allAlarm', 'oneBandHoldsMost'];
    const warned = async (card: Scorecard) =>
      (await edit(card)).warnings.filter((warning) => moderation.includes(warning));
    expect(base.bands.map(({ alarm }) => alarm)).toEqual([false, false, false, true]);
    expect(await warned(base)).toEqual([]);
    expect(await warned(withBounds([0.3, 0.2, 0.1, 0]))).toEqual(['allHealthy']);
    expect(await warned(withBounds([100, 99.9, 0.1, 0]))).toContain('oneBandHoldsMost');
    expect(await warned(withBounds([100, 99.9, 99.8, 0]))).toContain('allAlarm');
  });
});

describe('the explorer', () => {
  it('gives the KS of the distribution that it draws', async () => {
    const { items } = await engine.get('measures.figures', { measureIds: [measureId], taskId: 'one' });
    const { histogram, rows, missingRows } = items[0]!;
    const width = histogram.edges[1]! - histogram.edges[0]!;
    expect(width, 'one bin a whole number').toBe(1);
    const shares = (counts: readonly number[]) => {
      const all = counts.reduce((sum, count) => sum + count, 0);
      return counts.map((_, bin) => counts.slice(0, bin + 1).reduce((sum, count) => sum + count, 0) / all);
    };
    const [churned, kept] = [shares(histogram.churned), shares(histogram.kept)];
    const largest = Math.max(...churned.map((share, bin) => Math.abs(share - kept[bin]!)));
    const explored = (await engine.get('measures.explore', { taskId: 'ks' })).items.find(
      (item) => item.measureId === measureId,
    )!;
    expect(rows - missingRows).toBeGreaterThan(1000);
    expect(explored.ks).toBeCloseTo(largest, 12);
  });
});

describe('an override', () => {
  it('stands beside the score in lists and on the account page, and changes neither score nor band', async () => {
    const before = await rowsOf(base);
    const { accountId } = before.find(({ score }) => score !== null)!;
    const asOf = today;
    const override = {
      ...{ accountId, bandId: base.bands.at(-1)!.id, reason: 'Their champion left', owner: 'Aoki' },
      ...{ setOn: asOf - 1, expiresOn: asOf + 30 },
    };
    const after = await rowsOf({ ...base, overrides: [override] });
    expect(after).toEqual(before.map((row) => (row.accountId === accountId ? { ...row, override } : row)));
    const account = await engine.get('accounts.get', { accountId, scorecardId: 'listed', asOf });
    expect(account.override).toEqual(override);
    const other = before.find((row) => row.accountId !== accountId)!.accountId;
    const page = await engine.get('accounts.get', { accountId: other, scorecardId: 'listed', asOf });
    expect(page.override).toBeUndefined();
  });
});
