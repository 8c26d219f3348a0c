import { describe, expect, it } from 'vitest';
import { kaplanMeier, medianSurvival, survivalAt } from '../../../shared/statistics/kaplan-meier.ts';
import { logRank } from '../../../shared/statistics/log-rank.ts';
import { type Curve, reference, telco } from './reference.ts';

const contracts = Object.keys(reference.telco.km_by_contract);
const tenure = telco.columns.tenure!;

describe('kaplanMeier', () => {
  it('agrees with R’s survfit on all of Telco', () => {
    expectCurve(kaplanMeier(tenure, telco.churn), reference.telco.km_all);
  });

  it.each(contracts)('agrees with R’s survfit on Telco’s %s contracts', (name) => {
    const rows = tenure.flatMap((_, row) => (telco.contract[row] === name ? [row] : []));
    const steps = kaplanMeier(
      rows.map((row) => tenure[row]!),
      rows.map((row) => telco.churn[row]!),
    );
    expectCurve(steps, reference.telco.km_by_contract[name]!);
  });

  it('counts a stop at the time of an event as at risk for it', () => {
    const [step] = kaplanMeier([5, 5], [1, 0]);
    expect(step).toMatchObject({ time: 5, atRisk: 2, events: 1, censored: 1, survival: 0.5 });
  });

  it('without stops is the share still there', () => {
    const steps = kaplanMeier([4, 1, 3, 2], [1, 1, 1, 1]);
    expect([0, 1, 2.5, 4, 9].map((time) => survivalAt(steps, time))).toEqual([1, 0.75, 0.5, 0, 0]);
    expect(steps.at(-1)).toMatchObject({ logInterval: null, logLogInterval: null });
    expect(medianSurvival(steps)).toBe(2.5);
  });

  it('of nothing is nothing; missing times are refused', () => {
    expect(kaplanMeier([], [])).toEqual([]);
    expect(medianSurvival([])).toBeNull();
    expect(() => kaplanMeier([Number.NaN], [1])).toThrow(RangeError);
  });
});

describe('logRank', () => {
  it('agrees with R’s survdiff on Telco’s contracts', () => {
    const expected = reference.telco.logrank_contract;
    const names = Object.keys(expected.groups);
    const group = telco.contract.map((name) => names.indexOf(name));
    const result = logRank({ times: tenure, events: telco.churn, group, groupCount: 3 })!;
    expect(Math.abs(result.chiSquare / expected.chisq - 1)).toBeLessThan(1e-9);
    expect([result.degreesOfFreedom, result.p]).toEqual([expected.df, 0]);
    names.forEach((name, index) => {
      expect(result.observed[index]).toBe(expected.groups[name]!.observed);
      expect(result.expected[index]).toBeCloseTo(expected.groups[name]!.expected, 8);
    });
  });

  it('is by hand what two groups of two give', () => {
    // times 1, 2 against 3, 4, all events: E₁ = 2/4 + 1/3 = 5/6, V = 1/4 + 2/9
    const result = logRank({
      times: [1, 2, 3, 4],
      events: [1, 1, 1, 1],
      group: [0, 0, 1, 1],
      groupCount: 2,
    })!;
    expect(result.expected[0]).toBeCloseTo(5 / 6, 14);
    expect(result.chiSquare).toBeCloseTo((7 / 6) ** 2 / (1 / 4 + 2 / 9), 12);
  });

  it('leaves out an empty group and is undefined for a single one or without events', () => {
    const data = { times: [1, 2, 3, 4], events: [1, 1, 1, 1], group: [0, 0, 2, 2] };
    expect(logRank({ ...data, groupCount: 3 })!.degreesOfFreedom).toBe(1);
    expect(logRank({ ...data, group: [0, 0, 0, 0], groupCount: 1 })).toBeNull();
    expect(logRank({ ...data, events: [0, 0, 0, 0], groupCount: 3 })).toBeNull();
  });
});

function expectCurve(steps: ReturnType<typeof kaplanMeier>, expected: Curve): void {
  for (const point of expected.at) {
    const step = steps.find(({ time }) => time === point.t)!;
    expect(step.atRisk).toBe(point.n_risk);
    expect(step.survival).toBeCloseTo(point.surv, 12);
    expect(step.standardError).toBeCloseTo(point.se_greenwood, 12);
    expect(step.logInterval!.low).toBeCloseTo(point.log_lo, 12);
    expect(step.logInterval!.high).toBeCloseTo(point.log_hi, 12);
    expect(step.logLogInterval?.low ?? null).toEqual(
      point.loglog_lo === null ? null : expect.closeTo(point.loglog_lo, 12),
    );
    expect(step.logLogInterval?.high ?? null).toEqual(
      point.loglog_hi === null ? null : expect.closeTo(point.loglog_hi, 12),
    );
  }
  const events = steps.reduce((sum, step) => sum + step.events, 0);
  expect(events).toBe(expected.events);
  expect(medianSurvival(steps)).toBe(expected.median);
}
