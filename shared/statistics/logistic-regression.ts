import { invertPositiveDefinite } from './cholesky.ts';
import { logistic, softPlus } from './logistic-loss.ts';

export type LogisticFit = {
  /** Complete rows, the ones that were used. */
  readonly rows: number;
  readonly intercept: number;
  /** Change of the log odds per unit, one per column. */
  readonly coefficients: Float64Array;
  readonly interceptStandardError: number;
  readonly standardErrors: Float64Array;
  readonly logLikelihood: number;
};

/** Ordinary Newton needs under 12 steps; a separated sample drifts by about one unit a step for ever. */
const stepLimit = 40;

/** Unpenalised logistic regression with an intercept, by Newton's method on standardised columns.
 * `columns` hold one value per row, `outcome` 1 (positive) or 0; a row with a NaN is left out (complete cases).
 * Null where no finite estimate exists: one class, a constant or collinear column, or (quasi-)separation, that is
 * a combination of columns that tells some rows apart without error. Throws when the lengths differ.
 * Standard errors from the observed information. Source: McCullagh & Nelder (1989), 4.4; same as R's glm. */
export function logisticRegression(
  columns: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
): LogisticFit | null {
  if (columns.some((column) => column.length !== outcome.length))
    throw new RangeError('columns and outcome need the same rows');
  const sample = standardise(columns, outcome);
  if (sample === null) return null;
  const fit = climb(sample);
  return fit === null ? null : backToUnits(sample, fit);
}

type Sample = {
  readonly positive: Uint8Array;
  /** Standardised, the first all ones. */
  readonly columns: readonly Float64Array[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
};

function standardise(columns: readonly ArrayLike<number>[], outcome: ArrayLike<number>): Sample | null {
  const complete: number[] = [];
  for (let row = 0; row < outcome.length; row++)
    if (columns.every((column) => !Number.isNaN(column[row]!))) complete.push(row);
  const positive = Uint8Array.from(complete, (row) => outcome[row]!);
  const positives = positive.reduce((sum, flag) => sum + flag, 0);
  if (positives === 0 || positives === positive.length) return null;
  const picked = columns.map((column) => Float64Array.from(complete, (row) => column[row]!));
  const means = picked.map((column) => column.reduce((sum, x) => sum + x, 0) / column.length);
  const deviations = picked.map((column, j) =>
    Math.sqrt(column.reduce((sum, x) => sum + (x - means[j]!) ** 2, 0) / column.length),
  );
  // a constant column may leave rounding behind
  if (deviations.some((deviation, j) => !(deviation > 1e-12 * Math.abs(means[j]!)))) return null;
  const scaled = picked.map((column, j) => column.map((x) => (x - means[j]!) / deviations[j]!));
  return { positive, columns: [new Float64Array(positive.length).fill(1), ...scaled], means, deviations };
}

type Climb = {
  readonly beta: Float64Array;
  readonly covariance: Float64Array;
  readonly logLikelihood: number;
};

function climb(sample: Sample): Climb | null {
  const size = sample.columns.length;
  let beta = new Float64Array(size);
  let logLikelihood = logLikelihoodAt(sample, beta);
  for (let step = 0; step < stepLimit; step++) {
    const { gradient, information } = slopes(sample, beta);
    const covariance = invertPositiveDefinite(information, size);
    if (covariance === null) return null;
    const move = gradient.map((_, i) => dotRow(covariance, i, gradient));
    let share = 1;
    let next = beta;
    let reached = Number.NEGATIVE_INFINITY;
    // rounding may cost the last digits of the log-likelihood at the top
    const needed = logLikelihood - 1e-10 * Math.abs(logLikelihood);
    while (reached < needed && share > 1e-6) {
      next = beta.map((b, i) => b + share * move[i]!);
      reached = logLikelihoodAt(sample, next);
      share /= 2;
    }
    if (!(reached >= needed)) return null;
    const isThere = move.every((m, i) => Math.abs(m) <= 1e-9 * Math.max(1, Math.abs(beta[i]!)));
    beta = next;
    logLikelihood = reached;
    if (isThere) return { beta, covariance, logLikelihood };
  }
  return null;
}

function predictorsAt({ columns, positive }: Sample, beta: Float64Array): Float64Array {
  const predictors = new Float64Array(positive.length);
  columns.forEach((column, j) => {
    for (let row = 0; row < predictors.length; row++) predictors[row]! += beta[j]! * column[row]!;
  });
  return predictors;
}

function logLikelihoodAt(sample: Sample, beta: Float64Array): number {
  const predictors = predictorsAt(sample, beta);
  let sum = 0;
  for (let row = 0; row < predictors.length; row++)
    sum -= softPlus(sample.positive[row] === 1 ? -predictors[row]! : predictors[row]!);
  return sum;
}

/** Residuals are taken from the small tail, so that a separated sample keeps its slope instead of reaching 0. */
function slopes(sample: Sample, beta: Float64Array): { gradient: Float64Array; information: Float64Array } {
  const { columns, positive } = sample;
  const predictors = predictorsAt(sample, beta);
  const residuals = predictors.map((x, row) => (positive[row] === 1 ? logistic(-x) : -logistic(x)));
  const weights = predictors.map((x) => logistic(x) * logistic(-x));
  const size = columns.length;
  const gradient = Float64Array.from(columns, (column) => dot(column, residuals));
  const information = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const weighted = weights.map((weight, row) => weight * columns[i]![row]!);
    for (let j = 0; j <= i; j++) {
      information[i * size + j] = dot(weighted, columns[j]!);
      information[j * size + i] = information[i * size + j]!;
    }
  }
  return { gradient, information };
}

function backToUnits({ positive, means, deviations }: Sample, fit: Climb): LogisticFit {
  const size = fit.beta.length;
  const toIntercept = Float64Array.from(fit.beta, (_, i) =>
    i === 0 ? 1 : -means[i - 1]! / deviations[i - 1]!,
  );
  const spread = toIntercept.map((_, i) => dotRow(fit.covariance, i, toIntercept));
  return {
    rows: positive.length,
    intercept: dot(toIntercept, fit.beta),
    coefficients: Float64Array.from(deviations, (deviation, j) => fit.beta[j + 1]! / deviation),
    interceptStandardError: Math.sqrt(dot(toIntercept, spread)),
    standardErrors: Float64Array.from(
      deviations,
      (deviation, j) => Math.sqrt(fit.covariance[(j + 1) * (size + 1)]!) / deviation,
    ),
    logLikelihood: fit.logLikelihood,
  };
}

function dot(first: Float64Array, second: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < first.length; i++) sum += first[i]! * second[i]!;
  return sum;
}

function dotRow(matrix: Float64Array, row: number, vector: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += matrix[row * vector.length + i]! * vector[i]!;
  return sum;
}
