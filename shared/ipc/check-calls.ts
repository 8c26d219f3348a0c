import { z } from 'zod';
import { backtestSettingsSchema } from '../schemas/backtest-settings.ts';
import { crossSectionFiguresSchema } from '../schemas/cross-section.ts';
import { lintFindingSchema } from '../schemas/figures.ts';
import { luckFiguresSchema, missingFiguresSchema, runInterventionsSchema } from '../schemas/lab-checks.ts';
import { id, taskId } from '../schemas/messages.ts';

/** Calls that question a back-test: leaks, gaps, contacts, luck, and data without dates. Part of `contract.ts`. */
export const checkCalls = {
  /** What would make looking back with the draft dishonest; opens nothing. */
  'backtests.lint': {
    input: z.strictObject({ scorecardId: id, settings: backtestSettingsSchema }),
    output: z.strictObject({ findings: z.array(lintFindingSchema) }),
  },
  /** The verdict's figures under each way of filling gaps. */
  'backtests.missing': { input: z.strictObject({ runId: id, taskId }), output: missingFiguresSchema },
  /** Treated, untreated and bounds. */
  'backtests.interventions': { input: z.strictObject({ runId: id, taskId }), output: runInterventionsSchema },
  /** Every design that was tried on the run's test window (without a split: on all of its dates), oldest first. */
  'backtests.ledger': {
    input: z.strictObject({ runId: id }),
    output: z.strictObject({
      entries: z.array(
        z.strictObject({
          scorecardId: id,
          designHash: z.string(),
          openedAt: z.string(),
          /** Of the newest run of the design on this window; null where it has none. */
          auc: z.number().nullable(),
          isShown: z.boolean(),
        }),
      ),
    }),
  },
  /** What luck alone reaches with as many designs: a long job in the background. */
  'backtests.luck': { input: z.strictObject({ runId: id, taskId }), output: luckFiguresSchema },
  /** The figures that make sense without dates. */
  'backtests.crossSection': {
    input: z.strictObject({ scorecardId: id, seed: backtestSettingsSchema.shape.seed, taskId }),
    output: crossSectionFiguresSchema,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
