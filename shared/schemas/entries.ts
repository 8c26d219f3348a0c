import { z } from 'zod';
import { day } from './backtest-settings.ts';
import { outcomeKinds } from './outcome-kinds.ts';

const short = z.string().trim().max(120);
const long = z.string().trim().max(4000);

/** When a note or contact happened and when it was known; null = on the day it is typed. */
const dated = { day, knownOn: day.nullable() };

/** What a person types about a talk with a customer. */
export const hearingNoteSchema = z.strictObject({
  ...dated,
  stakeholder: short,
  topic: short,
  /** 1–5, 5 = best; null = not rated. */
  rating: z.int().min(1).max(5).nullable(),
  text: long,
});

/** What a person types about a contact made. */
export const contactSchema = z.strictObject({ ...dated, contactKind: short, contactBy: short, text: long });

/** One dated outcome of an account; there is one of each kind on a day at most. */
export const outcomeEntrySchema = z.strictObject({
  day,
  kind: z.enum(outcomeKinds),
  noticeDay: day.nullable(),
  voluntary: z.boolean().nullable(),
  amount: z.number().nullable(),
  reason: long,
});

/** Where a stored note or contact comes from. */
const stored = {
  /** Number of an entry by hand, for changing it; null = from a file, which is changed by importing again. */
  entry: z.int().nullable(),
  source: z.string(),
  /** Typed later than it says to have been known. */
  backDated: z.boolean(),
  /** First day on which it counts. */
  knownOn: day,
};

/** All notes, contacts and outcomes of one account, newest first, and the words used so far for each field. */
export const accountEntriesSchema = z.strictObject({
  notes: z.array(hearingNoteSchema.extend({ ...stored, rating: z.number().nullable() })),
  contacts: z.array(contactSchema.extend(stored)),
  outcomes: z.array(outcomeEntrySchema.extend({ byHand: z.boolean() })),
  known: z.strictObject({
    topics: z.array(z.string()),
    stakeholders: z.array(z.string()),
    contactKinds: z.array(z.string()),
    contactBy: z.array(z.string()),
  }),
});

export type HearingNote = z.infer<typeof hearingNoteSchema>;
export type Contact = z.infer<typeof contactSchema>;
export type OutcomeEntry = z.infer<typeof outcomeEntrySchema>;
export type AccountEntries = z.infer<typeof accountEntriesSchema>;
