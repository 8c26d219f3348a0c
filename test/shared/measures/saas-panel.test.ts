import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../shared/measures/compute-measure.ts';
import { roundValue } from '../../../shared/measures/round-value.ts';
import { auc } from '../../../shared/statistics/auc.ts';
import { delong } from '../../../shared/statistics/delong.ts';
import { kolmogorovSmirnov } from '../../../shared/statistics/kolmogorov-smirnov.ts';
import { sameDateAuc } from '../../../shared/statistics/same-date-auc.ts';
import { readSaasPanel, saasMeasures } from '../../helpers/saas-panel.ts';
import { oneDate } from '../suggestions/random-rows.ts';
import { byLabel, expectUnivariate, expectWilson, panelOf, reference } from './point-in-time.ts';

const dates = ['2022-06-30', '2022-09-30', '2022-12-31'];
const names = [...saasMeasures.keys()].filter((name) => name !== 'sessions_3_months_before');
const dataset = readSaasPanel();
const panel = panelOf(dataset.lives, dates, '2023-12-31');
const valuesOf = (name: string, rows = panel) =>
  computeMeasure(dataset, saasMeasures.get(name)!, saasMeasures, rows);
const columns = new Map(names.map((name) => [name, valuesOf(name)]));
columns.set('health', exactHealth());

describe.each(dates.map((date, snapshot) => ({ date, snapshot })))('saas-panel on $date', (at) => {
  const expected = reference.saas_panel.point_in_time[at.date]!;
  const churned = (name: string) => byLabel(panel, at.snapshot, columns.get(name)!);

  it('has the active accounts and churners of the reference', () => {
    const { churned: positives, kept } = churned('tenure_days');
    expect(positives.length + kept.length).toBe(expected.active);
    expect(positives.length).toBe(expected.churn_90d);
  });

  it.each([...names, 'health'])('ranks %s as the reference does', (name) => {
    const values = churned(name);
    const figures = expected.univariate[name]!;
    expect(values.missing).toBe(figures.n_missing);
    expect(auc(values.churned, values.kept)).toBeCloseTo(figures.auc, 9);
  });

  it.each([...names, 'health'])(
    'gives %s the KS, average precision, deciles and IV of the reference',
    (name) => {
      expectUnivariate(churned(name), expected.univariate[name]!);
    },
  );

  it('has no figure for months since the last row: it is the same month for everybody', () => {
    const counts = { n_missing: 0, churned: expected.churn_90d, undefined: true };
    expect(expected.univariate.months_since_usage).toMatchObject(counts);
    const values = byLabel(panel, at.snapshot, ageOfNewest());
    expect(values.missing).toBe(0);
    expect(new Set([...values.churned, ...values.kept])).toEqual(new Set([0]));
    expect(kolmogorovSmirnov(values.churned, values.kept)).toBeNull();
    const rows = oneDate(values.churned.length + values.kept.length, values.churned.length);
    expect(sameDateAuc({ ...rows, bucket: new Uint16Array(rows.account.length) }).auc).toBeNull();
  });

  it('gives the churn rate the interval of the reference', () => {
    expectWilson(expected);
  });

  it.each([...names, 'health'])("gives %s DeLong's variance and interval", (name) => {
    const values = churned(name);
    const figures = reference.saas_panel.delong[at.date]![name]!;
    const result = delong(values.churned, values.kept)!;
    expect(result.variance).toBeCloseTo(figures.delong_var, 9);
    expect(result.interval.low).toBeCloseTo(figures.ci95_lo, 9);
    expect(result.interval.high).toBeCloseTo(figures.ci95_hi, 9);
  });
});

describe('the last complete month', () => {
  const rankOn = (date: string) => {
    const rows = panelOf(dataset.lives, [date], '2023-12-31');
    const { churned, kept } = byLabel(rows, 0, valuesOf('sessions_last_month_0', rows));
    return auc(churned, kept)!;
  };

  it('is June as of 30 June', () => {
    expect(rankOn('2022-06-30')).toBeCloseTo(0.21, 3);
  });

  it('is May as of 29 June', () => {
    const rows = { ...panel, asOf: panel.asOf.map((day, r) => (panel.snapshot[r] === 0 ? day - 1 : day)) };
    const may = byLabel(panel, 0, valuesOf('sessions_last_month', rows));
    expect(may.missing).toBe(406);
    expect(auc(may.churned, may.kept)).toBeCloseTo(0.377, 3);
  });

  it('counts accounts that started in June as 0 in May only where a rule fills them', () => {
    const rows = { ...panel, asOf: panel.asOf.map((day, r) => (panel.snapshot[r] === 0 ? day - 1 : day)) };
    const may = byLabel(
      panel,
      0,
      valuesOf('sessions_last_month', rows).map((x) => (Number.isNaN(x) ? 0 : x)),
    );
    expect(auc(may.churned, may.kept)).toBeCloseTo(0.483, 3);
  });
});

/** 0 where the newest row is of the month that ends on the as-of date, 1 where there is only an older one. */
function ageOfNewest(): Float64Array {
  const age = (staleAfterDays: number | null) => {
    const aggregation = { type: 'latest', metric: 'sessions', staleAfterDays } as const;
    const measure = { ...saasMeasures.get('tenure_days')!, aggregation };
    return computeMeasure(dataset, measure, saasMeasures, panel);
  };
  const fresh = age(1);
  return age(null).map((value, r) => (Number.isNaN(value) ? value : Number(Number.isNaN(fresh[r]!))));
}

function exactHealth(): Float64Array {
  const clip = (share: number) => Math.min(1, Math.max(0, share));
  return columns.get('tenure_days')!.map((tenure, r) => {
    const sessions = clip(columns.get('sessions_last_month_0')![r]! / 20);
    const support = clip(1 - columns.get('unresolved_90d')![r]! / 3);
    return roundValue(60 * sessions + 20 * support + 20 * clip(tenure / 365));
  });
}
