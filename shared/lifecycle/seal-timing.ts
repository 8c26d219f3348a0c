/** The dates of a sealed prediction, in days since 1970-01-01. */
export interface SealDates {
  readonly asOf: number;
  readonly gapDays: number;
  readonly horizonDays: number;
}

export interface SealTiming {
  /** First and last day on which an outcome counts. */
  readonly from: number;
  readonly to: number;
  /** Outcomes have to be known through this day before it can be graded: the last day of the horizon. */
  readonly gradableOn: number;
  /** Days of the horizon that are known already, 0–horizonDays. */
  readonly knownDays: number;
  /** True when all of it is known: that would be a back-test, not a prediction. */
  readonly isMature: boolean;
}

/**
 * When a prediction of (as-of + gap, as-of + gap + horizon] can be graded, and how much of it is known already.
 * Mature when as-of + gap + horizon ≤ known-through; equality counts, as for a back-test's rows.
 */
export function sealTiming({ asOf, gapDays, horizonDays }: SealDates, knownThrough: number): SealTiming {
  const from = asOf + gapDays + 1;
  const to = asOf + gapDays + horizonDays;
  return {
    from,
    to,
    gradableOn: to,
    knownDays: Math.min(horizonDays, Math.max(0, knownThrough - from + 1)),
    isMature: to <= knownThrough,
  };
}
