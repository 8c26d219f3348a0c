import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEPT, type Panel } from '../../../shared/backtest/build-panel.ts';
import { computeSurvivalByBand } from '../../../shared/backtest/survival-by-band.ts';
import { NO_DAY } from '../../../shared/measures/dataset.ts';
import { survivalFiguresSchema } from '../../../shared/schemas/lab-figures.ts';
import { reference, telco } from '../statistics/reference.ts';
import { lab, randomLab, traffic } from './lab-panel.ts';
import { life, lifeTable, plainSettings } from './random-panel.ts';

const settings = {
  schedule: { type: 'typed' as const, days: [100, 130] },
  horizonDays: 30,
  knownThrough: 200,
  testFrom: 100,
};

describe('survival by band', () => {
  it('agrees with R’s survfit and survdiff where bands are Telco’s contracts', () => {
    const { lives, input } = telcoByContract();
    const figures = computeSurvivalByBand(lives, input, 0);
    const names = ['Two year', 'One year', 'Month-to-month'];
    figures.bands.forEach((band, b) => {
      const expected = reference.telco.km_by_contract[names[b]!]!;
      expect([band.accounts, band.events]).toEqual([expected.n, expected.events]);
      for (const point of expected.at) {
        const step = band.steps.filter(({ time }) => time <= point.t).at(-1);
        expect(step?.survival ?? 1).toBeCloseTo(point.surv, 9);
        if (step === undefined) continue;
        expect(step.low!).toBeCloseTo(point.log_lo, 9);
        expect(step.high!).toBeCloseTo(point.log_hi, 9);
        if (point.loglog_lo !== null) expect(step.logLogLow!).toBeCloseTo(point.loglog_lo, 9);
        if (point.loglog_hi !== null) expect(step.logLogHigh!).toBeCloseTo(point.loglog_hi, 9);
      }
    });
    const test = reference.telco.logrank_contract;
    expect(Math.abs(figures.logRank!.chiSquare / test.chisq - 1)).toBeLessThan(1e-9);
    expect(figures.logRank!.degreesOfFreedom).toBe(test.df);
  });

  it('fixes the band at the landmark and counts days from it, censored at known-through', () => {
    const { lives, input } = lab(
      [life({ account: 0, endDay: 150 }), life({ account: 1 }), life({ account: 2, endDay: 500 })],
      (account, t) => (account === 0 ? (t === 100 ? 900 : 0) : 100),
      settings,
    );
    const figures = computeSurvivalByBand(lives, input);
    expect(figures.asOf).toBe(100);
    expect(figures.bands[0]).toMatchObject({ accounts: 1, events: 1, median: 50 });
    expect(figures.bands[0]!.steps[0]).toMatchObject({ time: 50, atRisk: 1, survival: 0 });
    // an outcome after known-through is a censoring at known-through
    expect(figures.bands[2]!.steps).toMatchObject([{ time: 100, atRisk: 2, events: 0, survival: 1 }]);
    expect(figures.bands[2]!.atRisk).toEqual(figures.times.map(() => 2));
    expect(figures.times).toEqual([0, 30, 60, 90]);
  });

  it('has every scored account of the date once, whatever its label, and no one else', () => {
    fc.assert(
      fc.property(randomLab(25), ({ lives, input }) => {
        for (const asOf of input.panel.asOfDays) {
          const figures = computeSurvivalByBand(lives, input, asOf);
          expect(survivalFiguresSchema.safeParse(figures).error).toBeUndefined();
          if (figures.reason === 'pending') continue;
          const rows = [...input.panel.asOf.keys()].filter((r) => input.panel.asOf[r] === asOf);
          const scored = rows.filter((r) => input.scores[r]! >= 0);
          expect(figures.bands.reduce((sum, band) => sum + band.accounts, 0)).toBe(scored.length);
          expect(figures.unscored).toBe(rows.length - scored.length);
          const churned = scored.filter((r) => input.panel.outcomeDay[r] !== NO_DAY).length;
          expect(figures.bands.reduce((sum, band) => sum + band.events, 0)).toBe(churned);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('says why where there is none', () => {
    const { lives, input } = lab([life()], () => 500, settings);
    expect(computeSurvivalByBand(lives, input, 99).reason).toBe('noSuchDate');
    expect(computeSurvivalByBand(lives, input).reason).toBe('noChurners');
    const unscored = lab([life()], () => -1, settings);
    expect(computeSurvivalByBand(unscored.lives, unscored.input).reason).toBe('noRows');
    const pending = lab([life()], () => 500, { ...settings, knownThrough: 100 });
    expect(computeSurvivalByBand(pending.lives, pending.input, 100).reason).toBe('pending');
    expect(computeSurvivalByBand(pending.lives, pending.input).reason).toBe('noRows');
  });
});

/** Telco as lives that begin at day 0: a churn after `tenure` days, or an end that is no outcome. */
function telcoByContract() {
  const tenure = telco.columns.tenure!;
  const count = tenure.length;
  const lives = lifeTable(
    tenure.map((days, account) => life({ account, endDay: days })),
    count,
  );
  const zeros = () => new Int32Array(count);
  const panel: Panel = {
    asOfDays: Int32Array.of(0),
    startDays: Int32Array.of(0),
    noticed: [[]],
    churnedInstead: new Int32Array(1),
    events: { offsets: new Int32Array(count + 1), day: zeros(), noticeDay: zeros(), stopDay: zeros() },
    account: Int32Array.from({ length: count }, (_, account) => account),
    life: Int32Array.from({ length: count }, (_, account) => account),
    snapshot: new Uint16Array(count),
    asOf: zeros(),
    lifeStart: zeros(),
    recordsFrom: zeros(),
    label: new Uint8Array(count).fill(KEPT),
    outcomeDay: Int32Array.from(tenure, (days, r) => (telco.churn[r] === 1 ? days : NO_DAY)),
    alreadyGaveNotice: new Int32Array(1),
    accountCount: count,
  };
  const points: Record<string, number> = { 'Month-to-month': 100, 'One year': 500, 'Two year': 900 };
  const scores = Int16Array.from(telco.contract, (name) => points[name]!);
  return {
    lives,
    input: { panel, scores, windows: ['all' as const], bands: traffic, settings: plainSettings },
  };
}
