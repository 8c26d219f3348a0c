import { describe, expect, it } from 'vitest';
import { logisticRegression } from '../../../shared/statistics/logistic-regression.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { reference, telco } from './reference.ts';

const names = ['tenure', 'MonthlyCharges', 'SeniorCitizen'];
const { logit_A: expected } = reference.telco;

function relativeError(value: number, target: number): number {
  return Math.abs(value / target - 1);
}

describe('logisticRegression', () => {
  it('gives R’s coefficients, standard errors and log-likelihood on Telco', () => {
    const fit = logisticRegression(
      names.map((name) => telco.columns[name]!),
      telco.churn,
    )!;
    expect(fit.rows).toBe(expected.n);
    expect(relativeError(fit.intercept, expected.coef['(intercept)']!)).toBeLessThan(1e-9);
    expect(relativeError(fit.interceptStandardError, expected.se['(intercept)']!)).toBeLessThan(1e-6);
    names.forEach((name, j) => {
      expect(relativeError(fit.coefficients[j]!, expected.coef[name]!)).toBeLessThan(1e-9);
      expect(relativeError(fit.standardErrors[j]!, expected.se[name]!)).toBeLessThan(1e-6);
    });
    expect(relativeError(fit.logLikelihood, expected.loglik)).toBeLessThan(1e-12);
  });

  it('without columns is the log odds of the overall rate', () => {
    const fit = logisticRegression([], telco.churn)!;
    expect(fit.intercept).toBeCloseTo(Math.log(1869 / 5174), 12);
    expect(fit.interceptStandardError).toBeCloseTo(Math.sqrt(1 / 1869 + 1 / 5174), 12);
    expect(fit.logLikelihood).toBeCloseTo(1869 * Math.log(1869 / 7043) + 5174 * Math.log(5174 / 7043), 8);
    expect(relativeError(fit.logLikelihood, expected.loglik_null)).toBeLessThan(1e-10);
  });

  it('is the log odds ratio of a two-by-two table', () => {
    const x = [...Array(30).fill(0), ...Array(20).fill(1)];
    const y = x.map((group, i) => Number(group === 0 ? i < 5 : i - 30 < 12));
    const fit = logisticRegression([x], y)!;
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(12 / 8 / (5 / 25)), 12);
    expect(fit.standardErrors[0]).toBeCloseTo(Math.sqrt(1 / 12 + 1 / 8 + 1 / 5 + 1 / 25), 12);
  });

  it('leaves out rows with a missing value', () => {
    const charges = telco.columns.TotalCharges_num!;
    const complete = [...charges.keys()].filter((row) => !Number.isNaN(charges[row]!));
    const picked = logisticRegression(
      [complete.map((row) => charges[row]!)],
      complete.map((row) => telco.churn[row]!),
    )!;
    expect(logisticRegression([charges], telco.churn)).toEqual(picked);
    expect(picked.rows).toBe(7032);
  });

  it('has no estimate where a column separates the classes', () => {
    expect(logisticRegression([[1, 2, 3, 4, 5, 6]], [0, 0, 0, 1, 1, 1])).toBeNull();
    expect(logisticRegression([[1, 2, 3, 3, 4, 5]], [0, 0, 0, 1, 1, 1])).toBeNull();
    const random = createRandom(5);
    const x = Array.from({ length: 400 }, () => random.normal());
    const flag = x.map((_, i) => Number(i % 10 === 0));
    const y = x.map((value, i) =>
      flag[i] === 1 ? 1 : Number(random.uniform() < 1 / (1 + Math.exp(-value))),
    );
    expect(logisticRegression([x, flag], y)).toBeNull();
    expect(logisticRegression([x], y)).not.toBeNull();
  });

  it('finds an estimate close to separation', () => {
    const x = Array.from({ length: 200 }, (_, i) => i);
    const y = x.map((i) => Number(i >= 100));
    [y[99], y[100]] = [1, 0];
    const fit = logisticRegression([x], y)!;
    expect(fit.coefficients[0]).toBeGreaterThan(0.5);
    const score = x.reduce(
      (sum, i) => sum + y[i]! - 1 / (1 + Math.exp(-fit.intercept - fit.coefficients[0]! * i)),
      0,
    );
    expect(Math.abs(score)).toBeLessThan(1e-7);
  });

  it('has no estimate with one class, a constant column or a repeated one', () => {
    const x = [1, 2, 3, 4, 5, 6];
    expect(logisticRegression([x], [0, 0, 0, 0, 0, 0])).toBeNull();
    expect(logisticRegression([Array(6).fill(0.1)], [0, 1, 0, 1, 0, 1])).toBeNull();
    expect(logisticRegression([x, x.map((v) => 3 * v - 1)], [0, 1, 0, 1, 0, 1])).toBeNull();
  });
});
