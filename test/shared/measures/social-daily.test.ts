import { describe, expect, it } from 'vitest';
import { buildLives, buildSeries, emptyDataset } from '../../../shared/measures/build-dataset.ts';
import { computeMeasure } from '../../../shared/measures/compute-measure.ts';
import { type Dataset, NO_DAY } from '../../../shared/measures/dataset.ts';
import { roundValue } from '../../../shared/measures/round-value.ts';
import type { Aggregation } from '../../../shared/schemas/measure.ts';
import { auc } from '../../../shared/statistics/auc.ts';
import { isoDay, readFixture } from '../../helpers/saas-panel.ts';
import { byLabel, expectUnivariate, expectWilson, panelOf, reference } from './point-in-time.ts';

const dates = ['2020-03-31', '2020-04-30', '2020-05-31', '2020-06-30'];
/** In the order of the file's columns. */
const events = ['post', 'newfriend', 'like', 'adview', 'dislike', 'unfriend', 'message', 'reply'];
const fourWeeks = { lookback: 28, shift: 0, noRow: 'byKind' } as const;
const dataset = readSocialDaily();
const panel = panelOf(dataset.lives, dates, '2020-12-31');
const columns = new Map<string, Float64Array>([
  ...events.map((name): [string, Float64Array] => [
    `${name}_28d`,
    valuesOf({ type: 'sum', metric: name, ...fourWeeks }),
  ]),
  ['all_events_28d', addUp(events.map((name) => valuesOf({ type: 'sum', metric: name, ...fourWeeks })))],
  // The app's change is the reference's ratio less 1.
  ['trend_ratio', valuesOf({ type: 'change', metric: 'all', ...fourWeeks }).map((x) => roundValue(x + 1))],
  ['active_days_28d', valuesOf({ type: 'activeDays', metric: 'all', lookback: 28, shift: 0 })],
  ['days_since_last_usage', valuesOf({ type: 'daysSinceLast', metric: 'all' })],
  ['tenure_days', valuesOf({ type: 'tenure' })],
]);

describe.each(dates.map((date, snapshot) => ({ date, snapshot })))('social-daily on $date', (at) => {
  const expected = reference.social_daily.point_in_time[at.date]!;

  it('has the active accounts and churners of the reference', () => {
    const { churned, kept } = byLabel(panel, at.snapshot, columns.get('tenure_days')!);
    expect(churned.length + kept.length).toBe(expected.active);
    expect(churned.length).toBe(expected.churn_90d);
  });

  it.each([...columns.keys()])('ranks %s as the reference does', (name) => {
    const { churned, kept, missing } = byLabel(panel, at.snapshot, columns.get(name)!);
    expect(missing).toBe(expected.univariate[name]!.n_missing);
    expect(auc(churned, kept)).toBeCloseTo(expected.univariate[name]!.auc, 9);
  });

  it.each([...columns.keys()])(
    'gives %s the KS, average precision, deciles and IV of the reference',
    (name) => {
      expectUnivariate(byLabel(panel, at.snapshot, columns.get(name)!), expected.univariate[name]!);
    },
  );

  it('asserts every measure of the reference', () => {
    expect([...columns.keys()].sort()).toEqual(Object.keys(expected.univariate).sort());
  });

  it('gives the churn rate the interval of the reference', () => {
    expectWilson(expected);
  });
});

function valuesOf(aggregation: Aggregation): Float64Array {
  const measure = { id: 'm', name: 'm', aggregation, direction: 'higher', actionable: false } as const;
  return computeMeasure(dataset, measure, new Map(), panel);
}

function addUp(parts: readonly Float64Array[]): Float64Array {
  return Float64Array.from(panel.asOf, (_, r) => parts.reduce((sum, part) => sum + part[r]!, 0));
}

function readSocialDaily(): Dataset {
  const accounts = readFixture('social-daily/accounts.csv');
  const index = new Map(accounts.map((row, i) => [row[0] ?? '', i]));
  const usage = readFixture('social-daily/usage_daily.csv')
    .map((row) => ({
      account: index.get(row[0] ?? '') ?? -1,
      day: isoDay(row[1]),
      cells: row.slice(2).map(Number),
    }))
    .sort((a, b) => a.account - b.account || a.day - b.day);
  const series = (name: string, pick: (cells: readonly number[]) => number) =>
    buildSeries(
      {
        name,
        kind: 'flow',
        grain: 'day',
        lagDays: 0,
        account: Int32Array.from(usage, (row) => row.account),
        day: Int32Array.from(usage, (row) => row.day),
        value: Float64Array.from(usage, (row) => pick(row.cells)),
      },
      accounts.length,
    );
  return {
    ...emptyDataset(accounts.map((row) => row[0] ?? '')),
    lives: buildLives({
      lives: accounts.map((row, account) => ({
        account,
        startDay: isoDay(row[3]),
        noticeDay: null,
        endDay: row[4] === '' ? null : isoDay(row[4]),
        assumedStart: false,
      })),
      churns: [],
      reactivations: [],
      firstSeen: new Int32Array(accounts.length).fill(NO_DAY),
    }),
    metrics: new Map([
      ...events.map((name, c): [string, ReturnType<typeof series>] => [
        name,
        series(name, (cells) => cells[c]!),
      ]),
      ['all', series('all', (cells) => cells.reduce((sum, cell) => sum + cell, 0))],
    ]),
  };
}
