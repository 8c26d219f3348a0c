import { z } from 'zod';

const count = z.number().min(0);
/** A threshold in tenths, counted from the alarm side, with the interval of thresholds chosen on resamples. */
const spreadBound = { bound: z.int().min(0).max(1000), low: count.nullable(), high: count.nullable() };

/** Thresholds by capacity and by cost, and how stable each is. */
export const thresholdAdviceSchema = z.strictObject({
  /** The dates they are learnt on: never the test window. */
  window: z.enum(['design', 'all']),
  dates: z.int().min(0),
  rows: z.int().min(0),
  accounts: z.int().min(0),
  /** Churners with a scored decision row. */
  churners: z.int().min(0),
  resamples: z.int().min(0),
  generator: z.string(),
  seed: z.int().min(0),
  byCapacity: z.strictObject({ ...spreadBound, perDate: count }).nullable(),
  byCost: z.strictObject({ ...spreadBound, cost: count, misses: count, calls: count }).nullable(),
});

export type ThresholdAdvice = z.infer<typeof thresholdAdviceSchema>;
