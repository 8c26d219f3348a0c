import { describe, expect, it } from 'vitest';
import { logisticRegression } from '../../../shared/statistics/logistic-regression.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import {
  type RidgeFit,
  type RidgeProblem,
  ridgeLogistic,
} from '../../../shared/statistics/ridge-logistic.ts';

function drawProblem(seed: number, rows: number, effects: readonly number[]): RidgeProblem {
  const random = createRandom(seed);
  const shared = Float64Array.from({ length: rows }, () => random.normal());
  const columns = effects.map(() => shared.map((s) => 0.6 * s + 0.8 * random.normal()));
  const positive = shared.map((_, r) => {
    const predictor = effects.reduce((sum, effect, j) => sum + effect * columns[j]![r]!, -1.5);
    return Number(random.uniform() < 1 / (1 + Math.exp(-predictor)));
  });
  return { columns, positive };
}

function objective({ columns, positive }: RidgeProblem, lambda: number, beta: readonly number[]): number {
  let sum = 0;
  for (let r = 0; r < positive.length; r++) {
    const predictor = columns.reduce((total, column, j) => total + beta[j + 1]! * column[r]!, beta[0]!);
    sum += Math.log(1 + Math.exp(positive[r] === 1 ? -predictor : predictor));
  }
  return sum + (lambda / 2) * beta.slice(1).reduce((total, b) => total + b * b, 0);
}

/** Tries a step up and down in each coordinate, halving the step when none helps. */
function slowRidge(problem: RidgeProblem, lambda: number): number[] {
  const beta: number[] = Array(problem.columns.length + 1).fill(0);
  let best = objective(problem, lambda, beta);
  for (let step = 1; step > 1e-8; ) {
    let moved = false;
    for (let j = 0; j < beta.length; j++) {
      for (const sign of [1, -1]) {
        const tried = j === 0 ? beta[j]! + sign * step : Math.max(0, beta[j]! + sign * step);
        const reached = objective(problem, lambda, beta.with(j, tried));
        if (reached >= best) continue;
        best = reached;
        beta[j] = tried;
        moved = true;
      }
    }
    if (!moved) step /= 2;
  }
  return beta;
}

describe('ridgeLogistic', () => {
  const problem = drawProblem(7, 60, [0.9, 0.3, -0.8]);

  it.each([20, 2, 0.2, 0.02])('finds what a coordinate search finds at λ = %d', (lambda) => {
    const fit = ridgeLogistic(problem, lambda)!;
    const slow = slowRidge(problem, lambda);
    expect(fit.objective).toBeLessThanOrEqual(objective(problem, lambda, slow) + 1e-9);
    [fit.intercept, ...fit.coefficients].forEach((b, j) => {
      expect(b).toBeCloseTo(slow[j]!, 5);
    });
  });

  it('meets the conditions of the bounded optimum', () => {
    const large = drawProblem(11, 3000, [0.5, -0.3, 0.2, 0, -0.1, 0.8]);
    const fit = ridgeLogistic(large, 3)!;
    const slope = large.columns.map((column, j) => {
      let sum = 3 * fit.coefficients[j]!;
      for (let r = 0; r < column.length; r++) {
        const predictor = large.columns.reduce((t, c, k) => t + fit.coefficients[k]! * c[r]!, fit.intercept);
        sum += (1 / (1 + Math.exp(-predictor)) - large.positive[r]!) * column[r]!;
      }
      return sum;
    });
    expect(fit.coefficients.some((b) => b === 0)).toBe(true);
    slope.forEach((s, j) => {
      if (fit.coefficients[j] === 0) expect(s).toBeGreaterThan(-1e-6);
      else expect(Math.abs(s)).toBeLessThan(1e-6);
    });
  });

  it('gives the same along a warm path as from a cold start', () => {
    let start: RidgeFit | undefined;
    for (const lambda of [1000, 100, 10, 1, 0.1, 0.01]) {
      start = ridgeLogistic(problem, lambda, start)!;
      const cold = ridgeLogistic(problem, lambda)!;
      expect(start.objective).toBeCloseTo(cold.objective, 9);
      start.coefficients.forEach((b, j) => {
        expect(b).toBeCloseTo(cold.coefficients[j]!, 7);
      });
    }
  });

  it('tends to the unpenalised fit where that has no negative coefficient', () => {
    const friendly = drawProblem(3, 400, [1, 0.7]);
    const fit = ridgeLogistic(friendly, 1e-9)!;
    const free = logisticRegression(friendly.columns, friendly.positive)!;
    expect(fit.intercept).toBeCloseTo(free.intercept, 6);
    expect(fit.coefficients[0]).toBeCloseTo(free.coefficients[0]!, 6);
  });

  it('stays finite where the classes are separated', () => {
    const fit = ridgeLogistic(
      { columns: [Float64Array.from([-2, -1, 1, 2])], positive: [0, 0, 1, 1] },
      0.01,
    )!;
    expect(fit.coefficients[0]).toBeGreaterThan(2);
    expect(fit.coefficients[0]).toBeLessThan(10);
  });

  it('has no fit with one class and refuses a penalty of 0', () => {
    expect(ridgeLogistic({ columns: [new Float64Array(3)], positive: [1, 1, 1] }, 1)).toBeNull();
    expect(() => ridgeLogistic(problem, 0)).toThrow(RangeError);
  });
});
