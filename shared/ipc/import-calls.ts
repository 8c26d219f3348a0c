import { z } from 'zod';
import { importPlanSchema, rowFixSchema } from '../schemas/import-plan.ts';
import { exportedFile, page, problemRow, token } from '../schemas/messages.ts';

/** Where a problem row stands: as found, mended by hand and kept now, or left out by hand. */
export const problemStates = ['open', 'fixed', 'skipped'] as const;

/** Calls about problem rows while a file is on its way in: part of `contract.ts`. */
export const importCalls = {
  /** Problem rows of the file's last check, those mended by hand among them; `fileMissing` before a check. */
  'imports.problems': {
    input: z.strictObject({
      token,
      /** Only rows with this reason, only in this state; null = all. */
      reason: z.string().max(64).nullable(),
      state: z.enum(problemStates).nullable(),
      ...page,
    }),
    output: z.strictObject({
      total: z.int(),
      /** Over the whole list, most rows first. */
      reasons: z.array(z.strictObject({ reason: z.string(), rows: z.int() })),
      rows: z.array(
        problemRow.extend({
          state: z.enum(problemStates),
          /** The row as it stands now. A very long row is cut. */
          cells: z.array(z.string()),
          isCut: z.boolean(),
        }),
      ),
    }),
  },
  /** What would be wrong with a row if it read like this; null = it can be kept. Repeated rows are not looked for. */
  'imports.checkRow': {
    input: z.strictObject({ plan: importPlanSchema, cells: rowFixSchema.shape.cells.unwrap() }),
    output: z.strictObject({
      problem: z.strictObject({ column: z.string(), reason: z.string(), value: z.string() }).nullable(),
    }),
  },
  /** The problem rows of the last check as CSV, to be mended in a spreadsheet and imported as a file of their own. */
  'imports.exportProblems': { input: z.strictObject({ token }), output: exportedFile },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
