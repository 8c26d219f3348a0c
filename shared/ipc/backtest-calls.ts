import { z } from 'zod';
import { backtestSettingsSchema } from '../schemas/backtest-settings.ts';
import { drillDown, linkedSchema } from '../schemas/drill-down.ts';
import { backtestFiguresSchema } from '../schemas/figures.ts';
import { labSchema } from '../schemas/lab.ts';
import {
  bootstrapFiguresSchema,
  designComparisonSchema,
  incrementalValueSchema,
} from '../schemas/lab-figures.ts';
import { accountName, drillRow, id, page, runHead, taskId } from '../schemas/messages.ts';
import { scorecardSchema } from '../schemas/scorecard.ts';
import { thresholdAdviceSchema } from '../schemas/threshold-advice.ts';

/** Calls about back-tests and their lab: part of `contract.ts`. */
export const backtestCalls = {
  'backtests.proposeSettings': { input: z.strictObject({ scorecardId: id }), output: backtestSettingsSchema },
  /** Opens the test window for this design: one ledger entry per design and window. */
  'backtests.run': {
    input: z.strictObject({ scorecardId: id, settings: backtestSettingsSchema, taskId }),
    output: z.strictObject({
      run: runHead,
      figures: backtestFiguresSchema,
      opened: z.int(),
      scorecard: scorecardSchema,
    }),
  },
  'backtests.list': {
    input: z.strictObject({ scorecardId: id.nullable() }),
    output: z.strictObject({ items: z.array(runHead) }),
  },
  'backtests.get': {
    input: z.strictObject({ runId: id }),
    output: z.strictObject({
      run: runHead,
      figures: backtestFiguresSchema,
      opened: z.int(),
      scorecard: scorecardSchema,
    }),
  },
  'backtests.rows': {
    input: z.strictObject({ runId: id, window: z.enum(['design', 'test', 'all']), cell: drillDown, ...page }),
    output: z.strictObject({ total: z.int(), distinctAccounts: z.int(), rows: z.array(drillRow) }),
  },
  /** The same rows, seen in every chart: what lights up while a mark is under the pointer. */
  'backtests.linked': {
    input: z.strictObject({ runId: id, window: z.enum(['design', 'test', 'all']), cell: drillDown }),
    output: linkedSchema,
  },
  /** The figures of the lab for a run; `accounts` names the accounts that they point to by index. */
  'backtests.lab': {
    input: z.strictObject({ runId: id, taskId }),
    output: z.strictObject({ lab: labSchema, accounts: z.array(accountName) }),
  },
  /** 1,000 by-account resamples, in the background. */
  'backtests.bootstrap': {
    input: z.strictObject({ runId: id, taskId }),
    output: bootstrapFiguresSchema,
  },
  /** Thresholds by capacity and by cost, learnt on the design window, with their spread over 200 resamples. */
  'backtests.thresholds': {
    input: z.strictObject({
      runId: id,
      capacityPerAsOf: z.int().min(1).max(100000),
      costOfMiss: z.number().min(0).max(1e12),
      costOfCall: z.number().min(0).max(1e12),
      taskId,
    }),
    output: thresholdAdviceSchema,
  },
  /** Run A against run B's design on the rows both score, in A's windows. */
  'backtests.compare': {
    input: z.strictObject({ runId: id, otherRunId: id, taskId }),
    output: designComparisonSchema,
  },
  /** What some measures of the run's scorecard add to the others. */
  'backtests.addedValue': {
    input: z.strictObject({ runId: id, measureIds: z.array(id).min(1).max(60), taskId }),
    output: incrementalValueSchema,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
