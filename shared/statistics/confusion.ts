/** Rows called and churned (tp), called and kept (fp), missed (fn), rightly left alone (tn). */
export type Confusion = {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
};

/** The confusion table of "call when risk ≥ threshold": a row exactly on the threshold is called.
 * Takes risk (higher = riskier; for a health score pass 100 − score and 100 − bound) of positives and of negatives.
 * Empty classes give zeros. A missing value (NaN) is never called, so drop and count such rows first. */
export function confusion(
  positives: ArrayLike<number>,
  negatives: ArrayLike<number>,
  threshold: number,
): Confusion {
  const tp = countFrom(positives, threshold);
  const fp = countFrom(negatives, threshold);
  return { tp, fp, fn: positives.length - tp, tn: negatives.length - fp };
}

function countFrom(values: ArrayLike<number>, threshold: number): number {
  let count = 0;
  for (let i = 0; i < values.length; i += 1) if (values[i]! >= threshold) count += 1;
  return count;
}
