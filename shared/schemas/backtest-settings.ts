import { z } from 'zod';

/** Days since 1970-01-01. */
export const day = z.int().min(-36525).max(73050);

/** Everything that decides which rows a back-test uses. Defaults come from the data (`backtests.proposeSettings`). */
export const backtestSettingsSchema = z.strictObject({
  schedule: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.enum(['weekly', 'monthly', 'quarterly']),
      firstDay: day,
      lastDay: day,
    }),
    z.strictObject({ type: z.literal('typed'), days: z.array(day).min(1).max(600) }),
  ]),
  gapDays: z.int().min(0).max(730),
  horizonDays: z.int().min(1).max(730),
  minimumTenureDays: z.int().min(0).max(3660),
  /** Which date of a churn counts: the notice where one is known, or always the effective date. */
  outcomeDate: z.enum(['noticeOrEffective', 'effective']),
  knownThrough: day,
  /** First as-of date of the test window; null = no split; 'auto' = the default rule. */
  testFrom: z.union([z.literal('auto'), day, z.null()]),
  /** Accounts the team can contact per as-of date. */
  capacityPerAsOf: z.int().min(1).max(100000),
  seed: z.int().min(0).max(0xffffffff),
});

export type BacktestSettings = z.infer<typeof backtestSettingsSchema>;
