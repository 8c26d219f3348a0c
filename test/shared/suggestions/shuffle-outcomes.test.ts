import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../shared/statistics/random.ts';
import {
  buildLabelTable,
  NO_LABEL,
  permuteLabels,
  selectLabelled,
  shuffleAccounts,
} from '../../../shared/suggestions/shuffle-outcomes.ts';
import { drawRows } from './random-rows.ts';

const random = createRandom(12);
const rows = drawRows(random, { accounts: 60, dates: 7, churned: 20 });
const table = buildLabelTable(rows);

describe('permuteLabels', () => {
  it('gives account i the label history of π(i) by date, and no label where π(i) has no row', () => {
    const permutation = shuffleAccounts(table, createRandom(3));
    const labels = permuteLabels(rows, table, permutation);
    rows.account.forEach((account, r) => {
      const other = [...rows.account.keys()].find(
        (o) => rows.account[o] === permutation[account] && rows.snapshot[o] === rows.snapshot[r],
      );
      expect(labels[r]).toBe(other === undefined ? NO_LABEL : rows.positive[other]);
    });
    expect(labels.filter((label) => label === NO_LABEL).length).toBeGreaterThan(5);
  });

  it('changes nothing under the identity', () => {
    const identity = Int32Array.from({ length: table.accountCount }, (_, a) => a);
    expect([...permuteLabels(rows, table, identity)]).toEqual([...rows.positive]);
  });
});

describe('shuffleAccounts', () => {
  it('is a permutation of the accounts with a row', () => {
    const sparse = { ...rows, account: rows.account.map((a) => 3 * a) };
    const permutation = shuffleAccounts(buildLabelTable(sparse), createRandom(8));
    expect([...permutation].sort((a, b) => a - b)).toEqual([...permutation.keys()]);
    permutation.forEach((other, a) => {
      if (a % 3 !== 0) expect(other).toBe(a);
      else expect(other % 3).toBe(0);
    });
  });

  it('depends on the order of ids, not on how accounts were numbered', () => {
    const names = Array.from({ length: 60 }, (_, a) => `c${(a * 37) % 60}`.padEnd(4, '-'));
    const byId = [...names.keys()].sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
    const renumber = (a: number) => 59 - a;
    const renamed = { ...rows, account: rows.account.map(renumber) };
    const first = shuffleAccounts(buildLabelTable(rows, byId), createRandom(2));
    const second = shuffleAccounts(buildLabelTable(renamed, byId.map(renumber)), createRandom(2));
    expect([...first.keys()].map((a) => renumber(first[a]!))).toEqual(
      [...first.keys()].map((a) => second[renumber(a)]),
    );
  });

  it('sends each account everywhere equally often', () => {
    const few = buildLabelTable({
      account: Int32Array.from([0, 1, 2]),
      snapshot: Uint16Array.from([0, 0, 0]),
      positive: Uint8Array.from([1, 0, 0]),
      snapshotCount: 1,
    });
    const draws = createRandom(1);
    const counts = [0, 0, 0];
    for (let i = 0; i < 6000; i++) counts[shuffleAccounts(few, draws)[0]!]!++;
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(150);
  });
});

describe('selectLabelled', () => {
  it('keeps the rows that count', () => {
    const labels = permuteLabels(rows, table, shuffleAccounts(table, createRandom(5)));
    const selected = selectLabelled(rows, labels);
    expect(selected.account).toHaveLength(labels.filter((label) => label !== NO_LABEL).length);
    selected.row.forEach((r, i) => {
      expect([selected.account[i], selected.positive[i]]).toEqual([rows.account[r], labels[r]]);
    });
  });
});
