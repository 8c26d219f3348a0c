import { z } from 'zod';
import { attributeConditionSchema } from './segment.ts';

const id = z.string().min(1).max(64);

/** Which outcome a score is for; absent = nobody said. */
export const aimSchema = z.enum(['preventChurn', 'findExpansion']).optional();

const text = (length: number) => z.string().max(length);
/** A weight keeps up to 3 decimals and counts as an integer × 1,000. */
const weight = z.number().min(0).max(1000);
const points = z.number().min(0).max(100);

/** Measure → points 0–100. `cutoffs` ascending; a value equal to a cut-off belongs to the bin above it. */
export const scaleSchema = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('bins'),
      cutoffs: z.array(z.number()).max(30),
      points: z.array(points).min(1).max(31),
    })
    .refine((scale) => scale.points.length === scale.cutoffs.length + 1)
    .refine((scale) => scale.cutoffs.every((cut, i, all) => i === 0 || cut > (all[i - 1] ?? Number.NaN))),
  z.strictObject({ type: z.literal('linear'), worst: z.number(), best: z.number() }),
  /** Mid-rank percentile among the accounts of the same as-of date with a value; `direction` says which side is healthy. */
  z.strictObject({ type: z.literal('percentile'), direction: z.enum(['higher', 'lower']) }),
]);

export const missingPolicySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('exclude') }),
  z.strictObject({ type: z.literal('neutral') }),
  z.strictObject({ type: z.literal('worst') }),
  z.strictObject({ type: z.literal('ownBin'), points }),
]);

export const scorecardMeasureSchema = z.strictObject({
  measureId: id,
  weight,
  scale: scaleSchema,
  missing: missingPolicySchema,
  /** What the person wants to see of a healthy customer, and why it matters. */
  target: text(200).optional(),
  reason: text(500).optional(),
});

export const measureGroupSchema = z.strictObject({
  id,
  name: text(120),
  weight,
  combine: z.enum(['mean', 'min', 'max']),
  measures: z.array(scorecardMeasureSchema).max(60),
});

export const bandSchema = z.strictObject({
  id,
  /** Lowest score of the band, 0–100 on the score's one-decimal grid; the lowest band has 0. */
  lowerBound: z.number().min(0).max(100),
  label: text(60),
  symbol: text(4),
  colour: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
  alarm: z.boolean(),
  action: text(2000),
  owner: text(120),
});

/** "If the condition holds, then at most / at least X." A missing value meets `missing` alone. */
export const exceptionSchema = z.strictObject({
  id,
  condition: z.strictObject({
    measureId: id,
    operator: z.enum(['below', 'atLeast', 'missing']),
    value: z.number(),
  }),
  /** With a band the limit follows the band's bounds; `score` stands where there is no such band. */
  effect: z.strictObject({ type: z.enum(['atMost', 'atLeast']), score: points, bandId: id.optional() }),
});

export const variantConditionSchema = z.discriminatedUnion('type', [
  attributeConditionSchema,
  /** Days since the start of the life, as of the date. */
  z.strictObject({
    type: z.literal('tenure'),
    operator: z.enum(['below', 'atLeast']),
    days: z.int().min(0).max(36600),
  }),
]);

/** Another set of groups for the accounts that meet all conditions (none = no account); the first that fits holds. */
export const variantSchema = z.strictObject({
  id,
  name: text(120),
  conditions: z.array(variantConditionSchema).max(10),
  groups: z.array(measureGroupSchema).max(20),
  /** k of λ = c/(c + k); 0 = never borrows. */
  borrowK: z.int().min(0).max(200),
});

/** A person's band for one account from a day to another, both included; the score stays what it is. */
export const overrideSchema = z.strictObject({
  accountId: z.string().min(1).max(400),
  bandId: id,
  reason: z.string().min(1).max(500),
  owner: text(120),
  setOn: z.int().min(-100_000).max(100_000),
  expiresOn: z.int().min(-100_000).max(100_000),
});

/** One side of a pattern: a value is high when it is at or above the cut. */
const patternSideSchema = z.strictObject({ measureId: id, cut: z.number() });

/** Two measures crossed: four kinds of customer, each with the person's own name, action and owner. Scores nothing. */
export const patternSchema = z.strictObject({
  id,
  name: text(120),
  across: patternSideSchema,
  upward: patternSideSchema,
  /** Both low, only `across` high, only `upward` high, both high. */
  cells: z.array(z.strictObject({ label: text(60), action: text(2000), owner: text(120) })).length(4),
});

/** Numbers that an accepted suggestion learnt: of 'weights', or of the cut-offs and points of a measure by its id. */
export const learntSchema = z.strictObject({
  what: id,
  numbers: z.int().min(0).max(1000),
});

export const gradingSchemes = ['tenStep', 'marks', 'traffic', 'letters', 'score100', 'custom'] as const;

/**
 * A whole design: purpose, groups and weights, coverage rule, exceptions, variants, bands, overrides, patterns. Bands
 * run from the healthiest to the worst.
 */
export const scorecardSchema = z.strictObject({
  id,
  name: z.string().min(1).max(120),
  purpose: z.strictObject({
    goal: text(500),
    healthyCustomer: text(500),
    aim: aimSchema,
  }),
  groups: z.array(measureGroupSchema).max(20),
  minimumCoverage: z.number().min(0).max(1),
  gradingScheme: z.enum(gradingSchemes),
  bands: z
    .array(bandSchema)
    .min(2)
    .max(20)
    .refine((bands) => bands.every((b, i) => i === 0 || b.lowerBound < (bands[i - 1]?.lowerBound ?? 0)))
    .refine((bands) => bands.at(-1)?.lowerBound === 0),
  exceptions: z.array(exceptionSchema).max(30).optional(),
  /** In order of priority. */
  variants: z.array(variantSchema).max(12).optional(),
  overrides: z.array(overrideSchema).max(2000).optional(),
  patterns: z.array(patternSchema).max(6).optional(),
  /** What the design has learnt from outcomes so far, one entry per accepted suggestion. */
  learnt: z.array(learntSchema).max(200).optional(),
});

export type Scale = z.infer<typeof scaleSchema>;
/** A scale that needs nothing but the value. */
export type ValueScale = Exclude<Scale, { type: 'percentile' }>;
export type MissingPolicy = z.infer<typeof missingPolicySchema>;
export type ScorecardMeasure = z.infer<typeof scorecardMeasureSchema>;
export type MeasureGroup = z.infer<typeof measureGroupSchema>;
export type Band = z.infer<typeof bandSchema>;
export type ScoreException = z.infer<typeof exceptionSchema>;
export type VariantCondition = z.infer<typeof variantConditionSchema>;
export type Variant = z.infer<typeof variantSchema>;
export type Pattern = z.infer<typeof patternSchema>;
export type Learnt = z.infer<typeof learntSchema>;
export type Override = z.infer<typeof overrideSchema>;
export type GradingScheme = (typeof gradingSchemes)[number];
export type Scorecard = z.infer<typeof scorecardSchema>;
