import { describe, expect, it } from 'vitest';
import { NO_POINTS } from '../../../shared/scoring/points.ts';
import { auc } from '../../../shared/statistics/auc.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import type { SameDateRows } from '../../../shared/statistics/same-date-pairs.ts';
import {
  buildWeightSample,
  learnAucWeights,
  learnRidgeWeights,
} from '../../../shared/suggestions/learn-weights.ts';
import { suggestWeights } from '../../../shared/suggestions/suggest-weights.ts';
import { suggestionGate } from '../../../shared/suggestions/suggestion-gate.ts';
import { timeFolds } from '../../../shared/suggestions/time-folds.ts';
import { drawMeasure, drawRows } from './random-rows.ts';

const asOfDays = Array.from({ length: 12 }, (_, s) => 19000 + 30 * s);
const window = { asOfDays, gapDays: 0, horizonDays: 60 };
const all = suggestionGate(100);

function toPoints(values: Float64Array): Int16Array {
  return Int16Array.from(values, (v) =>
    Number.isNaN(v) ? NO_POINTS : Math.min(10000, Math.max(0, Math.round(5000 + 150 * v))),
  );
}

function draw(seed: number, effects: readonly number[], missing = 0) {
  const random = createRandom(seed);
  const rows = drawRows(random, { accounts: 400, dates: 12, churned: 150 });
  return { rows, points: effects.map((effect) => toPoints(drawMeasure(random, rows, { effect, missing }))) };
}

/** AUC over same-date pairs by comparing every pair. */
function slowAuc(rows: SameDateRows, picked: readonly number[], score: (row: number) => number): number {
  let wins = 0;
  let pairs = 0;
  for (const p of picked)
    for (const n of picked) {
      if (rows.positive[p] !== 1 || rows.positive[n] !== 0 || rows.snapshot[p] !== rows.snapshot[n]) continue;
      pairs++;
      wins += score(n) > score(p) ? 1 : score(n) === score(p) ? 0.5 : 0;
    }
  return wins / pairs;
}

