import { z } from 'zod';
import { scorecardSchema } from './scorecard.ts';

/** How bounds of bands are found: from the calls a team can make, as even shares of the accounts, or at least cost. */
export const boundsMethod = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('capacity'), calls: z.number().min(0).max(1_000_000) }),
  z.strictObject({ type: z.literal('quantile') }),
  /** The band shares that another design gives on the same rows. */
  z.strictObject({ type: z.literal('shares'), of: scorecardSchema }),
  /** Costs in any one unit: of a churn nobody was called about, and of one call. */
  z.strictObject({
    type: z.literal('cost'),
    missCost: z.number().min(0).max(1e12),
    callCost: z.number().min(0).max(1e12),
  }),
]);

/** Bounds on the design window's scores, 0–100, healthiest band first without the lowest band's 0. */
export const foundBounds = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('capacity'),
    bound: z.number(),
    perDate: z.number(),
    dates: z.int(),
    tie: z.strictObject({ score: z.number(), perDate: z.number() }).nullable(),
  }),
  z.strictObject({ type: z.literal('quantile'), bounds: z.array(z.number()).nullable() }),
  z.strictObject({
    type: z.literal('cost'),
    bound: z.number(),
    cost: z.number(),
    calls: z.int(),
    misses: z.int(),
    churners: z.int(),
    dates: z.int(),
    /** Total cost at the bounds 0, 1, … 100. */
    curve: z.array(z.number()).length(101),
  }),
  z.strictObject({ type: z.literal('gated'), churners: z.int() }),
]);

/** Today's accounts under one of several designs, against the first of them. */
export const comparedDesign = z.strictObject({
  bands: z.array(z.strictObject({ bandId: z.string(), accounts: z.int() })),
  unscored: z.int(),
  changed: z.int(),
  /** The first few in another band; the empty id = not scored. */
  examples: z.array(
    z.strictObject({ accountId: z.string(), name: z.string(), from: z.string(), to: z.string() }),
  ),
});

/** One account that two designs put into different bands, and what did it. Scores 0–100, null = not scored. */
export const bandMove = z.strictObject({
  accountId: z.string(),
  name: z.string(),
  from: z.strictObject({ score: z.number().nullable(), bandId: z.string().nullable() }),
  to: z.strictObject({ score: z.number().nullable(), bandId: z.string().nullable() }),
  reason: z.discriminatedUnion('type', [
    /** The score is the same; the bounds of the bands moved. */
    z.strictObject({ type: z.literal('bounds') }),
    z.strictObject({ type: z.literal('coverage') }),
    z.strictObject({ type: z.literal('variant'), variantId: z.string().nullable() }),
    z.strictObject({ type: z.literal('exception'), exceptionId: z.string(), holds: z.boolean() }),
    /** Only weights were changed: of one group, of one measure, or of several. */
    z.strictObject({ type: z.literal('groupWeight'), groupId: z.string() }),
    z.strictObject({ type: z.literal('weight'), measureId: z.string() }),
    z.strictObject({ type: z.literal('weights') }),
    /** Of the measures that were changed, the one whose part of the score changed most, in points of the score. */
    z.strictObject({ type: z.literal('measure'), measureId: z.string(), change: z.number() }),
  ]),
});
