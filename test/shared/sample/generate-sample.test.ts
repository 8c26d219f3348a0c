import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { generateSample, type SampleFile, sampleSeed } from '../../../shared/sample/generate-sample.ts';
import {
  fileText,
  monthEnds,
  type PanelAccount,
  parseCsv,
  type Replay,
  readAccounts,
  readSeries,
  replayAuc,
  replayChurners,
  toDay,
} from './sample-panel.ts';

const files = generateSample(sampleSeed);
const accounts = readAccounts(files);
const monthly = { asOf: monthEnds('2022-03', '2024-03'), gapDays: 30, horizonDays: 60 };
const logins = usageOf('ログイン数');
const reports = usageOf('定期レポート配信数');

function usageOf(column: string) {
  return readSeries(fileText(files, '利用状況'), '日付', column);
}

function windowSum(series: typeof logins, days: number, count: (value: number) => number): Replay['value'] {
  return ({ id }, t) =>
    (series.get(id) ?? []).reduce((sum, [day, v]) => (day > t - days && day <= t ? sum + count(v) : sum), 0);
}

const activeDays = windowSum(logins, 28, (value) => (value > 0 ? 1 : 0));

function hash(list: readonly SampleFile[]): string {
  const digest = createHash('sha256');
  for (const file of list) digest.update(`${file.fileName}\n${file.kind}\n${file.text}`);
  return digest.digest('hex');
}

/** Ids, dates, numbers and empty cells: what a language must not change. */
function isNeutral(cell: string): boolean {
  return /^(?:[CT]-)?[\d-]*$/.test(cell);
}

function quietAccounts(): PanelAccount[] {
  const reasons = new Map(parseCsv(fileText(files, '解約')).map((row) => [Object.values(row)[0], row]));
  return accounts.filter(
    ({ id, outcome }) =>
      outcome === Number.POSITIVE_INFINITY || /倒産|退職/.test(Object.values(reasons.get(id)!).join()),
  );
}

