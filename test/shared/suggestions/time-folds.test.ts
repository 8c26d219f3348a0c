import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../shared/statistics/random.ts';
import { timeBlocks, timeFolds } from '../../../shared/suggestions/time-folds.ts';
import { drawRows } from './random-rows.ts';

const rows = drawRows(createRandom(4), { accounts: 500, dates: 20, churned: 200 });
const asOfDays = Array.from({ length: 20 }, (_, s) => 19000 + 30 * s);

describe('timeFolds', () => {
  it('learns only from dates whose outcomes are over when the judged block begins', () => {
    const folds = timeFolds(rows, asOfDays, { gapDays: 30, horizonDays: 60 });
    expect(folds).toHaveLength(4);
    for (const { train, test } of folds) {
      const latest = Math.max(...[...train].map((r) => asOfDays[rows.snapshot[r]!]!));
      const first = Math.min(...[...test].map((r) => asOfDays[rows.snapshot[r]!]!));
      expect(first - latest).toBe(90);
    }
  });

  it('judges every date after the first block once', () => {
    const folds = timeFolds(rows, asOfDays, { gapDays: 0, horizonDays: 1 });
    const judged = folds.flatMap(({ test }) => [...test]);
    const blocks = timeBlocks(rows, 5);
    expect(judged.sort((a, b) => a - b)).toEqual(
      [...rows.snapshot.keys()].filter((r) => blocks[rows.snapshot[r]!]! > 0),
    );
  });

  it('has no fold where the purge leaves nothing to learn from, or without positives', () => {
    expect(timeFolds(rows, asOfDays, { gapDays: 700, horizonDays: 60 })).toEqual([]);
    const kept = { ...rows, positive: new Uint8Array(rows.account.length) };
    expect(timeFolds(kept, asOfDays, { gapDays: 0, horizonDays: 30 })).toEqual([]);
  });
});

describe('timeBlocks', () => {
  it('cuts as-of dates into runs of about equal positives', () => {
    const positives = [0, 1, 2, 3, 4].map((block) => {
      const blocks = timeBlocks(rows, 5);
      return rows.positive.filter((flag, r) => flag === 1 && blocks[rows.snapshot[r]!] === block).length;
    });
    const all = positives.reduce((sum, n) => sum + n, 0);
    for (const count of positives) expect(Math.abs(count - all / 5)).toBeLessThan(all / 10);
    expect([...timeBlocks(rows, 5)]).toEqual([...timeBlocks(rows, 5)].sort());
  });

  it('puts few dates into blocks of their own', () => {
    const few = {
      account: Int32Array.from([0, 1, 2]),
      snapshot: Uint16Array.from([0, 1, 2]),
      positive: Uint8Array.from([1, 1, 1]),
      snapshotCount: 3,
    };
    expect([...timeBlocks(few, 5)]).toEqual([0, 2, 4]);
  });
});
