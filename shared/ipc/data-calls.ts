import { z } from 'zod';
import { findingKinds } from '../audit/finding.ts';
import { day } from '../schemas/backtest-settings.ts';
import { exportedFile, page, taskId, token } from '../schemas/messages.ts';
import { findingSchema } from '../schemas/workspace-state.ts';

/** One row behind a finding; `line` is known only for rows that were not kept, `file` where one import says it. */
const findingRow = z.strictObject({
  accountId: z.string(),
  name: z.string(),
  day: day.nullable(),
  value: z.string(),
  otherDay: day.nullable(),
  file: z.string(),
  byHand: z.boolean(),
  line: z.int().nullable(),
  /** Why a row was not kept; empty for rows that were. */
  reason: z.string(),
});

/** Calls about the audit of the data and its way out: part of `contract.ts`. */
export const dataCalls = {
  'data.audit': { input: z.strictObject({}), output: z.strictObject({ findings: z.array(findingSchema) }) },
  /** The rows behind a finding, page by page. */
  'data.findingRows': {
    input: z.strictObject({ kind: z.enum(findingKinds), subject: z.string().max(400), ...page }),
    output: z.strictObject({ total: z.int(), rows: z.array(findingRow) }),
  },
  /** All live data as CSV files in one zip, which `data.importExport` reads back to the same data. */
  'data.export': {
    input: z.strictObject({ taskId }),
    output: exportedFile.extend({ files: z.int() }),
  },
  /** Imports such a zip; `files` counts those that changed anything, `rows` all that were kept. */
  'data.importExport': {
    input: z.strictObject({ token, taskId }),
    output: z.strictObject({ files: z.int(), rows: z.int() }),
  },
} as const;
