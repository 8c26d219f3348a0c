import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import type { Condition } from '../../../shared/schemas/segment.ts';
import { bandOfScores } from '../../../shared/scoring/find-band.ts';
import { type RunningEngine, runEngine } from '../../helpers/run-engine.ts';

type Figures = ChannelOutput<'live.open'>['figures'];

let engine: RunningEngine;
let base: Scorecard;
let sessionId: string;
let opened: Figures;
let asOf: number;

const cap = (card: Scorecard): Scorecard => ({
  ...card,
  exceptions: [
    {
      id: 'cap',
      condition: { measureId: 'sample-activeDays', operator: 'below', value: 9 },
      effect: { type: 'atMost', score: 0, bandId: card.bands.at(-1)!.id },
    },
  ],
});
const edit = (scorecard: Scorecard) =>
  engine.get('live.edit', { sessionId, seq: seq++, scorecard }) as Promise<Figures>;
let seq = 1;

beforeAll(async () => {
  engine = await runEngine();
  await engine.get('workspace.openSample', { language: 'en', taskId: 'sample' });
  base = (await engine.get('design.get', {})).scorecards[0]!;
  const live = await engine.get('live.open', { scorecard: base, taskId: 'live' });
  ({ sessionId, figures: opened } = live);
  asOf = opened.today.asOf!;
}, 60_000);
afterAll(() => engine.stop());

describe('who changes band', () => {
  it('is who the lists put into another band, with both scores', async () => {
    const after = cap(base);
    const changes = await engine.get('live.changes', { sessionId, before: base, after });
    const [old, now] = [await listed(base), await listed(after)];
    const moved = [...old].filter(([id, row]) => now.get(id)!.bandId !== row.bandId);
    expect(changes.accounts).toBe(old.size);
    expect(changes.total).toBe(moved.length);
    expect(changes.total).toBeGreaterThan(10);
    for (const row of changes.rows) {
      expect(row.from).toEqual(old.get(row.accountId));
      expect(row.to).toEqual(now.get(row.accountId));
      expect(row.reason).toEqual({ type: 'exception', exceptionId: 'cap', holds: true });
    }
  });

  it('names the bounds, the measure and the coverage that did it', async () => {
    const raised = { ...base, bands: base.bands.map((b) => ({ ...b, lowerBound: b.lowerBound * 1.1 })) };
    const byBounds = await engine.get('live.changes', { sessionId, before: base, after: raised });
    expect(new Set(byBounds.rows.map(({ reason }) => reason.type))).toEqual(new Set(['bounds']));
    const onlyNps = {
      ...base,
      groups: base.groups.map((g) => ({ ...g, weight: g.id === 'relation' ? 100 : 0 })),
    };
    const byWeights = await engine.get('live.changes', { sessionId, before: base, after: onlyNps });
    expect(byWeights.rows.some(({ reason }) => reason.type === 'weights')).toBe(true);
    const [first, ...rest] = base.groups;
    const raisedGroup = { ...base, groups: [{ ...first!, weight: first!.weight * 4 }, ...rest] };
    const byGroup = await engine.get('live.changes', { sessionId, before: base, after: raisedGroup });
    expect(byGroup.total).toBeGreaterThan(0);
    for (const { reason } of byGroup.rows) {
      expect(reason).toEqual({ type: 'groupWeight', groupId: first!.id });
    }
    const [changed, ...others] = first!.measures;
    const flat = { type: 'linear', worst: 0, best: 1_000_000 } as const;
    const rescaled = { ...changed!, scale: changed!.scale.type === 'linear' ? changed!.scale : flat };
    const byScale = await engine.get('live.changes', {
      ...{ sessionId, before: base },
      after: { ...base, groups: [{ ...first!, measures: [rescaled, ...others] }, ...rest] },
    });
    expect(byScale.total).toBeGreaterThan(0);
    for (const { reason } of byScale.rows) {
      expect(reason).toMatchObject({ type: 'measure', measureId: changed!.measureId });
    }
    const strict = { ...base, minimumCoverage: 1 };
    const byCoverage = await engine.get('live.changes', { sessionId, before: base, after: strict });
    expect(byCoverage.rows.length).toBe((await edit(strict)).today.unscored);
    expect(byCoverage.rows.every(({ reason }) => reason.type === 'coverage')).toBe(true);
  });

  it('is nobody between a design and itself', async () => {
    const same = await engine.get('live.changes', { sessionId, before: base, after: base });
    expect(same).toMatchObject({ total: 0, rows: [] });
  });
});

