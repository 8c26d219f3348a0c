import { z } from 'zod';
import { day } from '../schemas/backtest-settings.ts';
import {
  accountEntriesSchema,
  contactSchema,
  hearingNoteSchema,
  outcomeEntrySchema,
} from '../schemas/entries.ts';
import { outcomeKinds } from '../schemas/outcome-kinds.ts';
import { importBatchSchema } from '../schemas/workspace-state.ts';

const accountId = z.string().min(1).max(400);
/** Number of the entry to change; null = a new one. */
const entry = z.int().nullable();
const outcomeKey = z.strictObject({ day, kind: z.enum(outcomeKinds) });
/** Each change is an import batch of kind `manual`; `imports.setUndone` takes it back. */
const done = z.strictObject({ batch: importBatchSchema });

/** Calls about entries by hand, on the account page: part of `contract.ts`. */
export const entryCalls = {
  'entries.list': { input: z.strictObject({ accountId }), output: accountEntriesSchema },
  'entries.saveNote': {
    input: z.strictObject({ accountId, entry, note: hearingNoteSchema }),
    output: done.extend({ entry: z.int() }),
  },
  'entries.saveContact': {
    input: z.strictObject({ accountId, entry, contact: contactSchema }),
    output: done.extend({ entry: z.int() }),
  },
  /** Takes a note or contact typed by hand away. */
  'entries.delete': { input: z.strictObject({ accountId, entry: z.int() }), output: done },
  /** `replaces` = the outcome that is changed, from a file too; null = a new one. */
  'entries.saveOutcome': {
    input: z.strictObject({ accountId, replaces: outcomeKey.nullable(), outcome: outcomeEntrySchema }),
    output: done,
  },
  /** Takes an outcome away, from a file too; importing that file again brings it back. */
  'entries.deleteOutcome': { input: z.strictObject({ accountId, outcome: outcomeKey }), output: done },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
