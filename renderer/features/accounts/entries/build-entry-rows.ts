import type { AccountEntries } from '../../../../shared/schemas/entries.ts';
import type { StoredContact, StoredNote, StoredOutcome } from './entry-drafts.ts';

/** One entry of the list, whatever it is. */
export type EntryRow =
  | { readonly type: 'note'; readonly key: string; readonly day: number; readonly stored: StoredNote }
  | { readonly type: 'contact'; readonly key: string; readonly day: number; readonly stored: StoredContact }
  | { readonly type: 'outcome'; readonly key: string; readonly day: number; readonly stored: StoredOutcome };

/** Notes, contacts and outcomes together, newest first; of one day outcomes come first. */
export function buildEntryRows({ notes, contacts, outcomes }: AccountEntries): EntryRow[] {
  const rows: EntryRow[] = [
    ...outcomes.map((stored): EntryRow => {
      return { type: 'outcome', key: `outcome ${stored.day} ${stored.kind}`, day: stored.day, stored };
    }),
    ...notes.map((stored, i): EntryRow => ({ type: 'note', key: `note ${i}`, day: stored.day, stored })),
    ...contacts.map((stored, i): EntryRow => {
      return { type: 'contact', key: `contact ${i}`, day: stored.day, stored };
    }),
  ];
  return rows.sort((a, b) => b.day - a.day);
}

/** Whether it can be changed here: what a file said of a talk is changed by importing the file again. */
export function isChangeable(row: EntryRow): boolean {
  return row.type === 'outcome' || row.stored.entry !== null;
}
