import { z } from 'zod';
import { day } from '../schemas/backtest-settings.ts';
import { fileKinds, importPlanSchema, rowFixSchema } from '../schemas/import-plan.ts';
import { exportedFile, nothing, page, problemRow, token } from '../schemas/messages.ts';

/** Where a problem row stands: as found, mended by hand and kept now, or left out by hand. */
export const problemStates = ['open', 'fixed', 'skipped'] as const;

/** Where the plan proposed with a preview comes from; both null = from names and values. */
export const importMemory = {
  /** The mapping used last for this shape of file. */
  remembered: z
    .strictObject({
      key: z.string(),
      at: z.number(),
      /** The file it was used for; null where that was another workspace's. */
      fileName: z.string().nullable(),
      /** Columns read in the date format chosen last time, though another fits too. */
      chosenDates: z.array(z.int()),
    })
    .nullable(),
  /** The import of the very same file, with its corrections. */
  sameFile: z.strictObject({ number: z.int(), importedAt: z.string(), isLive: z.boolean() }).nullable(),
};

/** How the first texts of the account column fit the accounts there are; null without a column or an account. */
export const accountMatch = z
  .strictObject({
    of: z.int(),
    /** Texts that are account ids. */
    known: z.int(),
    /** The attribute that fits better, where the ids do not: `''` is the account's name. */
    attribute: z.string().nullable(),
    matched: z.int(),
  })
  .nullable();

/** Calls about what is remembered, and about problem rows while a file is on its way in: part of `contract.ts`. */
export const importCalls = {
  /** What was asked once about the data: whether a main usage was chosen, and what was said of the last period. */
  'data.answers': {
    input: nothing,
    output: z.strictObject({
      mainUsage: z.boolean(),
      lastPeriod: z.strictObject({ end: day, through: day.nullable() }).nullable(),
    }),
  },
  /** A last period that ends on `end` is complete until `through` only; null = it is complete. Newer data lift it. */
  'data.answerLastPeriod': {
    input: z.strictObject({ end: day, through: day.nullable() }),
    output: nothing,
  },
  /** Mappings remembered for this workspace, the newest first. */
  'imports.mappings': {
    input: nothing,
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          key: z.string(),
          at: z.number(),
          fileName: z.string(),
          kind: z.enum(fileKinds),
          columns: z.array(z.string()),
        }),
      ),
    }),
  },
  /** Forgets a mapping; the next file of this shape is guessed anew. */
  'imports.forgetMapping': { input: z.strictObject({ key: z.string().max(100) }), output: nothing },
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