describe('suggestWeights', () => {
  it('offers learnt weights where one measure carries the signal and the others none', () => {
    const { rows, points } = draw(1, [1.5, 0, 0, 0]);
    const made = suggestWeights(rows, points, { ...window, gate: all });
    if (made.type !== 'suggested' || made.ridge.type !== 'offered' || made.byAuc.type !== 'offered')
      throw new Error('weights are offered');
    expect(made.equal.percents).toEqual([25, 25, 25, 25]);
    expect(made.ridge.percents.reduce((sum, p) => sum + p, 0)).toBe(100);
    expect(made.ridge.percents[0]).toBeGreaterThan(60);
    expect(made.byAuc.percents[0]).toBeGreaterThan(60);
    expect(made.ridge.heldOut!.auc!).toBeGreaterThan(made.equal.heldOut!.auc!);
    expect(made.ridge.gain!.difference).toBeCloseTo(made.ridge.heldOut!.auc! - made.equal.heldOut!.auc!, 12);
    expect(made.folds).toBe(4);
  });

  it('gives equal weights’ held-out AUC as pair by pair', () => {
    const { rows, points } = draw(2, [0.8, 0.4, 0.2], 0.15);
    const made = suggestWeights(rows, points, { ...window, gate: suggestionGate(20) });
    if (made.type !== 'suggested') throw new Error('equal weights are suggested');
    const judged = timeFolds(rows, asOfDays, window).flatMap(({ test }) => [...test]);
    const middle = (row: number) => {
      const present = points.map((column) => column[row]!).filter((p) => p !== NO_POINTS);
      return Math.round(present.reduce((sum, p) => sum + p, 0) / present.length / 10);
    };
    const complete = judged.filter((row) => points.some((column) => column[row] !== NO_POINTS));
    expect(judged.length - complete.length).toBeLessThan(20);
    expect(made.equal.heldOut!.auc).toBeCloseTo(slowAuc(rows, complete, middle), 2);
    expect(made.equal.heldOut!.positives + made.equal.heldOut!.negatives).toBe(judged.length);
  });

  it('keeps to the largest penalty within one standard error of the best', () => {
    const { rows, points } = draw(3, [1, 0.5, 0.2, 0]);
    const made = suggestWeights(rows, points, { ...window, gate: all });
    if (made.type !== 'suggested') throw new Error('weights are suggested');
    const { path, power } = made.ridge;
    expect(path.map((step) => step.power)).toEqual([3, 2.5, 2, 1.5, 1, 0.5, 0, -0.5, -1, -1.5, -2, -2.5, -3]);
    const best = Math.max(...path.map((step) => step.heldOutAuc!));
    const chosen = path.find((step) => step.power === power)!;
    expect(best - chosen.heldOutAuc!).toBeLessThan(0.05);
    for (const stronger of path.filter((step) => step.power > power!))
      expect(stronger.heldOutAuc!).toBeLessThan(chosen.heldOutAuc!);
  });

  it('offers no weights whose gain may be chance or rounds to nothing', () => {
    const kinds = Array.from({ length: 8 }, (_, seed) => {
      const { rows, points } = draw(40 + seed, [0.9, 0.7, 0.6]);
      const made = suggestWeights(rows, points, { ...window, gate: all });
      if (made.type !== 'suggested' || !('gain' in made.ridge)) throw new Error('weights are learnt');
      const { difference, interval } = made.ridge.gain!;
      expect(made.ridge.type === 'offered').toBe(interval!.low > 0 && difference >= 0.005);
      return difference > 0 ? made.ridge.type : 'worse';
    });
    expect(kinds).toContain('equalDoesAsWell');
  });

  it('judges the weights in use on the same rows, in whatever unit they are', () => {
    const { rows, points } = draw(4, [1, 0.5, 0.2]);
    const ask = (current: number[]) => {
      const made = suggestWeights(rows, points, { ...window, gate: all, current });
      if (made.type !== 'suggested') throw new Error('weights are suggested');
      return made;
    };
    const even = ask([7, 7, 7]);
    expect(even.current).toEqual(even.equal.heldOut);
    expect(ask([1, 0, 0]).current!.auc).not.toBe(even.current!.auc);
    expect(ask([0.5, 0.2, 0]).current).toEqual(ask([5, 2, 0]).current);
  });

  it('lets a measure that hardly ever moves weigh much, and says how little it moves the score', () => {
    // 1 % of the rows have 0 points instead of 100; the odds there are far higher.
    const { rows, points } = draw(11, [0.6]);
    const rare = Int16Array.from(rows.positive, (positive, r) =>
      positive === 1 ? (r % 8 === 0 ? 0 : 10000) : r % 300 === 0 ? 0 : 10000,
    );
    const made = suggestWeights(rows, [...points, rare], { ...window, gate: all });
    if (made.type !== 'suggested') throw new Error('weights are suggested');
    const zeros = rare.filter((p) => p === 0).length / rare.length;
    expect(zeros).toBeLessThan(0.04);
    expect(made.spread[1]).toBeCloseTo(100 * Math.sqrt(zeros * (1 - zeros)), 1);
    // By itself and hardly shrunk, its weight is the difference of log-odds per point: a formula, not a fit.
    const everyRow = rows.account.map((_, r) => r);
    const odds = (value: number) => {
      const at = [...everyRow].filter((r) => rare[r] === value);
      const churned = at.filter((r) => rows.positive[r] === 1).length;
      return Math.log(churned / (at.length - churned));
    };
    const alone = learnRidgeWeights(buildWeightSample(rows, [rare], everyRow), -6)!.weights[0]!;
    expect(alone).toBeCloseTo((odds(0) - odds(10000)) / 10000, 6);
  });

  it('says equal weights do as well where all measures weigh the same', () => {
    const outcomes = Array.from({ length: 8 }, (_, seed) => {
      const { rows, points } = draw(40 + seed, [0.7, 0.7, 0.7]);
      const made = suggestWeights(rows, points, { ...window, gate: all });
      return made.type === 'suggested' ? made.ridge.type : made.type;
    });
    expect(outcomes.filter((type) => type === 'equalDoesAsWell').length).toBeGreaterThan(1);
    expect(new Set(outcomes).size).toBeLessThanOrEqual(2);
  });

  it('gives no weight to a measure that points the wrong way or never changes', () => {
    const { rows, points } = draw(5, [1.2, -1]);
    const constant = new Int16Array(rows.account.length).fill(5000);
    const made = suggestWeights(rows, [...points, constant], { ...window, gate: all });
    if (made.type !== 'suggested' || made.ridge.type !== 'offered') throw new Error('weights are offered');
    expect(made.ridge.percents).toEqual([100, 0, 0]);
  });

  it('gives the same weights whatever unit a measure’s points run in', () => {
    const { rows, points } = draw(6, [1, 0.6]);
    const everyRow = rows.account.map((_, r) => r);
    const whole = learnRidgeWeights(buildWeightSample(rows, points, everyRow), 0)!.weights;
    const halved = points.map((column, j) => (j === 0 ? column.map((p) => (p >> 1) << 1) : column));
    const shrunk = halved.map((column, j) => (j === 0 ? column.map((p) => p / 2) : column));
    const before = learnRidgeWeights(buildWeightSample(rows, halved, everyRow), 0)!.weights;
    const after = learnRidgeWeights(buildWeightSample(rows, shrunk, everyRow), 0)!.weights;
    expect(whole[0]).toBeCloseTo(before[0]!, 6);
    expect(after[0]! / before[0]!).toBeCloseTo(2, 6);
    expect(after[1]).toBeCloseTo(before[1]!, 9);
  });

  it('is gated by churners: equal weights only below 30, no more weights than they pay for below 100', () => {
    const { rows, points } = draw(7, [1, 0.5, 0.3, 0.2, 0.1]);
    const ask = (churners: number, numbersUsed = 0) =>
      suggestWeights(rows, points, { ...window, gate: suggestionGate(churners), numbersUsed });
    expect(ask(9)).toEqual({ type: 'gated', reason: 'tooFewChurners' });
    expect(ask(29)).toMatchObject({ ridge: { type: 'gated', reason: 'tooFewChurners' } });
    expect(ask(39)).toMatchObject({ ridge: { type: 'gated', reason: 'noFreeNumbers' } });
    expect(ask(40, 1)).toMatchObject({ ridge: { type: 'gated', reason: 'noFreeNumbers' } });
    expect(ask(40)).not.toMatchObject({ ridge: { type: 'gated' } });
    for (const churners of [29, 30, 40, 99]) {
      expect(ask(churners)).toMatchObject({ byAuc: { type: 'gated', reason: 'tooFewChurners' } });
    }
    expect(ask(100)).not.toMatchObject({ byAuc: { type: 'gated' } });
  });

  it('judges nothing where the purge leaves no fold', () => {
    const { rows, points } = draw(8, [1, 0.5]);
    expect(suggestWeights(rows, points, { ...window, horizonDays: 700, gate: all })).toMatchObject({
      equal: { percents: [50, 50], heldOut: null },
      ridge: { type: 'notJudged' },
    });
  });
});

describe('learnAucWeights', () => {
  it('are 2·AUC − 1 on one date, 0 below a half', () => {
    const { rows, points } = draw(9, [1, -1], 0.1);
    const picked = Int32Array.from([...rows.snapshot.keys()].filter((r) => rows.snapshot[r] === 6));
    const weights = learnAucWeights(rows, points, picked);
    const side = (flag: number) =>
      [...picked]
        .filter((r) => rows.positive[r] === flag && points[0]![r] !== NO_POINTS)
        .map((r) => points[0]![r]!);
    expect(weights[0]).toBeCloseTo(2 * auc(side(0), side(1))! - 1, 12);
    expect(weights[1]).toBe(0);
  });
});