describe('the rows of bins', () => {
  const measureId = 'sample-activeDays';
  const withScale = (cutoffs: number[], points: number[]): Scorecard => ({
    ...base,
    groups: base.groups.map((group) => ({
      ...group,
      measures: group.measures.map((measure) =>
        measure.measureId === measureId
          ? { ...measure, scale: { type: 'bins' as const, cutoffs, points } }
          : measure,
      ),
    })),
  });
  const countsAt = async (cutoffs: number[]) => {
    const points = [...cutoffs, 0].map((_, bin) => bin);
    const { bins } = await edit(withScale(cutoffs, points));
    return bins.find((entry) => entry.measureId === measureId && entry.variantId === null)!;
  };

  it('are the same below 10.5 and below 11 where values are whole numbers', async () => {
    const { rows, churned } = await countsAt([10.5]);
    expect({ rows, churned }).toEqual(
      (({ rows: r, churned: c }) => ({ rows: r, churned: c }))(await countsAt([11])),
    );
    expect(rows[0]).toBeGreaterThan((await countsAt([10])).rows[0]!);
  });

  it('are those that a suggestion of the same cut-offs counts, and all that have a value', async () => {
    const scorecard = withScale([9], [0, 100]);
    const asking = { scorecard, measureId, variantId: null, taskId: 'cutoffs' };
    const advice = await engine.get('suggestions.cutoffs', asking);
    if (advice.type !== 'suggested') throw new Error(advice.type);
    const { rows } = await countsAt(advice.cutoffs);
    expect(rows).toEqual(advice.bins.map((bin) => bin.rows));
    const asked = { measureIds: [measureId], scorecardId: base.id, taskId: 'figures' };
    const [figures] = (await engine.get('measures.figures', asked)).items;
    expect(figures!.rows).toBe(opened.rows);
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    expect(sum(rows)).toBe(figures!.rows - figures!.missingRows);
    // Whole numbers lie in the middle of their bars.
    expect(figures!.histogram).toMatchObject({ isWhole: true });
    expect(figures!.histogram.edges.every((edge) => Math.abs(edge % 1) === 0.5)).toBe(true);
    expect(sum(figures!.histogram.churned) + sum(figures!.histogram.kept)).toBe(sum(rows));
  });
});

describe('whom an exception bites', () => {
  it('is as many accounts as the figures say, each with a value that meets it', async () => {
    const card = cap(base);
    const figures = await edit(card);
    const bites = await engine.get('live.bites', { sessionId, scorecard: card, exceptionId: 'cap' });
    expect(bites.total).toBe(figures.exceptions[0]!.accountsToday);
    const limit = base.bands.at(-2)!.lowerBound - 0.1;
    for (const { value, from, to } of bites.rows) {
      expect(value).toBeLessThan(9);
      expect(from).toBeGreaterThan(limit);
      expect(to).toBeCloseTo(limit, 9);
    }
  });

  it('is nobody for a rule that is gone', async () => {
    const none = await engine.get('live.bites', { sessionId, scorecard: base, exceptionId: 'cap' });
    expect(none.total).toBe(0);
  });
});

describe('accounts that several variants fit', () => {
  it('are as many as the figures say, with the variants in order', async () => {
    const variant = (id: string, days: number) => ({
      ...{ id, name: id, groups: base.groups, borrowK: 20 },
      conditions: [{ type: 'tenure' as const, operator: 'atLeast' as const, days }],
    });
    const card = { ...base, variants: [variant('old', 700), variant('all', 0)] };
    const figures = await edit(card);
    const found = await engine.get('live.conflicts', { sessionId, scorecard: card });
    expect(found.total).toBe(figures.severalVariants.accounts);
    expect(found.total).toBeGreaterThan(0);
    expect(found.rows.every(({ variantIds }) => variantIds.join() === 'old,all')).toBe(true);
  });
});

describe('overridden accounts', () => {
  it('are shown with the score and band that they have by themselves', async () => {
    const list = await engine.get('lists.page', {
      ...{ scorecardId: base.id, asOf: opened.today.asOf!, conditions: [], search: '', attributes: [] },
      ...{ sort: { key: 'score', attribute: '', descending: false }, offset: 0, limit: 2 },
    });
    const dates = { setOn: 0, expiresOn: 50_000 };
    const overrides = [...list.rows.map(({ accountId }) => accountId), 'nobody'].map((accountId) => ({
      ...{ accountId, bandId: base.bands[0]!.id, reason: 'met them', owner: '' },
      ...dates,
    }));
    const found = await engine.get('live.overrides', { sessionId, scorecard: { ...base, overrides } });
    expect(found.asOf).toBe(opened.today.asOf);
    const raw = ({
      accountId,
      score,
      bandId,
    }: {
      accountId: string;
      score: number | null;
      bandId: string | null;
    }) => [accountId, score, bandId].join();
    expect(found.rows.map(raw).sort()).toEqual(list.rows.map(raw).sort());
    expect(found.rows.every(({ bandId }) => bandId !== base.bands[0]!.id)).toBe(true);
    expect((await engine.get('live.overrides', { sessionId, scorecard: base })).rows).toEqual([]);
  });
});

