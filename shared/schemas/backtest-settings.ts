import { z } from 'zod';
import { soughtOutcomes } from './outcome-kinds.ts';
import { attributeConditionSchema } from './segment.ts';

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
    /** Each account so many days before each of its renewals; "same date" reads calendar month, pending is per row. */
    z.strictObject({
      type: z.literal('renewal'),
      daysBefore: z.int().min(0).max(730),
      firstDay: day,
      lastDay: day,
    }),
  ]),
  /** What is looked for; absent = churn. */
  outcome: z.enum(soughtOutcomes).optional(),
  /** Churn that is said to be involuntary (card failure, bankruptcy) is another outcome; not said = voluntary. */
  voluntaryOnly: z.boolean().optional(),
  /** Only accounts that meet all conditions; a copy, so that a run stays what it was when the segment changes. */
  segment: z
    .strictObject({ name: z.string().max(120), conditions: z.array(attributeConditionSchema).min(1).max(30) })
    .optional(),
  gapDays: z.int().min(0).max(730),
  horizonDays: z.int().min(1).max(730),
  minimumTenureDays: z.int().min(0).max(3660),
  /** Which date of an outcome counts: the notice where one is known, or always the effective date. */
  outcomeDate: z.enum(['noticeOrEffective', 'effective']),
  knownThrough: day,
  /** First as-of date of the test window; null = no split; 'auto' = the default rule. */
  testFrom: z.union([z.literal('auto'), day, z.null()]),
  /** Accounts the team can contact per as-of date. */
  capacityPerAsOf: z.int().min(1).max(100000),
  seed: z.int().min(0).max(0xffffffff),
  /** Metric that holds an imported score (high = healthy), judged as a baseline; absent = there is none. */
  incumbent: z.string().min(1).max(200).optional(),
});

export type BacktestSettings = z.infer<typeof backtestSettingsSchema>;
