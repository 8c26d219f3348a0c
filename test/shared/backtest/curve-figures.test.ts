import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeCurves, pointsOf } from '../../../shared/backtest/curve-figures.ts';
import { judgedRows } from '../../../shared/backtest/lab-input.ts';
import { averagePrecisionOfCounts, ksOfCounts } from '../../../shared/backtest/score-counts.ts';
import { curveFiguresSchema } from '../../../shared/schemas/lab-figures.ts';
import { averagePrecision } from '../../../shared/statistics/average-precision.ts';
import { kolmogorovSmirnov } from '../../../shared/statistics/kolmogorov-smirnov.ts';
import { topShare } from '../../../shared/statistics/top-share.ts';
import { reference, telco } from '../statistics/reference.ts';
import { lab, randomLab } from './lab-panel.ts';
import { life } from './random-panel.ts';

describe('curves from counts', () => {
  const counts = countDistinct(telco.columns.health!, telco.churn);

  it('have the reference’s average precision, KS and top tenth on Telco', () => {
    const expected = reference.telco.univariate.health!;
    expect(averagePrecisionOfCounts(counts.positives, counts.kept)).toBeCloseTo(
      expected.average_precision_low,
      9,
    );
    expect(ksOfCounts(counts.positives, counts.kept)!.value).toBeCloseTo(expected.ks, 9);
    const top = reference.telco.composite_health.top_decile;
    expect(pointsOf(counts.positives, counts.kept).top[1]).toMatchObject({
      percent: 10,
      called: top.k,
      tied: top.n_tied_at_threshold,
      lift: expect.closeTo(top.lift_tie_expected, 9),
      catchRate: expect.closeTo(top.capture_tie_expected, 9),
    });
  });

  it('are by hand what four rows give', () => {
    // scores 0 (churned), 1 (kept, churned), 3 (kept)
    const { points, top, reason } = pointsOf([1, 1, 0, 0], [0, 1, 0, 1]);
    expect(reason).toBeNull();
    expect(points).toEqual([
      {
        score: 0,
        called: 1,
        found: 1,
        calledShare: 0.25,
        catchRate: 0.5,
        hitRate: 1,
        lift: 2,
        falseAlarmRate: 0,
      },
      {
        score: 1,
        called: 3,
        found: 2,
        calledShare: 0.75,
        catchRate: 1,
        hitRate: 2 / 3,
        lift: 4 / 3,
        falseAlarmRate: 0.5,
      },
      {
        score: 3,
        called: 4,
        found: 2,
        calledShare: 1,
        catchRate: 1,
        hitRate: 0.5,
        lift: 1,
        falseAlarmRate: 1,
      },
    ]);
    // half of the rows: the first one and half of the two tied ones, of which one is churned
    expect(top.at(-1)).toMatchObject({ percent: 50, called: 2, found: 1.5, tied: 2 });
  });

  it('say why where there are none', () => {
    expect(pointsOf([], [])).toEqual({ reason: 'noRows', points: [], top: [] });
    expect(pointsOf([1, 2], [0, 0]).reason).toBe('oneClass');
    expect(pointsOf([0, 0], [1, 0]).reason).toBe('oneClass');
    expect(pointsOf([0, 2], [0, 3])).toMatchObject({ reason: 'constantScore' });
    expect([averagePrecisionOfCounts([], []), ksOfCounts([0, 2], [0, 3])]).toEqual([null, null]);
  });
});

describe('the curves of a window', () => {
  it('equal the statistics of its plain rows, pooled and per date', () => {
    fc.assert(
      fc.property(randomLab(30), ({ input }) => {
        const figures = computeCurves(input);
        expect(curveFiguresSchema.safeParse(figures).error).toBeUndefined();
        const rows = judgedRows(input);
        const scored = [...rows.row].filter((r) => input.scores[r]! >= 0);
        const risk = (label: number, of = scored) =>
          of.filter((r) => input.panel.label[r] === label).map((r) => -input.scores[r]!);
        const both = risk(1).length > 0 && risk(0).length > 0;
        expect(figures.averagePrecision ?? -1).toBeCloseTo(averagePrecision(risk(1), risk(0)) ?? -1, 9);
        expect(figures.ks?.value ?? -1).toBeCloseTo(kolmogorovSmirnov(risk(1), risk(0)) ?? -1, 9);
        if (!both) return;
        for (const row of figures.top) {
          const expected = topShare(risk(1), risk(0), row.called)!;
          expect(row.found).toBeCloseTo(expected.found, 9);
          expect(row.called).toBe(Math.ceil((row.percent * scored.length) / 100));
        }
        for (const point of figures.points) {
          expect(point.found).toBe(risk(1).filter((value) => -value <= point.score).length);
          expect(point.called).toBe(scored.filter((r) => input.scores[r]! <= point.score).length);
        }
        for (const snapshot of figures.snapshots) {
          const own = scored.filter((r) => input.panel.asOf[r] === snapshot.asOf);
          expect(snapshot.rows).toBe(own.length);
          expect(snapshot.averagePrecision ?? -1).toBeCloseTo(
            averagePrecision(risk(1, own), risk(0, own)) ?? -1,
            9,
          );
        }
      }),
      { numRuns: 100, seed: 8 },
    );
  });

  it('of nothing, of one class and of a constant are a reason', () => {
    const settings = { schedule: { type: 'typed' as const, days: [100] }, testFrom: null };
    expect(computeCurves(lab([life()], () => -1, settings).input).reason).toBe('noRows');
    expect(computeCurves(lab([life()], () => 5, settings).input).reason).toBe('oneClass');
    const two = [life(), life({ account: 1, endDay: 110 })];
    expect(computeCurves(lab(two, () => 5, settings).input)).toMatchObject({
      reason: 'constantScore',
      ks: null,
    });
  });
});

/** Rows per distinct value, ascending. */
function countDistinct(values: readonly number[], churn: readonly number[]) {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const place = new Map(distinct.map((value, i) => [value, i]));
  const positives = new Int32Array(distinct.length);
  const kept = new Int32Array(distinct.length);
  values.forEach((value, r) => {
    (churn[r] === 1 ? positives : kept)[place.get(value)!]!++;
  });
  return { positives, kept };
}