describe('the files of the sample', () => {
  it('are byte-identical for the same seed, on any machine', () => {
    expect(hash(files)).toBe('ef7c94f9b8d6367a1c22822ba2e0cdae755658e1f472fd66bc7670bbda23e505');
    expect(hash(generateSample(sampleSeed, 'en'))).toBe(
      'dfe9616e87df7443f5796b36498c82d82cab1cd49528d194ace6d7535c181c51',
    );
  });

  it('differ for another seed', () => {
    expect(hash(generateSample(sampleSeed + 1))).not.toBe(hash(files));
  });

  it('hold the same rows, ids, dates and numbers in both languages', () => {
    const english = generateSample(sampleSeed, 'en');
    expect(english.map((file) => file.kind)).toEqual(files.map((file) => file.kind));
    const different = english.flatMap((file, i) => {
      const [other, own] = [files[i]!, file].map(({ text }) => parseCsv(text).map(Object.values<string>));
      expect(own).toHaveLength(other!.length);
      return own!.filter((cells, r) =>
        cells.some((cell, c) => isNeutral(other![r]![c]!) && cell !== other![r]![c]),
      );
    });
    expect(different).toEqual([]);
    for (const { text } of english) expect(text).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  });

  it('stay small enough to open at once', () => {
    for (const file of files) expect(Buffer.byteLength(file.text)).toBeLessThan(8_000_000);
    expect(parseCsv(fileText(files, '利用状況')).length).toBeLessThan(150_000);
  });

  it('have as many cells in every row as in the header, none with a formula', () => {
    const bad = files.flatMap(({ text }) => {
      const rows = parseCsv(text).map(Object.values<string | undefined>);
      const width = rows[0]!.length;
      return rows.filter(
        (cells) =>
          cells.length !== width || cells.some((cell) => cell === undefined || /^[=+\-@]/.test(cell)),
      );
    });
    expect(bad).toEqual([]);
  });

  it('name every account once, with a company name of its own', () => {
    expect(new Set(accounts.map(({ id }) => id)).size).toBe(400);
    expect(new Set(accounts.map(({ row }) => row.会社名)).size).toBe(400);
  });

  it('have no row of an unknown account, before its start or after its end', () => {
    const byId = new Map(accounts.map((account) => [account.id, account]));
    const outside = files.slice(1, -1).flatMap((file) =>
      parseCsv(file.text).filter((row) => {
        const account = byId.get(row.顧客ID!);
        const date = row.日付 ?? row.回答日 ?? row.対応日 ?? row.受付日 ?? `${row.月}-01`;
        const day = toDay(date);
        return (
          !account || day < account.start || day > account.end || date < '2022-01-01' || date > '2024-06-30'
        );
      }),
    );
    expect(outside).toEqual([]);
  });

  it('have one value per account and day in every metric file', () => {
    for (const file of files.filter(({ kind }) => kind.startsWith('metrics'))) {
      const keys = parseCsv(file.text).map((row) => Object.values(row).slice(0, 2).join());
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('churn in the sample', () => {
  it('strikes 70 accounts between September 2022 and June 2024, notice before end', () => {
    const churned = accounts.filter(({ end }) => end < Number.POSITIVE_INFINITY);
    expect(churned).toHaveLength(70);
    for (const { start, outcome, end } of churned) {
      expect(outcome).toBeGreaterThanOrEqual(toDay('2022-09-05'));
      expect(outcome - start).toBeGreaterThan(180);
      expect(end).toBeGreaterThanOrEqual(outcome);
      expect(end).toBeLessThanOrEqual(toDay('2024-06-30'));
    }
  });

  it('leaves 20 churners or more on each side of a split', () => {
    const design = { ...monthly, asOf: monthEnds('2022-03', '2023-05') };
    const test = { ...monthly, asOf: monthEnds('2023-08', '2024-03') };
    expect(replayChurners(accounts, design)).toBeGreaterThanOrEqual(20);
    expect(replayChurners(accounts, test)).toBeGreaterThanOrEqual(20);
  });

  it('ends annual contracts on their anniversary when notice was given', () => {
    const ends = accounts
      .filter(({ row, end, outcome }) => row.契約形態 === '年間契約' && outcome < end)
      .map(({ row, end }) => [
        row.契約開始日!.slice(5),
        new Date((end + 1) * 86_400_000).toISOString().slice(5, 10),
      ]);
    expect(ends.length).toBeGreaterThan(5);
    for (const [start, dayAfterEnd] of ends) expect(dayAfterEnd).toBe(start);
  });

  it('meets some accounts that start after the data begin', () => {
    const late = accounts.filter(({ start }) => start > toDay('2022-01-01'));
    expect(late.length).toBeGreaterThan(30);
    expect(late.length).toBeLessThan(100);
  });
});

describe('the signals of the sample', () => {
  it.each([sampleSeed, 1, 3])('show churn a month ahead in days with log-ins (seed %i)', (seed) => {
    const own = generateSample(seed);
    const series = readSeries(fileText(own, '利用状況'), '日付', 'ログイン数');
    const value = windowSum(series, 28, (count) => (count > 0 ? 1 : 0));
    const auc = replayAuc(readAccounts(own), { ...monthly, value });
    expect(auc).toBeGreaterThan(0.74);
    expect(auc).toBeLessThan(0.86);
  });

  it('show nothing in the weather index', () => {
    const series = readSeries(fileText(files, '月次指標'), '月', '天気指数');
    const auc = replayAuc(accounts, { ...monthly, value: windowSum(series, 31, (value) => value) });
    expect(Math.abs(auc - 0.5)).toBeLessThan(0.06);
  });

  it('leak the future through the churn flag', () => {
    const value = ({ row }: PanelAccount) => -Number(row.解約フラグ);
    expect(replayAuc(accounts, { ...monthly, value })).toBeGreaterThan(0.9);
    expect(replayAuc(accounts, { ...monthly, asOf: monthEnds('2022-03', '2023-05'), value })).toBeGreaterThan(
      0.9,
    );
  });

  it('let reports fade only when it is too late to act', () => {
    const value = windowSum(reports, 28, (count) => count);
    const late = { asOf: monthEnds('2022-03', '2024-05'), gapDays: 0, horizonDays: 14 };
    expect(Math.abs(replayAuc(accounts, { ...monthly, value }) - 0.5)).toBeLessThan(0.08);
    expect(replayAuc(accounts, { ...late, value })).toBeGreaterThan(0.75);
  });

  it('show nothing before a fifth of the churns', () => {
    const quiet = quietAccounts();
    expect(quiet.length - 330).toBe(14);
    expect(Math.abs(replayAuc(quiet, { ...monthly, value: activeDays }) - 0.5)).toBeLessThan(0.12);
  });

  it('dip for everybody at o-Bon and the turn of the year', () => {
    const perDay = (from: string, to: string) => {
      const rows = [...logins.values()].flat().filter(([day]) => day >= toDay(from) && day <= toDay(to));
      return rows.length / (toDay(to) - toDay(from) + 1);
    };
    const ordinary = perDay('2023-06-01', '2023-06-30');
    expect(perDay('2023-08-11', '2023-08-16') / ordinary).toBeLessThan(0.4);
    expect(perDay('2022-12-28', '2023-01-04') / ordinary).toBeLessThan(0.2);
  });
});
