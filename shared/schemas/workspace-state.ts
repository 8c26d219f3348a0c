import { z } from 'zod';
import { findingKinds } from '../audit/finding.ts';
import { batchKinds } from './import-plan.ts';
import { grains, metricKinds } from './measure.ts';
import { contractRoles, recordKinds } from './record-kinds.ts';

export const workspaceStateSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  fileName: z.string(),
  readOnly: z.boolean(),
  sample: z.boolean(),
  /** Its files are still being written into it: what it holds is not whole yet. */
  isBeingMade: z.boolean(),
  saveState: z.enum(['saved', 'unsaved', 'saving', 'failed', 'readOnly']),
  savedAt: z.number().nullable(),
  /** Error code: why the last save failed, or why the workspace is read-only. */
  problem: z.string().nullable(),
  /** The file is not what was last saved on this machine, and nobody has said yet which to keep. */
  differs: z.boolean(),
});

/** A copy of a workspace file that this machine keeps; `savedAt` in milliseconds since 1970. */
export const savedCopySchema = z.strictObject({
  token: z.string(),
  savedAt: z.number(),
  sizeBytes: z.number(),
});

/** A file that was not opened: why (error code), and the newest good backup of it where there is one. */
export const refusedFileSchema = z.strictObject({
  token: z.string(),
  fileName: z.string(),
  problem: z.string(),
  backup: savedCopySchema.nullable(),
});

/** How much a workspace file holds; `savedAt` in milliseconds since 1970. */
export const comparedFileSchema = z.strictObject({
  savedAt: z.number(),
  accounts: z.int(),
  batches: z.int(),
  designSteps: z.int(),
});

/** What stands out in the data; `subject` is a metric, attribute or record source, empty = the accounts themselves. */
export const findingSchema = z.strictObject({
  kind: z.enum(findingKinds),
  subject: z.string(),
  rows: z.int(),
  /** Distinct accounts of the rows, and those of them that have churned by known-through. */
  accounts: z.int(),
  churned: z.int(),
});

/** What the foot and the Home checklist say: how much data, how many churners. */
export const dataSummarySchema = z.strictObject({
  accounts: z.int(),
  /** Accounts with a churn by known-through: what can be claimed. */
  churnedAccounts: z.int(),
  batches: z.int(),
  /** Latest last day of a complete period over the metrics, never later than the outcomes' "complete until". */
  knownThrough: z.int().nullable(),
  firstDay: z.int().nullable(),
  lastDay: z.int().nullable(),
  assumedStarts: z.int(),
  mainUsage: z.string().nullable(),
  metrics: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(metricKinds),
      grain: z.enum(grains),
      lagDays: z.int(),
      values: z.int(),
      firstDay: z.int().nullable(),
      lastDay: z.int().nullable(),
    }),
  ),
  attributes: z.array(
    z.strictObject({
      name: z.string(),
      numeric: z.boolean(),
      values: z.array(z.string()).max(50),
      distinct: z.int(),
      /** Whether its values have "from" dates: then a past score uses the value of the time. */
      dated: z.boolean(),
    }),
  ),
  /** Attributes that the accounts file names as renewal date, term in months, amount or seats. */
  contract: z.array(z.strictObject({ role: z.enum(contractRoles), attribute: z.string() })),
  recordSources: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(recordKinds),
      rows: z.int(),
      firstDay: z.int(),
      lastDay: z.int(),
      hasClosedDay: z.boolean(),
      columns: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()).max(50) })),
    }),
  ),
  eventSources: z.array(
    z.strictObject({
      name: z.string(),
      rows: z.int(),
      users: z.int(),
      firstDay: z.int(),
      lastDay: z.int(),
      /** Most frequent first. */
      events: z.array(z.string()),
    }),
  ),
  /** A snapshot with a churn flag and no dates: makes no point-in-time claim; null without one. */
  snapshot: z.strictObject({ accounts: z.int(), churned: z.int() }).nullable(),
  findings: z.array(findingSchema),
});

/** Rows with a value per metric and calendar month; months are consecutive from `firstMonth` (months since 1970-01). */
export const coverageSchema = z.strictObject({
  firstMonth: z.int(),
  months: z.int(),
  rows: z.array(z.strictObject({ metric: z.string(), accounts: z.array(z.int()) })),
  activeAccounts: z.array(z.int()),
});

export const importBatchSchema = z.strictObject({
  number: z.int(),
  kind: z.enum(batchKinds),
  fileName: z.string(),
  importedAt: z.string(),
  /** Name of the account on the machine that imported it; empty where not known. */
  importedBy: z.string(),
  undone: z.boolean(),
  undoneAt: z.string().nullable(),
  /** The batch in whose place it was imported, and the live one that stands in its own. */
  replaces: z.int().nullable(),
  replacedBy: z.int().nullable(),
  /** Kept rows that were mended by hand. */
  rowsFixed: z.int(),
  rowsRead: z.int(),
  rowsKept: z.int(),
  rowsReplaced: z.int(),
  rowsUnchanged: z.int(),
  rowsRejected: z.int(),
  firstDay: z.int().nullable(),
  lastDay: z.int().nullable(),
});

export type WorkspaceState = z.infer<typeof workspaceStateSchema>;
export type DataFinding = z.infer<typeof findingSchema>;
export type RefusedFile = z.infer<typeof refusedFileSchema>;
export type DataSummary = z.infer<typeof dataSummarySchema>;
export type Coverage = z.infer<typeof coverageSchema>;
export type ImportBatch = z.infer<typeof importBatchSchema>;
