import { describe, expect, it } from 'vitest';
import { type Scale, scaleSchema } from '../../../shared/schemas/scorecard.ts';
import { scalePoints } from '../../../shared/scoring/points.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { suggestCutoffs } from '../../../shared/suggestions/suggest-cutoffs.ts';
import { binsAllowed, suggestionGate } from '../../../shared/suggestions/suggestion-gate.ts';
import { drawMeasure, drawRows, oneDate } from './random-rows.ts';
import { slowCutoffs } from './slow-cutoffs.ts';

const everything = suggestionGate(100);

describe('suggestCutoffs', () => {
  it('equals the design note followed by hand over lists of rows', () => {
    const kinds = { suggested: 0, notSupported: 0 };
    for (let seed = 1; seed <= 100; seed++) {
      const random = createRandom(seed);
      // Every second draw has few churned or many ties: there bins come out small.
      const size = [
        { accounts: 240, dates: 6, churned: 40 + random.integer(60) },
        { accounts: 60, dates: 3, churned: 12 },
      ][Math.floor(seed / 4) % 2]!;
      const rows = drawRows(random, size);
      const effect = [0, 0.4, 1, -1][seed % 4]!;
      const values = drawMeasure(random, rows, { effect, missing: 0.1, scale: seed % 3 === 0 ? 0.2 : 10 });
      const direction = seed % 2 === 0 ? 'higher' : 'lower';
      const gate = suggestionGate([20, 40, 100][seed % 3]!);
      const made = suggestCutoffs(rows, values, { direction, gate });
      const slow = slowCutoffs(
        Array.from(values, (value, r) => ({
          value,
          account: rows.account[r]!,
          positive: rows.positive[r] === 1,
        })),
        direction,
        binsAllowed(gate),
      );
      if (made.type === 'gated') throw new Error('not gated');
      kinds[made.type]++;
      expect(made.bins.map((bin) => bin.rows)).toEqual(slow.rows);
      expect(made.bins.map((bin) => bin.accounts)).toEqual(slow.accounts);
      expect(made.bins.map((bin) => bin.churners)).toEqual(slow.churners);
      expect(made.type).toBe(slow.rows.length === 1 ? 'notSupported' : 'suggested');
      if (made.type === 'notSupported') continue;
      expect(made.points).toEqual(slow.points);
      made.cutoffs.forEach((cut, b) => {
        expect(cut > slow.high[b]! && cut <= slow.low[b + 1]!).toBe(true);
      });
    }
    expect(Math.min(kinds.suggested, kinds.notSupported)).toBeGreaterThan(5);
  });

  it('makes a scale that gives every row the points of its own bin, never turning back', () => {
    for (let seed = 100; seed < 130; seed++) {
      const random = createRandom(seed);
      const rows = drawRows(random, { accounts: 400, dates: 8, churned: 110 });
      const values = drawMeasure(random, rows, { effect: 1 });
      const made = suggestCutoffs(rows, values, { direction: 'higher', gate: everything });
      if (made.type !== 'suggested') throw new Error('a strong measure has cut-offs');
      const scale: Scale = { type: 'bins', cutoffs: [...made.cutoffs], points: [...made.points] };
      expect(scaleSchema.safeParse(scale).success).toBe(true);
      expect(made.points[0]).toBe(0);
      expect(made.points.at(-1)).toBe(100);
      expect(made.points).toEqual([...made.points].sort((a, b) => a - b));
      for (const bin of made.bins) {
        expect(scalePoints(scale, bin.low)).toBe(100 * bin.points);
        expect(scalePoints(scale, bin.high)).toBe(100 * bin.points);
      }
    }
  });

  it('is the same under any order of rows', () => {
    const random = createRandom(9);
    const rows = drawRows(random, { accounts: 200, dates: 5, churned: 60 });
    const values = drawMeasure(random, rows, { effect: 0.8, missing: 0.2 });
    const order = random.shuffle([...rows.account.keys()]);
    const shuffled = {
      account: Int32Array.from(order, (r) => rows.account[r]!),
      snapshot: Uint16Array.from(order, (r) => rows.snapshot[r]!),
      positive: Uint8Array.from(order, (r) => rows.positive[r]!),
      snapshotCount: rows.snapshotCount,
    };
    const options = { direction: 'higher', gate: everything } as const;
    const moved = suggestCutoffs(
      shuffled,
      order.map((r) => values[r]!),
      options,
    );
    expect(moved).toEqual(suggestCutoffs(rows, values, options));
  });

  it('finds a step: churned accounts have 0–3 log-ins, kept ones 7 or more', () => {
    const values = Array.from({ length: 200 }, (_, a) => (a < 40 ? a % 4 : 7 + (a % 9)));
    const made = suggestCutoffs(oneDate(200, 40), values, { direction: 'higher', gate: everything });
    expect(made).toMatchObject({
      type: 'suggested',
      cutoffs: [5],
      points: [0, 100],
      overallShare: 0.2,
      missing: null,
      freeNumbers: 1,
      bins: [
        { low: 0, high: 3, rows: 40, positives: 40, accounts: 40, churners: 40, rate: 1 },
        { low: 7, high: 15, rows: 160, positives: 0, accounts: 160, churners: 0, rate: 0 },
      ],
    });
  });

  it('joins a bin with under 3 expected churners: 25 × .08, though 5 churn', () => {
    const isLow = (a: number) => a < 5 || (a >= 8 && a < 28);
    const values = Array.from({ length: 100 }, (_, a) => (isLow(a) ? 1 : 2));
    const made = suggestCutoffs(oneDate(100, 8), values, { direction: 'higher', gate: everything });
    expect(made.type).toBe('notSupported');
  });

  it('joins a bin with under 5 % of the accounts, however many rows they have', () => {
    // 10 of 410 accounts, all churned, with a third of the rows; 120 of the others churn too.
    const many = Array.from({ length: 200 }, (_, r) => ({ account: Math.floor(r / 20), date: r % 20 }));
    const once = Array.from({ length: 400 }, (_, r) => ({ account: 10 + r, date: 0 }));
    const all = [...many, ...once];
    const rows = {
      account: Int32Array.from(all, ({ account }) => account),
      snapshot: Uint16Array.from(all, ({ date }) => date),
      positive: Uint8Array.from(all, ({ account }) => Number(account < 130)),
      snapshotCount: 20,
    };
    const values = all.map(({ account }) => (account < 10 ? 1 : 2));
    const made = suggestCutoffs(rows, values, { direction: 'higher', gate: everything });
    expect(made.type).toBe('notSupported');
  });

  it('keeps missing rows apart', () => {
    const values = Array.from({ length: 200 }, (_, a) =>
      a % 10 === 0 ? Number.NaN : a < 40 ? a % 4 : 7 + (a % 9),
    );
    const made = suggestCutoffs(oneDate(200, 40), values, { direction: 'higher', gate: everything });
    expect(made).toMatchObject({
      accounts: 180,
      missing: { rows: 20, accounts: 20, positives: 4, churners: 4, rate: 0.2 },
    });
  });

  it('supports no cut-off in a constant, a measure without values or one that runs the other way', () => {
    const rows = oneDate(200, 40);
    const step = Array.from({ length: 200 }, (_, a) => (a < 40 ? a % 4 : 7 + (a % 9)));
    for (const values of [Array(200).fill(3), Array(200).fill(Number.NaN)])
      expect(suggestCutoffs(rows, values, { direction: 'higher', gate: everything }).type).toBe(
        'notSupported',
      );
    expect(suggestCutoffs(rows, step, { direction: 'lower', gate: everything }).type).toBe('notSupported');
  });

  it('is gated below 10 churners and when the free numbers are used up', () => {
    const rows = oneDate(200, 40);
    const ask = (churners: number, numbersUsed: number) =>
      suggestCutoffs(rows, rows.account, {
        direction: 'higher',
        gate: suggestionGate(churners),
        numbersUsed,
      });
    expect(ask(9, 0)).toEqual({ type: 'gated', reason: 'tooFewChurners' });
    expect(ask(40, 4)).toEqual({ type: 'gated', reason: 'noFreeNumbers' });
    expect(ask(40, 3).type).toBe('suggested');
  });
});
