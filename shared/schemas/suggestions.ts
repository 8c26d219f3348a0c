import { z } from 'zod';

const count = z.int().min(0);

/** What a suggested bin rests on: rows and distinct accounts of the design window, and how many churned. */
const suggestedBinSchema = z.object({
  rows: count,
  accounts: count,
  churners: count,
  rate: z.number(),
});

/** Cut-offs learnt on the design window, with their evidence; or why there are none. */
export const cutoffSuggestionSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('suggested'),
    cutoffs: z.array(z.number()),
    points: z.array(z.number()),
    bins: z.array(suggestedBinSchema),
    churners: count,
  }),
  z.object({ type: z.literal('notSupported'), churners: count }),
  z.object({
    type: z.literal('gated'),
    reason: z.enum(['tooFewChurners', 'noFreeNumbers']),
    churners: count,
  }),
]);

export type CutoffAdvice = z.infer<typeof cutoffSuggestionSchema>;
