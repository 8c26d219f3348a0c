import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPanel, type Panel, POSITIVE } from '../../../shared/backtest/build-panel.ts';
import { judgeBaselines } from '../../../shared/backtest/judge-baselines.ts';
import { evaluateWindow } from '../../../shared/backtest/window-figures.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { life, lifeTable, plainSettings, scoredPanel } from './random-panel.ts';

// 20 accounts as of day 100, the first 10 of which churn ten days later.
const panel: Panel = buildPanel(
  lifeTable(
    Array.from({ length: 20 }, (_, account) => life({ account, endDay: account < 10 ? 110 : null })),
    20,
  ),
  plainSettings,
);
const scores = Int16Array.from({ length: 20 }, (_, a) => (a % 7) * 100);
const tenths = Float64Array.from(scores);

describe('a baseline', () => {
  it('without data is listed as that', () => {
    expect(statusOf(null)).toBe('noData');
  });

  it('that orders accounts as the score does is left out, saying so', () => {
    expect(statusOf(tenths)).toBe('sameRanking');
    expect(statusOf(tenths.map((x) => x * 3 - 1000))).toBe('sameRanking');
  });

  it('that splits a tie of the score is judged', () => {
    expect(statusOf(tenths.map((x, r) => x + (r === 0 ? 1 : 0)))).toBe('judged');
  });

  it('that joins two scores is judged', () => {
    expect(statusOf(tenths.map((x) => Math.max(x, 100)))).toBe('judged');
  });

  it('that is constant is not judged', () => {
    expect(statusOf(new Float64Array(20).fill(7))).toBe('constant');
  });

  it('that lacks one churner of ten is judged, two are too many', () => {
    const lacking = (count: number) =>
      Float64Array.from({ length: 20 }, (_, r) => (r < count ? Number.NaN : r));
    expect(statusOf(lacking(1))).toBe('judged');
    expect(statusOf(lacking(2))).toBe('missingForChurners');
  });

  it('may lack kept accounts, which then rank last', () => {
    const values = Float64Array.from({ length: 20 }, (_, r) => (r >= 15 ? Number.NaN : r));
    const { figures } = judge(values);
    expect(figures[1]!.status).toBe('judged');
    expect(figures[1]!.auc!.value).toBeCloseTo(0.5, 12);
  });

  it('counts in the verdict only where it is judged', () => {
    expect(judge(tenths).judged.map((baseline) => baseline.key)).toEqual(['chance']);
    expect(judge(tenths.map((x, r) => -x + r)).judged.map((baseline) => baseline.key)).toEqual([
      'chance',
      'tenure',
    ]);
  });

  it('of the ladder is compared and never judged', () => {
    const values = tenths.map((x, r) => -x + r);
    const { figures, judged } = judgeBaselines(panel, evaluate(panel, scores), [
      { key: 'tenure', values },
      { key: 'largestAmount', values },
      { key: 'equalWeights', values: tenths },
    ]);
    expect(figures.map(({ status }) => status)).toEqual(['judged', 'ladder', 'sameRanking']);
    expect(figures[1]!.difference).toEqual(figures[0]!.difference);
    expect(judged.map(({ key }) => key)).toEqual(['tenure']);
  });

  it('of chance is exactly .5', () => {
    const [chance] = judge(tenths).figures;
    const auc = evaluate(panel, scores).figures.auc!.value;
    expect(chance!.auc).toEqual({ value: 0.5, low: null, high: null });
    expect(chance!.difference!.value).toBeCloseTo(auc - 0.5, 12);
  });

  it('differs from the score by AUC(score) − AUC(baseline), on the score’s rows', () => {
    fc.assert(
      fc.property(
        scoredPanel(40),
        fc.integer({ min: 2, max: 9 }),
        ({ panel: drawn, scores: drawnScores }, by) => {
          const evaluation = evaluate(drawn, drawnScores);
          const values = Float64Array.from(
            drawn.account,
            (account, r) => (account * by + drawn.asOf[r]!) % 7,
          );
          const { figures } = judgeBaselines(drawn, evaluation, [{ key: 'tenure', values }]);
          const { status, auc, difference } = figures[0]!;
          if (status !== 'judged' || difference === null) return;
          expect(difference.value).toBeCloseTo(evaluation.figures.auc!.value - auc!.value, 12);
          expect([difference.value, auc!.value].every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 200, seed: 1 },
    );
  });
});

function evaluate(of: Panel, by: Int16Array) {
  const rows = Int32Array.from(of.account.keys()).filter((r) => of.label[r]! <= POSITIVE);
  return evaluateWindow(of, rows, by, {
    bands: presetBands('traffic', 'en'),
    overlap: 1,
    capacityPerAsOf: 5,
  });
}

function judge(values: Float64Array | null) {
  return judgeBaselines(panel, evaluate(panel, scores), [
    { key: 'chance', values: null },
    { key: 'tenure', values },
  ]);
}

function statusOf(values: Float64Array | null) {
  return judge(values).figures[1]!.status;
}
