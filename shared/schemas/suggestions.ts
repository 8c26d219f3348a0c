import { z } from 'zod';
import { estimateSchema } from './figures.ts';

const count = z.int().min(0);
const gateReason = z.enum(['tooFewChurners', 'noFreeNumbers']);

/** What a suggested bin rests on: rows and distinct accounts of the design window, and how many churned. */
const suggestedBinSchema = z.object({
  rows: count,
  accounts: count,
  churners: count,
  /** Churned rows ÷ rows, Wilson on rows ÷ h (overlapping horizons). */
  rate: z.number(),
  rateLow: z.number(),
  rateHigh: z.number(),
});

/** Cut-offs learnt on the design window, with their evidence; or why there are none. */
export const cutoffSuggestionSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('suggested'),
    cutoffs: z.array(z.number()),
    points: z.array(z.number()),
    bins: z.array(suggestedBinSchema),
    churners: count,
    /** Free numbers that taking it costs. */
    numbers: count,
  }),
  z.object({ type: z.literal('notSupported'), churners: count }),
  z.object({ type: z.literal('gated'), reason: gateReason, churners: count }),
]);

/** Weights learnt from outcomes, judged on later dates than they were learnt on; or why they are not offered. */
const learntWeightsSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('offered'),
    percents: z.array(z.number()),
    heldOut: estimateSchema.nullable(),
    /** Held-out AUC minus that of equal weights, paired. */
    gain: estimateSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('equalDoesAsWell'),
    heldOut: estimateSchema.nullable(),
    gain: estimateSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('gated'), reason: gateReason }),
  z.strictObject({ type: z.literal('notJudged') }),
]);

/** Weights for the parts of a scorecard, three ways, with their evidence. */
export const weightSuggestionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('gated'), churners: count }),
  z.strictObject({
    type: z.literal('suggested'),
    churners: count,
    /** Numbers that may be learnt in all and those already accepted; null = no limit. */
    freeNumbers: z.strictObject({ most: count.nullable(), used: count }),
    parts: z.array(z.strictObject({ groupId: z.string(), measureId: z.string().nullable() })),
    equal: z.strictObject({ percents: z.array(z.number()), heldOut: estimateSchema.nullable() }),
    /** The held-out AUC of the weights in use, as a flat scorecard of the parts. */
    current: estimateSchema.nullable(),
    /** SD of each part's points (0–100) over the design window's rows; 0 = all alike. */
    spread: z.array(z.number()),
    byAuc: learntWeightsSchema,
    ridge: learntWeightsSchema,
    /** Time folds that every comparison uses. */
    folds: count,
  }),
]);

export type CutoffAdvice = z.infer<typeof cutoffSuggestionSchema>;
export type WeightAdvice = z.infer<typeof weightSuggestionSchema>;
