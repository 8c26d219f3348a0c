import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRoc } from '../../../renderer/features/backtest/build-roc.ts';
import {
  buildThreshold,
  buildThresholdSums,
  costOf,
} from '../../../renderer/features/backtest/build-threshold.ts';
import type { WindowFigures } from '../../../shared/schemas/figures.ts';
import { auc } from '../../../shared/statistics/auc.ts';
import { confusion } from '../../../shared/statistics/confusion.ts';
import { wilson } from '../../../shared/statistics/wilson.ts';
import { emptyWindow } from './figures-of.ts';

/** One scored row of an account; its last positive row is its decision row. */
interface Row {
  readonly account: number;
  readonly score: number;
  readonly churned: boolean;
}

const rowsArbitrary = fc.array(
  fc.record({
    account: fc.integer({ min: 0, max: 8 }),
    score: fc.integer({ min: 0, max: 1000 }),
    churned: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
);
const thresholdArbitrary = fc.integer({ min: 0, max: 1001 });

function windowOf(rows: readonly Row[], unscoredChurners = 0): WindowFigures {
  const counts = (scores: readonly number[]) => {
    const cells = new Array<number>(1001).fill(0);
    for (const score of scores) cells[score] = cells[score]! + 1;
    return cells;
  };
  const accounts = [...new Set(rows.map((row) => row.account))];
  const lowest = (account: number) =>
    Math.min(...rows.filter((row) => row.account === account).map((row) => row.score));
  const churnedAccounts = accounts.filter((account) =>
    rows.some((row) => row.account === account && row.churned),
  );
  const keptAccounts = accounts.filter((account) => !churnedAccounts.includes(account));
  return {
    ...emptyWindow,
    rows: rows.length,
    accounts: accounts.length,
    churners: churnedAccounts.length + unscoredChurners,
    unscoredChurners,
    positives: rows.filter((row) => row.churned).length,
    kept: rows.filter((row) => !row.churned).length,
    keptAccounts: keptAccounts.length,
    positivesByScore: counts(rows.filter((row) => row.churned).map((row) => row.score)),
    keptByScore: counts(rows.filter((row) => !row.churned).map((row) => row.score)),
    churnersByDecisionScore: counts(churnedAccounts.map((account) => decisionScore(rows, account))),
    accountsByLowestScore: counts(accounts.map(lowest)),
    keptAccountsByLowestScore: counts(keptAccounts.map(lowest)),
  };
}

function decisionScore(rows: readonly Row[], account: number): number {
  return rows.findLast((row) => row.account === account && row.churned)?.score ?? Number.NaN;
}

describe('a threshold', () => {
  it('counts what a row-by-row count gives', () => {
    fc.assert(
      fc.property(rowsArbitrary, thresholdArbitrary, (rows, threshold) => {
        const figures = buildThreshold(buildThresholdSums(windowOf(rows), 1), threshold);
        const risk = (churned: boolean) =>
          rows.filter((row) => row.churned === churned).map((row) => -row.score);
        const slow = confusion(risk(true), risk(false), -threshold + 1);
        expect([figures.caught, figures.falseAlarm, figures.missed, figures.healthy]).toEqual([
          slow.tp,
          slow.fp,
          slow.fn,
          slow.tn,
        ]);
        const red = rows.filter((row) => row.score < threshold);
        expect(figures.accountsContacted).toBe(new Set(red.map((row) => row.account)).size);
        const churned = new Set(rows.filter((row) => row.churned).map((row) => row.account));
        const everRed = new Set(red.map((row) => row.account).filter((account) => !churned.has(account)));
        expect(figures.everRed.count).toBe(everRed.size);
        const caught = [...churned].filter((account) => decisionScore(rows, account) < threshold);
        expect(figures.catchRate).toMatchObject({ count: caught.length, total: churned.size });
        expect(figures.hitRate).toMatchObject({ count: slow.tp, total: red.length });
      }),
    );
  });

  it('leaves a row exactly on it out of the alarm', () => {
    const sums = buildThresholdSums(windowOf([{ account: 1, score: 400, churned: true }]), 1);
    expect(buildThreshold(sums, 400).caught).toBe(0);
    expect(buildThreshold(sums, 401).caught).toBe(1);
  });

  it('counts a churner without a score as missed', () => {
    const sums = buildThresholdSums(windowOf([{ account: 1, score: 0, churned: true }], 3), 1);
    expect(buildThreshold(sums, 1001).catchRate).toMatchObject({ count: 1, total: 4, share: 0.25 });
  });

  it('widens the hit rate for overlapping horizons and leaves the catch rate alone', () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({ account: i, score: 100, churned: i < 10 }));
    const figures = buildThreshold(buildThresholdSums(windowOf(rows), 2), 500);
    expect(figures.hitRate).toMatchObject({ share: 0.25, ...wilson(5, 20) });
    expect(figures.catchRate).toMatchObject({ share: 1, ...wilson(10, 10) });
  });

  it('has no rate where nobody is in alarm', () => {
    const sums = buildThresholdSums(windowOf([{ account: 1, score: 500, churned: false }]), 1);
    expect(buildThreshold(sums, 0).hitRate).toEqual({
      count: 0,
      total: 0,
      share: null,
      low: null,
      high: null,
    });
  });

  it('costs its misses and its calls', () => {
    const rows = [
      { account: 1, score: 100, churned: true },
      { account: 2, score: 900, churned: true },
      { account: 3, score: 200, churned: false },
    ];
    const figures = buildThreshold(buildThresholdSums(windowOf(rows), 1), 500);
    expect(costOf(figures, 1000, 7)).toEqual({ missed: 1, calls: 2, total: 1014, nobody: 2000 });
  });
});

describe('the ROC curve', () => {
  it('runs from the origin to (1, 1) without turning back', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const points = buildRoc(buildThresholdSums(windowOf(rows), 1));
        if (points.length === 0) return;
        expect(points[0]).toMatchObject({ x: 0, y: 0 });
        expect(points.at(-1)).toMatchObject({ x: 1, y: 1 });
        for (let i = 1; i < points.length; i++) {
          expect(points[i]!.x >= points[i - 1]!.x && points[i]!.y >= points[i - 1]!.y).toBe(true);
        }
      }),
    );
  });

  it('has the all-pairs AUC as its area', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const points = buildRoc(buildThresholdSums(windowOf(rows), 1));
        fc.pre(points.length > 0);
        const area = points.reduce((sum, point, i) => {
          const before = points[i - 1] ?? point;
          return sum + ((point.x - before.x) * (point.y + before.y)) / 2;
        }, 0);
        const scores = (churned: boolean) =>
          rows.filter((row) => row.churned === churned).map((row) => row.score);
        expect(area).toBeCloseTo(auc(scores(false), scores(true)) ?? 0.5, 10);
      }),
    );
  });

  it('is empty where one class is', () => {
    const rows = [{ account: 1, score: 500, churned: false }];
    expect(buildRoc(buildThresholdSums(windowOf(rows), 1))).toEqual([]);
  });

  it('passes through the point of every threshold', () => {
    fc.assert(
      fc.property(rowsArbitrary, thresholdArbitrary, (rows, threshold) => {
        const sums = buildThresholdSums(windowOf(rows), 1);
        const points = buildRoc(sums);
        fc.pre(points.length > 0);
        const { falsePositiveRate: x, truePositiveRate: y } = buildThreshold(sums, threshold).roc;
        expect(points.some((point) => point.x === x && point.y === y)).toBe(true);
      }),
    );
  });
});