describe('the cells of a pattern', () => {
  const pattern = {
    across: { measureId: 'sample-activeDays', cut: 9 },
    upward: { measureId: 'sample-seatUse', cut: 0.5 },
  };

  it('hold every account of today and every row of the design window once', async () => {
    const found = await engine.get('live.pattern', { sessionId, pattern });
    const sum = (of: (cell: (typeof found.cells)[number]) => number) =>
      found.cells.reduce((total, cell) => total + of(cell), 0);
    const today = opened.today.bands.reduce((total, { accounts }) => total + accounts, opened.today.unscored);
    expect(sum((cell) => cell.accountsToday) + found.missingToday).toBe(today);
    expect(sum((cell) => cell.rows)).toBeLessThanOrEqual(opened.rows);
    for (const { rate, low, high, positives, rows } of found.cells) {
      expect(rate).toBeCloseTo(positives / rows, 12);
      expect(low!).toBeLessThanOrEqual(rate!);
      expect(high!).toBeGreaterThanOrEqual(rate!);
    }
  });

  it('are those that lists and account pages show', async () => {
    const words = { label: '', action: 'call', owner: '' };
    const whole = { ...pattern, id: 'p', name: 'p', cells: [words, words, words, words] };
    const card = { ...base, id: 'patterned', patterns: [whole] };
    await keep(card);
    const rows = await page('patterned');
    const found = await engine.get('live.pattern', { sessionId, pattern });
    for (const cell of [0, 1, 2, 3]) {
      const count = rows.filter((row) => row.patterns?.[0] === cell).length;
      expect(count, `cell ${cell}`).toBe(found.cells[cell]!.accountsToday);
    }
    const chosen = [{ type: 'pattern' as const, patternId: 'p', cells: [0, 3] }];
    const inCells = await page('patterned', chosen);
    expect(inCells.map((row) => row.accountId)).toEqual(
      rows.filter(({ patterns }) => [0, 3].includes(patterns![0]!)).map((row) => row.accountId),
    );
    const { accountId, patterns } = rows[0]!;
    const account = await engine.get('accounts.get', { accountId, scorecardId: 'patterned', asOf });
    expect(account.patterns).toEqual(patterns);
  });
});

describe('alarms on the test dates', () => {
  it('are counted per date of the test window alone, without its outcomes', async () => {
    const { dates } = await engine.get('live.alarms', { sessionId, scorecard: base });
    const settings = await engine.get('backtests.proposeSettings', { scorecardId: base.id });
    const run = await engine.get('backtests.run', { scorecardId: base.id, settings, taskId: 'run' });
    const test = run.figures.snapshots.filter(({ window }) => window === 'test');
    expect(dates.map((date) => date.asOf)).toEqual(test.map((snapshot) => snapshot.asOf));
    const alarm = base.bands.findIndex((band) => band.alarm);
    dates.forEach((date, i) => {
      const inAlarm = test[i]!.bandCounts.slice(alarm).reduce((sum, count) => sum + count, 0);
      expect(date.alarms).toBe(inAlarm);
    });
  });
});

describe('the baseline', () => {
  it('is nothing before the first version, then that version on the same rows', async () => {
    const before = await engine.get('live.baseline', { sessionId, scorecardId: base.id });
    expect(before.version).toBeNull();
    await engine.get('design.saveVersion', { scorecardId: base.id, name: 'One', note: '' });
    await edit(cap(base));
    const { version } = await engine.get('live.baseline', { sessionId, scorecardId: base.id });
    expect(version).toMatchObject({ number: 1, name: 'One', scorecard: base });
    expect({ ...version!.figures, seq: 0 }).toEqual({ ...opened, seq: 0 });
    expect(await edit(base), 'asking leaves the stream of edits right').toMatchObject({
      auc: opened.auc,
      bands: opened.bands,
    });
  });

  it('says so when the session is gone', async () => {
    const gone = await engine.ask('live.baseline', { sessionId: 'nowhere', scorecardId: base.id });
    expect(gone).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });
});

async function keep(card: Scorecard): Promise<void> {
  await engine.get('design.commit', {
    ...{ nameKey: 'test', parameters: {}, screen: 'scorecard' },
    changes: [{ kind: 'scorecard', id: card.id, body: card }],
  });
}

async function page(scorecardId: string, conditions: Condition[] = []) {
  const sort = { key: 'accountId' as const, attribute: '', descending: false };
  const query = { scorecardId, asOf, conditions, search: '', sort, attributes: [] };
  return (await engine.get('lists.page', { ...query, offset: 0, limit: 500 })).rows;
}

/** Score and band of today's accounts as the lists compute them, on another path. */
async function listed(card: Scorecard) {
  await keep({ ...card, id: 'listed' });
  const bandOf = bandOfScores(card.bands);
  const rows = await page('listed');
  return new Map(
    rows.map(({ accountId, score }) => [
      accountId,
      { score, bandId: score === null ? null : card.bands[bandOf[Math.round(score * 10)]!]!.id },
    ]),
  );
}
