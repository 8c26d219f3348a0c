import type { AccountEntries } from '../../../shared/schemas/entries.ts';
import type { Database } from '../store/database.ts';
import { loadCurrentOutcomes, loadOutcomesByHand } from '../store/outcome-table.ts';
import { isBackDated, knownOnOf, loadCurrentRecords, type RecordRow } from '../store/record-table.ts';

/** Words offered for a field: the most used first. */
const WORDS_OFFERED = 50;

/** All notes, contacts and outcomes of an account, newest first, and the words used so far in the workspace. */
export function listEntries(database: Database, account: number): AccountEntries {
  const records = loadCurrentRecords(database);
  const notes = records.filter((row) => row.kind === 'hearingNote');
  const contacts = records.filter((row) => row.kind === 'intervention');
  const own = (row: { readonly account: number }) => row.account === account;
  const byHand = loadOutcomesByHand(database);
  return {
    notes: notes.filter(own).map(toNote).reverse(),
    contacts: contacts.filter(own).map(toContact).reverse(),
    outcomes: loadCurrentOutcomes(database)
      .filter(own)
      .map(({ account: _, ...row }) => ({
        ...row,
        reason: row.reason ?? '',
        byHand: byHand.has(`${account} ${row.day} ${row.kind}`),
      }))
      .reverse(),
    known: {
      topics: wordsOf(notes, 'topic'),
      stakeholders: wordsOf(notes, 'stakeholder'),
      contactKinds: wordsOf(contacts, 'contactKind'),
      contactBy: wordsOf(contacts, 'contactBy'),
    },
  };
}

function toNote(row: RecordRow): AccountEntries['notes'][number] {
  const cells = new Map(row.cells);
  const rating = cells.get('rating');
  return {
    ...headOf(row),
    stakeholder: cells.get('stakeholder') ?? '',
    topic: cells.get('topic') ?? '',
    rating: rating === undefined ? null : Number(rating),
    text: cells.get('text') ?? '',
  };
}

function toContact(row: RecordRow): AccountEntries['contacts'][number] {
  const cells = new Map(row.cells);
  return {
    ...headOf(row),
    contactKind: cells.get('contactKind') ?? '',
    contactBy: cells.get('contactBy') ?? '',
    text: cells.get('text') ?? '',
  };
}

function headOf(row: RecordRow) {
  const { entry, source, day } = row;
  return { entry, source, day, knownOn: knownOnOf(row), backDated: isBackDated(row) };
}

function wordsOf(rows: readonly RecordRow[], column: string): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const word = row.cells.find(([name]) => name === column)?.[1] ?? '';
    if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ordered.slice(0, WORDS_OFFERED).map(([word]) => word);
}
