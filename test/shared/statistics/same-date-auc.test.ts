import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jackknifeStandardError } from '../../../shared/statistics/jackknife.ts';
import { ordinalBuckets } from '../../../shared/statistics/ordinal-buckets.ts';
import { pairedAucDifference } from '../../../shared/statistics/paired-auc-difference.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { sameDateAuc } from '../../../shared/statistics/same-date-auc.ts';
import { jackknifeComponents } from '../../../shared/statistics/same-date-pairs.ts';
import { studentTQuantile } from '../../../shared/statistics/student-t.ts';

type Row = { account: number; snapshot: number; bucket: number; other: number; positive: number };

const snapshotCount = 4;
const panel = fc
  .array(
    fc.record({
      account: fc.integer({ min: 0, max: 9 }),
      snapshot: fc.integer({ min: 0, max: snapshotCount - 1 }),
      bucket: fc.integer({ min: 0, max: 5 }),
      other: fc.integer({ min: 0, max: 5 }),
      positive: fc.integer({ min: 0, max: 1 }),
    }),
    { maxLength: 60 },
  )
  .map(onePerAccountAndDate);

describe('sameDateAuc', () => {
  it('counts only pairs of the same date, as a loop over all pairs does', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const { wins, pairs, ties } = pairByPair(rows, 'bucket');
        expect(auc(rows).auc).toEqual(ties === pairs ? null : wins / pairs);
      }),
    );
  });

  it('has the jackknife error of really deleting each account', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const result = auc(rows);
        fc.pre(result.auc !== null);
        const expected = jackknifeStandardError(deletingEach(rows, (rest) => share(rest, 'bucket')));
        if (expected === null) expect(result.standardError).toBeNull();
        else expect(result.standardError).toBeCloseTo(expected, 12);
      }),
    );
  });

  it('does not depend on the order of rows or on a rising renaming of buckets', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const renamed = rows.map((row) => ({ ...row, bucket: row.bucket * 7 + row.snapshot })).reverse();
        const [first, second] = [auc(rows), auc(renamed)];
        expect(second.auc).toEqual(first.auc);
        expect(second.standardError ?? -1).toBeCloseTo(first.standardError ?? -1, 12);
      }),
    );
  });

  it('counts rows, accounts and distinct churned accounts', () => {
    const rows = [row(0, 0, 1, 1), row(0, 1, 2, 1), row(5, 0, 3, 0), row(5, 1, 3, 0), row(7, 0, 4, 0)];
    expect(auc(rows)).toMatchObject({
      auc: 1,
      positives: 2,
      negatives: 3,
      churnedAccounts: 1,
      accounts: 3,
      interval: null,
    });
  });

  it('ignores a difference between dates, however large', () => {
    const rows = [row(0, 0, 9, 1), row(1, 0, 10, 0), row(2, 1, 0, 1), row(3, 1, 1, 0)];
    expect(auc(rows).auc).toBe(1);
  });

  it('puts t(.975, c − 1) on the logit scale', () => {
    const rows = simulate(createRandom(3), { accounts: 60, churners: 8, effect: 1 });
    const { auc: centre, standardError, interval, churnedAccounts } = auc(rows);
    const logit = (x: number) => Math.log(x / (1 - x));
    const half = (studentTQuantile(0.975, churnedAccounts - 1) * standardError!) / (centre! * (1 - centre!));
    expect(logit(interval!.low)).toBeCloseTo(logit(centre!) - half, 10);
    expect(logit(interval!.high)).toBeCloseTo(logit(centre!) + half, 10);
  });

  it('has an open end by Hanley–McNeil when the ranking is perfect', () => {
    const rows = [0, 1, 2, 3, 4, 5, 6, 7].map((account) =>
      row(account, 0, account < 3 ? 1 : 2, account < 3 ? 1 : 0),
    );
    const { interval } = auc(rows);
    expect(interval!.high).toBe(1);
    expect(interval!.low).toBeGreaterThan(0.3);
    expect(interval!.low).toBeLessThan(0.8);
  });

  it('is undefined with one class, no shared date or a score constant on every date', () => {
    expect(auc([]).auc).toBeNull();
    expect(auc([row(0, 0, 1, 1), row(1, 0, 2, 1)]).auc).toBeNull();
    expect(auc([row(0, 0, 1, 1), row(1, 1, 2, 0)]).auc).toBeNull();
    expect(auc([row(0, 0, 1, 1), row(1, 0, 1, 0), row(2, 1, 3, 1), row(3, 1, 3, 0)])).toMatchObject({
      auc: null,
      interval: null,
    });
  });

  it('has no interval below three churned accounts', () => {
    const rows = [row(0, 0, 1, 1), row(1, 0, 3, 1), row(2, 0, 2, 0), row(3, 0, 4, 0)];
    expect(auc(rows)).toMatchObject({ auc: 0.75, interval: null });
    expect(auc([...rows, row(4, 0, 1, 1)]).interval).not.toBeNull();
  });

  it('covers the true AUC in about 95 % of simulated panels with 12 churners', () => {
    const random = createRandom(99);
    const truth = 0.7602499389065233; // Φ(1/√2): two normal scores one apart
    const draws = 400;
    let covered = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const { interval } = auc(simulate(random, { accounts: 120, churners: 12, effect: 1 }));
      if (interval!.low <= truth && truth <= interval!.high) covered += 1;
    }
    expect(covered / draws).toBeGreaterThan(0.92);
    expect(covered / draws).toBeLessThan(0.985);
  });

  it('refuses arrays of different length', () => {
    expect(() => jackknifeComponents(arrays([row(0, 0, 1, 1)]), Int32Array.of(1, 2))).toThrow(RangeError);
  });
});

