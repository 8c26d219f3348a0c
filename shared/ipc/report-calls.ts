import { z } from 'zod';
import { batchKinds } from '../schemas/import-plan.ts';
import { measureSchema } from '../schemas/measure.ts';
import { exportedFile, fileName, id, versionHead } from '../schemas/messages.ts';

/** Characters of a report: with quotes and Japanese letters it still fits into one message between window and engine. */
export const longestReport = 900_000;

/** Calls about reports: part of `contract.ts`. */
export const reportCalls = {
  /** What a report says of a run beside its figures: the design as it was, and the files it was graded on. */
  'reports.facts': {
    input: z.strictObject({ runId: id }),
    output: z.strictObject({
      /** The measures of the run's scorecard as they were. */
      measures: z.array(measureSchema),
      /** The newest saved version that scores as the run did; null = a draft. */
      version: versionHead.nullable(),
      /** Files imported and not undone, oldest first; the batches of what was entered by hand are one sum. */
      files: z.array(
        z.strictObject({
          name: z.string(),
          kind: z.enum(batchKinds),
          rows: z.int(),
          sha256: z.string(),
          importedAt: z.string(),
        }),
      ),
      entriesByHand: z.int(),
      /** Whether the data now are those of the run. */
      isSameData: z.boolean(),
    }),
  },
  /** Keeps a report that the window has built as a file to be saved. */
  'reports.write': {
    input: z.strictObject({
      name: fileName,
      html: z
        .string()
        .max(longestReport)
        .regex(/^<!DOCTYPE html>/),
    }),
    output: exportedFile.omit({ rows: true }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
