import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brierScore } from '../../../shared/backtest/calibration.ts';
import { computeMeasure } from '../../../shared/measures/compute-measure.ts';
import { roundValue } from '../../../shared/measures/round-value.ts';
import { auc } from '../../../shared/statistics/auc.ts';
import { averagePrecision } from '../../../shared/statistics/average-precision.ts';
import { confusion } from '../../../shared/statistics/confusion.ts';
import { kolmogorovSmirnov } from '../../../shared/statistics/kolmogorov-smirnov.ts';
import { topShare } from '../../../shared/statistics/top-share.ts';
import { wilson } from '../../../shared/statistics/wilson.ts';
import { readSaasPanel, saasMeasures } from '../../helpers/saas-panel.ts';
import { byLabel, panelOf } from '../measures/point-in-time.ts';
import { telco, reference as telcoReference } from '../statistics/reference.ts';

interface Threshold {
  readonly threshold: number;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}
interface Top {
  readonly k: number;
  readonly lift_tie_expected: number;
  readonly capture_tie_expected: number;
  readonly n_tied_at_threshold: number;
}
interface Snapshot {
  readonly risk_auc: number;
  readonly gini: number;
  readonly ks: number;
  readonly average_precision: number;
  readonly bands: Readonly<
    Record<'red' | 'amber' | 'green', { n: number; churned: number; wilson95: [number, number] }>
  >;
  readonly risk_thresholds: readonly Threshold[];
  readonly top_decile: Top;
}
interface InSample {
  readonly auc: number;
  readonly average_precision: number;
  readonly thresholds: readonly Threshold[];
  readonly top_decile: Top;
  readonly top_5pct: Top;
  readonly top_20pct: Top;
  readonly calibration: { readonly brier: number; readonly brier_skill: number };
}
const raw = JSON.parse(
  readFileSync(new URL('../../fixtures/reference/reference.json', import.meta.url), 'utf8'),
);
const byDate: Readonly<Record<string, Snapshot>> = raw.saas_panel.health_backtest.by_snapshot;
const dataset = readSaasPanel();
const inSample: InSample = raw.telco.logit_A.insample;

interface Risks {
  readonly churned: readonly number[];
  readonly kept: readonly number[];
}

function expectThresholds({ churned, kept }: Risks, thresholds: readonly Threshold[]): void {
  for (const { threshold, tp, fp, fn, tn } of thresholds)
    expect(confusion(churned, kept, threshold), `at ${threshold}`).toEqual({ tp, fp, fn, tn });
}

function expectTop({ churned, kept }: Risks, top: Top): void {
  const found = topShare(churned, kept, top.k)!;
  expect(found.lift).toBeCloseTo(top.lift_tie_expected, 9);
  expect(found.capture).toBeCloseTo(top.capture_tie_expected, 9);
  expect(found.tiedAtThreshold).toBe(top.n_tied_at_threshold);
}

describe.each(Object.keys(byDate))('the health score of saas-panel on %s', (date) => {
  const expected = byDate[date]!;
  const { risk, health } = risksOn(date);

  it('has the AUC, Gini, KS and average precision of the reference', () => {
    expect(auc(risk.churned, risk.kept)).toBeCloseTo(expected.risk_auc, 9);
    expect(2 * auc(risk.churned, risk.kept)! - 1).toBeCloseTo(expected.gini, 9);
    expect(kolmogorovSmirnov(risk.churned, risk.kept)).toBeCloseTo(expected.ks, 9);
    expect(averagePrecision(risk.churned, risk.kept)).toBeCloseTo(expected.average_precision, 9);
  });

  it('has its confusion counts at every threshold, and its top tenth with expected ties', () => {
    expectThresholds(risk, expected.risk_thresholds);
    expectTop(risk, expected.top_decile);
  });

  it('has its bands with Wilson intervals', () => {
    const within = { red: [0, 40], amber: [40, 70], green: [70, 101] } as const;
    for (const band of ['red', 'amber', 'green'] as const) {
      const [low, below] = within[band];
      const count = (values: readonly number[]) =>
        values.filter((value) => value >= low && value < below).length;
      const { n, churned, wilson95 } = expected.bands[band];
      expect([count(health.churned) + count(health.kept), count(health.churned)]).toEqual([n, churned]);
      const interval = wilson(churned, n)!;
      expect(interval.low).toBeCloseTo(wilson95[0], 9);
      expect(interval.high).toBeCloseTo(wilson95[1], 9);
    }
  });
});

describe('the fitted risks of Telco', () => {
  const { coef } = telcoReference.telco.logit_A;
  const risk = telco.churn.map((_, row) => {
    const x = Object.entries(coef).reduce(
      (sum, [name, weight]) => sum + weight * (name === '(intercept)' ? 1 : telco.columns[name]![row]!),
      0,
    );
    return 1 / (1 + Math.exp(-x));
  });
  const split = {
    churned: risk.filter((_, row) => telco.churn[row] === 1),
    kept: risk.filter((_, row) => telco.churn[row] === 0),
  };

  it('have the Brier score and its skill', () => {
    const { brier, skill } = brierScore(risk, telco.churn)!;
    expect(brier).toBeCloseTo(inSample.calibration.brier, 9);
    expect(skill).toBeCloseTo(inSample.calibration.brier_skill, 9);
  });

  it('have the AUC, average precision, confusion counts and top shares', () => {
    expect(auc(split.churned, split.kept)).toBeCloseTo(inSample.auc, 9);
    expect(averagePrecision(split.churned, split.kept)).toBeCloseTo(inSample.average_precision, 9);
    expectThresholds(split, inSample.thresholds);
    for (const top of [inSample.top_5pct, inSample.top_decile, inSample.top_20pct]) expectTop(split, top);
  });
});

/** The exact score of the reference (not on the tenths' grid), and the risk 100 − score. */
function risksOn(date: string): { risk: Risks; health: Risks } {
  const panel = panelOf(dataset.lives, [date], '2023-12-31');
  const valuesOf = (name: string) => computeMeasure(dataset, saasMeasures.get(name)!, saasMeasures, panel);
  const [sessions, unresolved, tenure] = ['sessions_last_month_0', 'unresolved_90d', 'tenure_days'].map(
    valuesOf,
  );
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const values = Float64Array.from(panel.account, (_, r) =>
    roundValue(
      60 * clip(sessions![r]! / 20) + 20 * clip(1 - unresolved![r]! / 3) + 20 * clip(tenure![r]! / 365),
    ),
  );
  const health = byLabel(panel, 0, values);
  const turn = (scores: readonly number[]) => scores.map((value) => roundValue(100 - value));
  return { health, risk: { churned: turn(health.churned), kept: turn(health.kept) } };
}
