/** The inverse of a symmetric positive definite matrix (`size` × `size`, row by row) by Cholesky's factors.
 * Null where a pivot falls below 1e-11 of its diagonal entry: the matrix is singular, to working accuracy.
 * Only the lower triangle is read. Source: Golub & Van Loan, Matrix Computations (4th ed.), 4.2. */
export function invertPositiveDefinite(matrix: Float64Array, size: number): Float64Array | null {
  const factor = factorise(matrix, size);
  if (factor === null) return null;
  const inverse = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    unit.fill(0);
    unit[column] = 1;
    solveInPlace(factor, size, unit);
    for (let row = 0; row < size; row++) inverse[row * size + column] = unit[row]!;
  }
  return inverse;
}

function factorise(matrix: Float64Array, size: number): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) rest -= factor[i * size + k]! * factor[j * size + k]!;
      if (i !== j) factor[i * size + j] = rest / factor[j * size + j]!;
      else if (rest > 1e-11 * matrix[i * size + i]!) factor[i * size + i] = Math.sqrt(rest);
      else return null;
    }
  }
  return factor;
}

function solveInPlace(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) vector[i]! -= factor[i * size + k]! * vector[k]!;
    vector[i]! /= factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) vector[i]! -= factor[k * size + i]! * vector[k]!;
    vector[i]! /= factor[i * size + i]!;
  }
}
