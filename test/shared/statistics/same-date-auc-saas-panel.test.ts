import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ordinalBuckets } from '../../../shared/statistics/ordinal-buckets.ts';
import { pairedAucDifference } from '../../../shared/statistics/paired-auc-difference.ts';
import { sameDateAucOf } from '../../../shared/statistics/same-date-auc.ts';
import { jackknifeComponents } from '../../../shared/statistics/same-date-pairs.ts';

// gap 30, horizon 60, test month-ends whose horizon is over by 2023-12-31
const testDates = ['2023-06-30', '2023-07-31', '2023-08-31', '2023-09-30'];
const rows = testDates.flatMap((date, snapshot) => snapshotRows(day(date), date.slice(0, 7), snapshot));
const arrays = {
  account: Int32Array.from(rows, ({ account }) => account),
  snapshot: Uint16Array.from(rows, ({ snapshot }) => snapshot),
  positive: Uint8Array.from(rows, ({ positive }) => positive),
  snapshotCount: testDates.length,
};
const score = componentsOf(rows.map(({ health }) => health));
const usageOnly = componentsOf(rows.map(({ sessions }) => sessions));

describe('the by-account jackknife on the saas panel', () => {
  it('gives the health score .729 [.709, .748] with 524 churners, as an independent check did', () => {
    const { auc, interval, churnedAccounts } = sameDateAucOf(score);
    expect(churnedAccounts).toBe(524);
    expect(auc).toBeCloseTo(0.729, 3);
    expect(interval!.low).toBeCloseTo(0.709, 3);
    expect(interval!.high).toBeCloseTo(0.748, 3);
  });

  it('finds it −.034 [−.043, −.026] behind usage alone', () => {
    const { difference, interval } = pairedAucDifference(score, usageOnly)!;
    expect(sameDateAucOf(usageOnly).auc).toBeCloseTo(0.764, 3);
    expect(difference).toBeCloseTo(-0.034, 3);
    expect(interval!.low).toBeCloseTo(-0.043, 3);
    expect(interval!.high).toBeCloseTo(-0.026, 3);
  });
});

function componentsOf(values: readonly number[]) {
  return jackknifeComponents(arrays, ordinalBuckets(values, arrays.snapshot, arrays.snapshotCount));
}

function snapshotRows(asOf: number, month: string, snapshot: number) {
  const sessionsOf = new Map(
    table('usage_metrics')
      .filter(([, usageMonth]) => usageMonth!.startsWith(month))
      .map(([customer, , sessions]) => [customer!, Number(sessions)]),
  );
  const unresolvedOf = new Map<string, number>();
  for (const [customer, date, , resolved] of table('support_tickets')) {
    const inWindow = asOf - 90 < day(date!) && day(date!) <= asOf;
    if (inWindow && resolved === 'False') unresolvedOf.set(customer!, (unresolvedOf.get(customer!) ?? 0) + 1);
  }
  return table('subscriptions').flatMap(([customer, , , startDate, churnDate]) => {
    const start = day(startDate!);
    const churn = churnDate === '' ? Number.POSITIVE_INFINITY : day(churnDate!);
    if (start > asOf || churn <= asOf + 30) return [];
    const sessions = sessionsOf.get(customer!) ?? 0;
    const parts = [
      60 * (sessions / 20),
      20 * (1 - (unresolvedOf.get(customer!) ?? 0) / 3),
      20 * ((asOf - start) / 365),
    ];
    const health = parts.reduce((sum, part, index) => sum + clip(part, index === 0 ? 60 : 20), 0);
    const positive = Number(churn <= asOf + 90);
    return [{ account: Number(customer), snapshot, positive, sessions, health: Math.round(health * 10) }];
  });
}

function clip(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

function day(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}

function table(name: string): string[][] {
  const file = new URL(`../../fixtures/saas-panel/${name}.csv`, import.meta.url);
  const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => line.split(','));
}
