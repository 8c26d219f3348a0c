import type { FileKind } from './import-plan.ts';

/** What a source of dated rows holds. `record` = tickets, meetings and the like, with columns of their own. */
export const recordKinds = ['record', 'survey', 'hearingNote', 'intervention'] as const;
export type RecordKind = (typeof recordKinds)[number];

/**
 * Columns that rows of these kinds have under fixed names, whatever the file called them, in the order they are stored;
 * a blank cell is not stored. Further columns keep the file's names.
 */
export const fixedColumns = {
  record: [],
  survey: ['score', 'respondent', 'text'],
  hearingNote: ['stakeholder', 'topic', 'rating', 'text'],
  intervention: ['contactKind', 'contactBy', 'text'],
} as const satisfies Record<RecordKind, readonly string[]>;

/** Name of the source that rows of a kind go to unless the person names another; measures refer to it. */
export const defaultSources = {
  survey: 'surveys',
  hearingNote: 'hearingNotes',
  intervention: 'interventions',
} as const satisfies Record<Exclude<RecordKind, 'record'>, string>;

/** Facts of a contract that an accounts file may give; each is stored as an attribute of its own name. */
export const contractRoles = ['renewalOn', 'termMonths', 'contractAmount', 'seats'] as const;
export type ContractRole = (typeof contractRoles)[number];

const kindsOfFiles: Partial<Record<FileKind, RecordKind>> = {
  records: 'record',
  surveys: 'survey',
  hearingNotes: 'hearingNote',
  interventions: 'intervention',
};

/** The kind of record that a kind of file holds; null for files of other things. */
export function recordKindOf(kind: FileKind): RecordKind | null {
  return kindsOfFiles[kind] ?? null;
}

/** Whether a file of this kind fills a source with a name of its own (records and events). */
export function hasSource(kind: FileKind): boolean {
  return kind === 'events' || recordKindOf(kind) !== null;
}