describe('pairedAucDifference', () => {
  it('has the error of really deleting each account from both', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const result = difference(rows);
        fc.pre(result !== null);
        const gap = (rest: readonly Row[]) => share(rest, 'bucket') - share(rest, 'other');
        expect(result.difference).toBeCloseTo(gap(rows), 12);
        const expected = jackknifeStandardError(deletingEach(rows, gap));
        if (expected === null) expect(result.standardError).toBeNull();
        else expect(result.standardError).toBeCloseTo(expected, 12);
      }),
    );
  });

  it('is D ± t·SE, 0 against itself and the mirror when swapped', () => {
    const rows = simulate(createRandom(8), { accounts: 80, churners: 10, effect: 1 });
    const result = difference(rows)!;
    const half = studentTQuantile(0.975, 9) * result.standardError!;
    expect(result.interval).toEqual({ low: result.difference - half, high: result.difference + half });
    const score = jackknifeComponents(arrays(rows), buckets(rows, 'bucket'));
    const other = jackknifeComponents(arrays(rows), buckets(rows, 'other'));
    expect(pairedAucDifference(score, score)).toMatchObject({ difference: 0, standardError: 0 });
    expect(pairedAucDifference(other, score)!.difference).toBeCloseTo(-result.difference, 14);
  });

  it('against chance is the AUC less one half, with the same error', () => {
    const rows = simulate(createRandom(8), { accounts: 80, churners: 10, effect: 1 });
    const components = jackknifeComponents(arrays(rows), buckets(rows, 'bucket'));
    const result = pairedAucDifference(components, 'chance')!;
    expect(result.difference).toBeCloseTo(auc(rows).auc! - 0.5, 14);
    expect(result.standardError).toBeCloseTo(auc(rows).standardError!, 14);
  });

  it('is undefined against a constant and refuses other rows', () => {
    const rows = simulate(createRandom(8), { accounts: 40, churners: 5, effect: 1 });
    const score = jackknifeComponents(arrays(rows), buckets(rows, 'bucket'));
    expect(
      pairedAucDifference(score, jackknifeComponents(arrays(rows), new Int32Array(rows.length))),
    ).toBeNull();
    const fewer = rows.slice(0, 20);
    expect(() =>
      pairedAucDifference(score, jackknifeComponents(arrays(fewer), buckets(fewer, 'bucket'))),
    ).toThrow(RangeError);
  });
});

