import { describe, expect, it } from 'vitest';
import { AnalysisData } from '../../../electron/engine/measures/analysis-data.ts';
import { bandIdOf, describeAccount } from '../../../electron/engine/scores/describe-account.ts';
import { scoreDates } from '../../../electron/engine/scores/score-date.ts';
import { pageList } from '../../../electron/engine/segments/page-list.ts';
import { NOT_SCORED } from '../../../shared/scoring/live-scorer.ts';
import { isoDay, readSaasPanel, saasMeasures, saasScorecard } from '../../helpers/saas-panel.ts';

const dataset = readSaasPanel();
const plans = dataset.accountIds.map((_, a) => (a % 3 === 0 ? 'Pro' : a % 3 === 1 ? '1,200' : undefined));
const newData = () =>
  new AnalysisData(
    { ...dataset, attributes: new Map([['plan', plans]]) },
    { mainUsage: null, completeUntil: null, importDay: null },
  );
const asOf = isoDay('2022-09-30');
const design = { scorecard: saasScorecard, measures: [...saasMeasures.values()] };
const byScore = { key: 'score', attribute: '', descending: false } as const;
const query = {
  ...{ ...design, asOf, conditions: [], search: '', sort: byScore, attributes: [] },
  ...{ offset: 0, limit: 10_000 },
};
const yieldNow = async () => undefined;

describe('pageList', () => {
  it('lists the accounts under contract with the reference band counts', async () => {
    const page = await pageList(newData(), query, yieldNow);
    expect(page.bandCounts).toEqual([
      { bandId: 'green', accounts: 2270 },
      { bandId: 'amber', accounts: 1263 },
      { bandId: 'red', accounts: 83 },
      { bandId: '', accounts: 0 },
    ]);
    expect(page.total).toBe(2270 + 1263 + 83);
  });

  it('gives the same list in pages as in one piece', async () => {
    const data = newData();
    const whole = await pageList(data, query, yieldNow);
    const pages = [];
    for (let offset = 0; offset < whole.total; offset += 500) {
      pages.push(...(await pageList(data, { ...query, offset, limit: 500 }, yieldNow)).rows);
    }
    expect(pages).toEqual(whole.rows);
  });

  it.each(['score', 'change', 'coverage', 'name', 'attribute'] as const)(
    'sorts by %s both ways, missing last',
    async (key) => {
      const data = newData();
      for (const descending of [false, true]) {
        const sort = { key, attribute: 'plan', descending };
        const { rows } = await pageList(data, { ...query, sort, attributes: ['plan'] }, yieldNow);
        const keys = rows.map((row) => (key === 'attribute' ? plain(row.attributes[0] ?? '') : row[key]));
        const present = keys.filter((value) => value !== null);
        expect(keys.slice(0, present.length)).toEqual(present);
        const pairs = present.slice(1).map((value, i) => order(present[i]!, value));
        expect(pairs.every((sign) => (descending ? sign >= 0 : sign <= 0))).toBe(true);
      }
    },
  );

  it('gives the change against four weeks earlier', async () => {
    const data = newData();
    const { rows } = await pageList(data, query, yieldNow);
    const earlier = await pageList(data, { ...query, asOf: asOf - 28 }, yieldNow);
    const before = new Map(earlier.rows.map((row) => [row.accountId, row.score]));
    for (const row of rows) {
      const then = before.get(row.accountId) ?? null;
      if (row.score === null || then === null) expect(row.change).toBeNull();
      else expect(row.change).toBeCloseTo(row.score - then, 9);
    }
  });

  it('narrows by conditions and by search', async () => {
    const data = newData();
    const conditions = [
      { type: 'band' as const, bandIds: ['red'] },
      { type: 'attribute' as const, attribute: 'plan', operator: 'isOneOf' as const, values: ['Pro'] },
    ];
    const red = await pageList(data, { ...query, conditions, attributes: ['plan'] }, yieldNow);
    expect(red.total).toBeGreaterThan(0);
    expect(red.rows.every((row) => row.bandId === 'red' && row.attributes[0] === 'Pro')).toBe(true);
    const wanted = red.rows[0]!.accountId;
    const found = await pageList(data, { ...query, search: ` ${wanted.toUpperCase()} ` }, yieldNow);
    expect(found.rows.map((row) => row.accountId)).toContain(wanted);
    expect(found.total).toBeLessThan(20);
  });
});

describe('describeAccount', () => {
  it('scores one account as the whole panel does, at every date', async () => {
    const data = newData();
    const accounts = dataset.accountIds.filter((_, a) => a % 400 === 0);
    for (const accountId of accounts) {
      const page = await describeAccount(data, { ...design, accountId, asOf }, yieldNow);
      const days = page!.history.map((point) => point.asOf);
      const { panel, scores } = await scoreDates(data, design, days, yieldNow);
      const account = dataset.accountIds.indexOf(accountId);
      const expected = days.map((day) => {
        const row = panel.account.findIndex((a, r) => a === account && panel.asOf[r] === day);
        return row < 0 || scores[row] === NOT_SCORED ? null : scores[row]! / 10;
      });
      expect(page!.history.map((point) => point.score)).toEqual(expected);
    }
  });

  it('loses as many points as the score is below 100', async () => {
    const [row] = (await pageList(newData(), query, yieldNow)).rows;
    const page = await describeAccount(newData(), { ...design, accountId: row!.accountId, asOf }, yieldNow);
    const lost = page!.contributions.reduce((sum, part) => sum + part.lostPoints, 0);
    expect(page!.score).toBe(row!.score);
    expect(Math.abs(100 - lost - page!.score!)).toBeLessThan(0.06);
  });

  it('does not know an account that is not in the data', async () => {
    expect(await describeAccount(newData(), { ...design, accountId: 'nobody', asOf }, yieldNow)).toBeNull();
  });
});

describe('bandIdOf', () => {
  it('puts a score on a bound into the band above it', () => {
    const ids = [100, 70, 69.9, 40, 39.9, 0].map((score) => bandIdOf(saasScorecard, score));
    expect(ids).toEqual(['green', 'green', 'amber', 'amber', 'red', 'red']);
    expect(bandIdOf(saasScorecard, null)).toBeNull();
  });
});

/** Numbers before texts, as the list says. */
function order(a: string | number, b: string | number): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : Number(a > b);
}

/** An attribute as it sorts; null where there is none. */
function plain(text: string): string | number | null {
  if (text === '') return null;
  const number = Number(text.replaceAll(',', ''));
  return Number.isNaN(number) ? text : number;
}
