import { z } from 'zod';
import { day } from '../schemas/backtest-settings.ts';
import { liveFiguresSchema } from '../schemas/figures.ts';
import { accountName, id, taskId } from '../schemas/messages.ts';
import { bandSchema, patternSchema, scorecardSchema } from '../schemas/scorecard.ts';
import { bandMove, boundsMethod, comparedDesign, foundBounds } from '../schemas/scorecard-answers.ts';
import { cutoffSuggestionSchema, weightSuggestionSchema } from '../schemas/suggestions.ts';

const named = accountName.omit({ index: true });
const count = z.int().min(0);

/** Questions of the scorecard screen beside the stream of edits: part of `contract.ts`. None changes anything. */
/** The day of today's accounts; null of a flagged snapshot, which has none. */
const asOfToday = day.nullable();

export const scorecardCalls = {
  /** Today's accounts under several designs of the session's measures, each against the first. */
  'live.compare': {
    input: z.strictObject({ sessionId: id, scorecards: z.array(scorecardSchema).min(1).max(6) }),
    output: z.strictObject({ items: z.array(comparedDesign) }),
  },
  /** Where bounds of bands would lie; null when the design window has no scored row. */
  'live.bounds': {
    input: z.strictObject({ sessionId: id, scorecard: scorecardSchema, method: boundsMethod }),
    output: z.strictObject({ found: foundBounds.nullable() }),
  },
  /** The last saved version on the rows of the session; null before the first one. */
  'live.baseline': {
    input: z.strictObject({ sessionId: id, scorecardId: id }),
    output: z.strictObject({
      version: z
        .strictObject({
          number: z.int(),
          name: z.string(),
          scorecard: scorecardSchema,
          figures: liveFiguresSchema,
        })
        .nullable(),
    }),
  },
  /** Today's accounts in another band under `after` than under `before`, the largest change first. */
  'live.changes': {
    input: z.strictObject({ sessionId: id, before: scorecardSchema, after: scorecardSchema }),
    output: z.strictObject({
      asOf: asOfToday,
      accounts: count,
      total: count,
      rows: z.array(bandMove).max(500),
      bandsBefore: z.array(bandSchema),
    }),
  },
  /** Today's accounts whose score an exception changes. */
  'live.bites': {
    input: z.strictObject({ sessionId: id, scorecard: scorecardSchema, exceptionId: id }),
    output: z.strictObject({
      asOf: asOfToday,
      total: count,
      rows: z
        .array(named.extend({ value: z.number().nullable(), from: z.number(), to: z.number() }))
        .max(500),
    }),
  },
  /** Today's accounts that two or more variants fit, with the variants in order of priority. */
  'live.conflicts': {
    input: z.strictObject({ sessionId: id, scorecard: scorecardSchema }),
    output: z.strictObject({
      asOf: asOfToday,
      total: count,
      rows: z.array(named.extend({ variantIds: z.array(id) })).max(500),
    }),
  },
  /** Score and band that today's overridden accounts have without their overrides; those not under contract are absent. */
  'live.overrides': {
    input: z.strictObject({ sessionId: id, scorecard: scorecardSchema }),
    output: z.strictObject({
      asOf: asOfToday,
      rows: z.array(named.extend({ score: z.number().nullable(), bandId: z.string().nullable() })),
    }),
  },
  /** The four cells of a pattern: today's accounts, and the rows of the design window with their churn rate. */
  'live.pattern': {
    input: z.strictObject({ sessionId: id, pattern: patternSchema.pick({ across: true, upward: true }) }),
    output: z.strictObject({
      asOf: asOfToday,
      missingToday: count,
      cells: z
        .array(
          z.strictObject({
            accountsToday: count,
            rows: count,
            positives: count,
            rate: z.number().nullable(),
            low: z.number().nullable(),
            high: z.number().nullable(),
            examples: z.array(named),
          }),
        )
        .length(4),
    }),
  },
  /** Alarms on each as-of date of the test window: scores alone, no outcome is read. */
  'live.alarms': {
    input: z.strictObject({ sessionId: id, scorecard: scorecardSchema }),
    output: z.strictObject({
      dates: z.array(z.strictObject({ asOf: day, alarms: count, scored: count })),
    }),
  },
  /** Cut-offs and points for one measure, for everyone's groups or a variant's; a preview, nothing is changed. */
  'suggestions.cutoffs': {
    input: z.strictObject({ scorecard: scorecardSchema, measureId: id, variantId: id.nullable(), taskId }),
    output: cutoffSuggestionSchema,
  },
  /** Weights for everyone's groups or a variant's, learnt on the design window's scored rows. */
  'suggestions.weights': {
    input: z.strictObject({ scorecard: scorecardSchema, variantId: id.nullable(), taskId }),
    output: weightSuggestionSchema,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