describe('ordinalBuckets', () => {
  it('ranks within each date, ties together, missing below everything', () => {
    const values = [5, 2, 5, Number.NaN, -1, 7];
    expect([...ordinalBuckets(values, [0, 0, 0, 0, 1, 1], 2)]).toEqual([2, 1, 2, 0, 1, 2]);
  });

  it('gives the AUC of the values themselves', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const values = rows.map(({ bucket }) => Math.exp(bucket) - 20);
        const again = ordinalBuckets(values, arrays(rows).snapshot, snapshotCount);
        expect(sameDateAuc({ ...arrays(rows), bucket: again }).auc).toEqual(auc(rows).auc);
      }),
    );
  });
});

function row(account: number, snapshot: number, bucket: number, positive: number): Row {
  return { account, snapshot, bucket, other: 0, positive };
}

function arrays(rows: readonly Row[]) {
  return {
    account: Int32Array.from(rows, ({ account }) => account),
    snapshot: Uint16Array.from(rows, ({ snapshot }) => snapshot),
    positive: Uint8Array.from(rows, ({ positive }) => positive),
    snapshotCount,
  };
}

function buckets(rows: readonly Row[], key: 'bucket' | 'other'): Int32Array {
  return Int32Array.from(rows, (one) => one[key]);
}

function auc(rows: readonly Row[]) {
  return sameDateAuc({ ...arrays(rows), bucket: buckets(rows, 'bucket') });
}

function difference(rows: readonly Row[]) {
  const of = (key: 'bucket' | 'other') => jackknifeComponents(arrays(rows), buckets(rows, key));
  return pairedAucDifference(of('bucket'), of('other'));
}

function pairByPair(rows: readonly Row[], key: 'bucket' | 'other') {
  let wins = 0;
  let pairs = 0;
  let ties = 0;
  for (const churned of rows.filter(({ positive }) => positive === 1))
    for (const kept of rows.filter(
      ({ positive, snapshot }) => positive === 0 && snapshot === churned.snapshot,
    )) {
      pairs += 1;
      if (kept[key] === churned[key]) ties += 1;
      wins += kept[key] > churned[key] ? 1 : kept[key] === churned[key] ? 0.5 : 0;
    }
  return { wins, pairs, ties };
}

function share(rows: readonly Row[], key: 'bucket' | 'other'): number {
  const { wins, pairs } = pairByPair(rows, key);
  return wins / pairs;
}

function deletingEach(rows: readonly Row[], figure: (rest: readonly Row[]) => number): number[] {
  const accounts = [...new Set(rows.map(({ account }) => account))];
  return accounts.map((gone) => figure(rows.filter(({ account }) => account !== gone)));
}

function onePerAccountAndDate(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((one) => [`${one.account}/${one.snapshot}`, one])).values()];
}

/** Four dates; an account keeps its level over them, with a little movement, and churners churn after the last. */
function simulate(
  random: ReturnType<typeof createRandom>,
  size: { accounts: number; churners: number; effect: number },
) {
  const rows: Row[] = [];
  for (let account = 0; account < size.accounts; account += 1) {
    const positive = account < size.churners ? 1 : 0;
    const level = Math.sqrt(0.8) * random.normal() + size.effect * (1 - positive);
    for (let snapshot = 0; snapshot < snapshotCount; snapshot += 1) {
      const grid = (value: number) => Math.max(0, Math.min(1000, Math.round(500 + 100 * value)));
      const value = level + Math.sqrt(0.2) * random.normal();
      rows.push({ account, snapshot, bucket: grid(value), other: grid(random.normal()), positive });
    }
  }
  return rows;
}
