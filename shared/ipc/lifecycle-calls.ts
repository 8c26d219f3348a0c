import { z } from 'zod';
import { day } from '../schemas/backtest-settings.ts';
import {
  decisions,
  lifecycleStateSchema,
  promisedSchema,
  sealCellSchema,
  sealFiguresSchema,
  sealHeadSchema,
  sealRowSchema,
  sealSettingsSchema,
  splitSchema,
  splitSideSchema,
} from '../schemas/lifecycle.ts';
import { id, nothing, page, taskId } from '../schemas/messages.ts';
import { bandSchema } from '../schemas/scorecard.ts';

const count = z.int().min(0);
const note = z.string().max(2000);

/** Calls about freezes, sealed predictions and reviews: part of `contract.ts`. None is a step that undo takes back. */
export const lifecycleCalls = {
  'lifecycle.state': { input: z.strictObject({ scorecardId: id }), output: lifecycleStateSchema },
  /** Over all scorecards, which version is frozen until when, and whose review waits. */
  'lifecycle.freezes': {
    input: nothing,
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          scorecardId: id,
          version: z.int(),
          until: day,
          reviewOn: day,
          isActive: z.boolean(),
          reviewDue: z.boolean(),
        }),
      ),
    }),
  },
  /** What a seal of a version would be unless the person says otherwise. */
  'lifecycle.sealPlan': {
    input: z.strictObject({ scorecardId: id, version: z.int() }),
    output: z.strictObject({ asOf: day, knownThrough: day, today: day, settings: sealSettingsSchema }),
  },
  'lifecycle.seal': {
    input: z.strictObject({
      scorecardId: id,
      version: z.int(),
      asOf: day,
      settings: sealSettingsSchema,
      note,
      taskId,
    }),
    output: sealHeadSchema,
  },
  /** A seal opened: its fingerprint is checked first; `intact` false = nothing else is told. */
  'lifecycle.sealDetail': {
    input: z.strictObject({ sealId: id }),
    output: z.strictObject({
      intact: z.boolean(),
      detail: z
        .strictObject({
          seal: sealHeadSchema,
          bands: z.array(bandSchema),
          /** Sealed accounts by band, in the order of the bands. */
          bandCounts: z.array(count),
          /** Figures with the outcomes known now; null before the first grade. */
          figures: sealFiguresSchema.nullable(),
          promised: promisedSchema.nullable(),
        })
        .nullable(),
    }),
  },
  /** Grades a mature seal for the first time; the figures of that day are kept. */
  'lifecycle.grade': { input: z.strictObject({ sealId: id }), output: sealHeadSchema },
  'lifecycle.sealRows': {
    input: z.strictObject({ sealId: id, cell: sealCellSchema, ...page }),
    output: z.strictObject({ total: count, rows: z.array(sealRowSchema) }),
  },
  'lifecycle.freeze': {
    input: z.strictObject({ scorecardId: id, version: z.int(), until: day, reviewOn: day, note }),
    output: z.strictObject({ freezeId: id }),
  },
  'lifecycle.endFreeze': {
    input: z.strictObject({ freezeId: id, reason: note.min(1) }),
    output: nothing,
  },
  'lifecycle.review': {
    input: z.strictObject({ freezeId: id, decision: z.enum(decisions), note: note.min(1) }),
    output: z.strictObject({ reviewId: id }),
  },
  /** A change of scores in behaviour, missing data and configuration. */
  'lifecycle.split': {
    input: z.strictObject({ scorecardId: id, before: splitSideSchema, after: splitSideSchema, taskId }),
    output: splitSchema,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
