import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brierScore, computeCalibration } from '../../../shared/backtest/calibration.ts';
import { calibrationFiguresSchema } from '../../../shared/schemas/lab-figures.ts';
import { jackknifeStandardError } from '../../../shared/statistics/jackknife.ts';
import { studentTQuantile } from '../../../shared/statistics/student-t.ts';
import { wilson } from '../../../shared/statistics/wilson.ts';
import { lab, randomLab, traffic } from './lab-panel.ts';
import { life } from './random-panel.ts';

const settings = {
  schedule: { type: 'typed' as const, days: [100, 200] },
  horizonDays: 30,
  knownThrough: 300,
  testFrom: 200,
};
const points = [900, 500, 100] as const;

/** Accounts per band with an end in design or test, or none: `design` and `test` = [churned, kept] per band. */
function twoWindows(design: readonly [number, number][], test: readonly [number, number][]) {
  const lives: ReturnType<typeof life>[] = [];
  const bandOf: number[] = [];
  const add = (band: number, startDay: number, endDay: number | null) => {
    lives.push(life({ account: lives.length, startDay, endDay }));
    bandOf.push(band);
  };
  design.forEach(([churned, kept], band) => {
    for (let i = 0; i < churned; i++) add(band, 0, 110);
    for (let i = 0; i < kept; i++) add(band, 0, 190);
  });
  test.forEach(([churned, kept], band) => {
    for (let i = 0; i < churned; i++) add(band, 150, 210);
    for (let i = 0; i < kept; i++) add(band, 150, null);
  });
  return lab(lives, (account) => points[bandOf[account]!]!, settings).input;
}

describe('calibration', () => {
  it('predicts the smoothed design rate of the band and counts what came', () => {
    const figures = computeCalibration(
      twoWindows(
        [
          [0, 9],
          [1, 8],
          [4, 5],
        ],
        [
          [1, 9],
          [2, 8],
          [3, 7],
        ],
      ),
    );
    const predicted = [0.5 / 10, 1.5 / 10, 4.5 / 10];
    expect(figures.bands.map((band) => band.predicted)).toEqual(predicted.map((p) => expect.closeTo(p, 12)));
    expect(figures.bands[2]).toMatchObject({ designRows: 9, rows: 10, positives: 3, rate: 0.3 });
    expect([figures.observed, figures.churners]).toEqual([6, 6]);
    expect(figures.expected).toBeCloseTo(0.5 + 1.5 + 4.5, 12);
    expect(figures.ratio!.value).toBeCloseTo(6 / 6.5, 12);
    expect(figures.bands[1]!.low).toBeCloseTo(wilson(2, 10)!.low, 12);
    const square = (p: number, churned: number) => churned * (1 - p) ** 2 + (10 - churned) * p ** 2;
    const brier = predicted.reduce((sum, p, b) => sum + square(p, b + 1), 0) / 30;
    expect(figures.brier).toBeCloseTo(brier, 12);
    expect(figures.brierSkill).toBeCloseTo(1 - brier / (0.2 * 0.8), 12);
  });

  it('pools neighbours that contradict the order, by rows + 1', () => {
    const figures = computeCalibration(
      twoWindows(
        [
          [0, 9],
          [4, 5],
          [0, 4],
        ],
        [
          [1, 1],
          [0, 1],
          [0, 1],
        ],
      ),
    );
    const pooled = (4.5 + 0.5) / (10 + 5);
    expect(figures.bands.map(({ predicted }) => predicted)).toEqual(
      [0.05, pooled, pooled].map((p) => expect.closeTo(p, 12)),
    );
  });

  it('promises more where health is higher when the outcome is a good one', () => {
    const input = twoWindows(
      [
        [4, 5],
        [1, 8],
        [0, 9],
      ],
      [
        [1, 1],
        [0, 1],
        [0, 1],
      ],
    );
    const predicted = computeCalibration(input, 'risesWithScore').bands.map((band) => band.predicted);
    expect(predicted[0]!).toBeGreaterThan(predicted[2]!);
  });

  it('gives observed ÷ expected the by-account jackknife interval of its logarithm', () => {
    let intervals = 0;
    fc.assert(
      fc.property(randomLab(40), ({ input }) => {
        const figures = computeCalibration(input);
        expect(calibrationFiguresSchema.safeParse(figures).error).toBeUndefined();
        if (figures.ratio?.low == null) return;
        intervals++;
        const { panel, scores, windows } = input;
        const rows = [...panel.account.keys()].filter(
          (r) => windows[panel.snapshot[r]!] === 'test' && panel.label[r]! <= 1 && scores[r]! >= 0,
        );
        const risk = (r: number) =>
          figures.bands[traffic.findIndex((band) => scores[r]! >= 10 * band.lowerBound)]!.predicted;
        const ratio = (of: readonly number[]) =>
          of.filter((r) => panel.label[r] === 1).length / of.reduce((sum, r) => sum + risk(r), 0);
        const accounts = [...new Set(rows.map((r) => panel.account[r]!))];
        const without = accounts.map((a) => ratio(rows.filter((r) => panel.account[r] !== a)));
        const error = jackknifeStandardError(without)!;
        const half = (studentTQuantile(0.975, figures.churners - 1) * error) / ratio(rows);
        expect(figures.ratio.low).toBeCloseTo(ratio(rows) / Math.exp(half), 9);
        expect(figures.ratio.high!).toBeCloseTo(ratio(rows) * Math.exp(half), 6);
      }),
      { numRuns: 150, seed: 11 },
    );
    expect(intervals).toBeGreaterThan(5);
  });

  it('says why where there is none', () => {
    const noSplit = lab([life()], () => 500, { ...settings, testFrom: null });
    expect(computeCalibration(noSplit.input)).toMatchObject({ reason: 'noSplit', bands: [], brier: null });
    const noDesign = lab([life({ startDay: 150 })], () => 500, settings);
    expect(computeCalibration(noDesign.input).reason).toBe('noDesignRows');
    const kept = lab([life(), life({ account: 1 })], () => 500, settings);
    expect(computeCalibration(kept.input)).toMatchObject({
      reason: 'noChurners',
      observed: 0,
      brierSkill: null,
    });
  });
});

describe('the Brier score', () => {
  it('has no skill where it always says the share, and all of it where it is right', () => {
    expect(brierScore([0.25, 0.25, 0.25, 0.25], [1, 0, 0, 0])).toEqual({ brier: 0.1875, skill: 0 });
    expect(brierScore([1, 0], [1, 0])).toEqual({ brier: 0, skill: 1 });
    expect(brierScore([], [])).toBeNull();
    expect(brierScore([0.5], [1])).toEqual({ brier: 0.25, skill: null });
  });
});
