import { logistic, softPlus } from './logistic-loss.ts';

export type RidgeProblem = {
  /** Standardised predictors, one value per row, none missing. */
  readonly columns: readonly Float64Array[];
  /** 1 churned, 0 kept, per row. */
  readonly positive: ArrayLike<number>;
};

export type RidgeFit = {
  readonly intercept: number;
  /** One per column, ≥ 0. */
  readonly coefficients: Float64Array;
  /** −log-likelihood + λ/2·Σβ² at the solution. */
  readonly objective: number;
};

/** Above this move the curvature is taken anew; below, the last one still brings each step closer a hundredfold. */
const reuseCurvatureBelow = 0.01;
const stepLimit = 200;

/** Non-negative ridge logistic regression: minimises −log-likelihood + λ/2·Σβ² over β ≥ 0 and a free intercept.
 * The problem is strictly convex, so there is one answer; coefficients are within about 1e-8 of it.
 * `start` (a fit at a nearby λ) saves steps and changes nothing else. Null with one class; throws unless λ > 0.
 * Newton steps, each a small bounded quadratic solved by coordinate descent, with step halving; the loops over
 * rows are plain, as a path of λ runs them hundreds of times.
 * Source: Friedman, Hastie & Tibshirani, J. Statistical Software 33 (2010); Lee, Sun & Saunders (2014). */
export function ridgeLogistic(problem: RidgeProblem, lambda: number, start?: RidgeFit): RidgeFit | null {
  if (!(lambda > 0)) throw new RangeError(`a ridge needs a penalty above 0, not ${lambda}`);
  const rows = problem.positive.length;
  let positives = 0;
  for (let row = 0; row < rows; row++) positives += problem.positive[row]!;
  if (positives === 0 || positives === rows) return null;
  const size = problem.columns.length + 1;
  const beta = new Float64Array(size);
  beta[0] = start?.intercept ?? Math.log(positives / (rows - positives));
  if (start !== undefined) beta.set(start.coefficients, 1);
  let at = placeAt(problem, lambda, beta);
  let curvature: Float64Array | null = null;
  for (let step = 0; step < stepLimit; step++) {
    const local = derivatives(problem, lambda, at, curvature);
    curvature = local.curvature;
    const move = boundedStep(local.gradient, curvature, at.beta);
    const stepSize = move.reduce((most, m) => Math.max(most, Math.abs(m)), 0);
    const next = searchLine({ problem, lambda, at, move });
    if (next === null) break;
    at = next;
    if (stepSize <= 1e-7) break;
    if (stepSize > reuseCurvatureBelow) curvature = null;
  }
  return { intercept: at.beta[0]!, coefficients: at.beta.slice(1), objective: at.objective };
}

function predictorsAt({ columns, positive }: RidgeProblem, beta: Float64Array): Float64Array {
  const predictors = new Float64Array(positive.length).fill(beta[0]!);
  columns.forEach((column, j) => {
    const slope = beta[j + 1]!;
    if (slope === 0) return;
    for (let row = 0; row < predictors.length; row++) predictors[row]! += slope * column[row]!;
  });
  return predictors;
}

type Place = {
  readonly beta: Float64Array;
  readonly predictors: Float64Array;
  readonly objective: number;
};

function placeAt(problem: RidgeProblem, lambda: number, beta: Float64Array): Place {
  const predictors = predictorsAt(problem, beta);
  let objective = 0;
  for (let row = 0; row < predictors.length; row++)
    objective += softPlus(problem.positive[row] === 1 ? -predictors[row]! : predictors[row]!);
  for (let j = 1; j < beta.length; j++) objective += (lambda / 2) * beta[j]! ** 2;
  return { beta, predictors, objective };
}

function derivatives(
  problem: RidgeProblem,
  lambda: number,
  { beta, predictors }: Place,
  known: Float64Array | null,
): { gradient: Float64Array; curvature: Float64Array } {
  const { columns, positive } = problem;
  const excess = new Float64Array(predictors.length);
  const weights = new Float64Array(predictors.length);
  let rowSum = 0;
  for (let row = 0; row < excess.length; row++) {
    const chance = logistic(predictors[row]!);
    weights[row] = chance * (1 - chance);
    excess[row] = chance - positive[row]!;
    rowSum += excess[row]!;
  }
  const gradient = new Float64Array(beta.length);
  gradient[0] = rowSum;
  columns.forEach((column, j) => {
    gradient[j + 1] = dot(column, excess) + lambda * beta[j + 1]!;
  });
  return { gradient, curvature: known ?? curvatureAt(columns, weights, lambda) };
}

function curvatureAt(columns: readonly Float64Array[], weights: Float64Array, lambda: number): Float64Array {
  const size = columns.length + 1;
  const curvature = new Float64Array(size * size);
  curvature[0] = weights.reduce((sum, weight) => sum + weight, 0);
  const weighted = new Float64Array(weights.length);
  columns.forEach((column, j) => {
    for (let row = 0; row < weights.length; row++) weighted[row] = weights[row]! * column[row]!;
    const i = j + 1;
    curvature[i] = weighted.reduce((sum, x) => sum + x, 0);
    curvature[i * size] = curvature[i]!;
    for (let k = 1; k <= i; k++) {
      const entry = dot(weighted, columns[k - 1]!) + (k === i ? lambda : 0);
      curvature[i * size + k] = entry;
      curvature[k * size + i] = entry;
    }
  });
  return curvature;
}

/** The d that minimises g·d + ½·d'Hd with β + d ≥ 0 in all but the intercept, one coordinate at a time. */
function boundedStep(gradient: Float64Array, curvature: Float64Array, beta: Float64Array): Float64Array {
  const size = beta.length;
  const move = new Float64Array(size);
  const slope = gradient.slice();
  for (let sweep = 0; sweep < 10_000; sweep++) {
    let largest = 0;
    for (let j = 0; j < size; j++) {
      const free = move[j]! - slope[j]! / curvature[j * size + j]!;
      const target = j === 0 ? free : Math.max(free, -beta[j]!);
      const change = target - move[j]!;
      if (change === 0) continue;
      move[j] = target;
      for (let k = 0; k < size; k++) slope[k]! += change * curvature[j * size + k]!;
      largest = Math.max(largest, Math.abs(change));
    }
    if (largest <= 1e-12) break;
  }
  return move;
}

/** The first of 1, ½, ¼ … of the move that does not make things worse; null when none does (rounding is reached). */
function searchLine({
  problem,
  lambda,
  at,
  move,
}: {
  problem: RidgeProblem;
  lambda: number;
  at: Place;
  move: Float64Array;
}): Place | null {
  for (let share = 1; share > 1e-9; share /= 2) {
    const beta = at.beta.map((b, j) => (j === 0 ? b + share * move[j]! : Math.max(0, b + share * move[j]!)));
    const next = placeAt(problem, lambda, beta);
    if (next.objective <= at.objective + 1e-13 * Math.abs(at.objective)) return next;
  }
  return null;
}

function dot(first: Float64Array, second: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < first.length; i++) sum += first[i]! * second[i]!;
  return sum;
}
