import { z } from 'zod';
import { grains, metricKinds } from './measure.ts';

export const fileKinds = [
  'accounts',
  'metricsWide',
  'metricsLong',
  'events',
  'outcomes',
  'records',
  'surveys',
  'hearingNotes',
  'interventions',
  'snapshot',
] as const;
/** What an import batch may be: a file of one kind, or entries by hand. */
export const batchKinds = [...fileKinds, 'manual'] as const;
export const encodings = ['utf-8', 'shift_jis', 'euc-jp', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
/** The four of ordinary files, then those of mainframe and warehouse exports; `:` and `=` only where `sep=` orders them. */
export const delimiters = [',', '\t', ';', '|', '^', '~', '\u0001', '\u001f', ':', '='] as const;
export const columnRoles = [
  'ignore',
  'accountId',
  'accountName',
  'startOn',
  'noticeOn',
  'endOn',
  'attribute',
  'date',
  'metricName',
  'metricValue',
  'outcomeOn',
  'outcomeKind',
  'voluntary',
  'amount',
  'reason',
  'closedOn',
  'recordColumn',
  /** First day on which a dated row could have been seen, where it is not its own date. */
  'knownOn',
  'userId',
  'eventName',
  'quantity',
  'score',
  'respondent',
  'text',
  'stakeholder',
  'topic',
  'rating',
  'contactKind',
  'contactBy',
  /** Day from which the row's attributes hold: makes a history of them. */
  'validFrom',
  'renewalOn',
  'termMonths',
  'contractAmount',
  'seats',
  /** 0/1 or yes/no: churned, in a snapshot without dates. */
  'churnFlag',
] as const;
export const dateFormats = [
  'iso',
  'slashYmd',
  'dmy',
  'mdy',
  'yearMonth',
  'japanese',
  'compact',
  'excelSerial',
  'timestamp',
] as const;
export const dateMarks = [
  'day',
  'weekStart',
  'weekEnd',
  'monthStart',
  'monthEnd',
  'quarterStart',
  'quarterEnd',
] as const;

/** How the bytes become rows of text. Absent = guessed. */
export const readOptionsSchema = z.strictObject({
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  hasHeader: z.boolean().optional(),
  skipRows: z.int().min(0).max(1000).optional(),
});

/** How a column that is not the account's id leads to it: by an attribute's value, or through another file. */
export const joinSchema = z.discriminatedUnion('by', [
  /** The empty name is the account's name. */
  z.strictObject({ by: z.literal('attribute'), attribute: z.string().max(200) }),
  z.strictObject({
    by: z.literal('file'),
    token: z.string().max(128),
    fileName: z.string().max(200),
    read: z.strictObject({
      encoding: z.enum(encodings),
      delimiter: z.enum(delimiters),
      hasHeader: z.boolean(),
      skipRows: z.int().min(0).max(1000),
    }),
    keyColumn: z.int().min(0).max(499),
    accountColumn: z.int().min(0).max(499),
  }),
]);

export const columnPlanSchema = z.strictObject({
  index: z.int().min(0).max(499),
  role: z.enum(columnRoles),
  /** Name of the metric, attribute or record column it becomes; the header unless the person renamed it. */
  name: z.string().max(200),
  dateFormat: z.enum(dateFormats).optional(),
  /** Of a `timestamp`: the zone in which its calendar day is told (`UTC`, `+09:00`, `Asia/Tokyo`); absent = UTC. */
  zone: z.string().max(64).optional(),
  /** Of a `timestamp`: the zone of times that state none; absent = they are taken as written. */
  writtenZone: z.string().max(64).optional(),
  /** Of the `accountId` column: how its texts lead to accounts; absent = they are account ids. */
  join: joinSchema.optional(),
  /** Only for `metricValue` columns. */
  metricKind: z.enum(metricKinds).optional(),
});

/** A problem row mended, or left out, by hand: found by its line, with what was wrong before. */
export const rowFixSchema = z.strictObject({
  line: z.int().min(1),
  /** The row as the person wrote it; null = looked at and left out. */
  cells: z.array(z.string().max(65_536)).max(500).nullable(),
  /** What the row was reported with. */
  column: z.string().max(200),
  reason: z.string().max(64),
  value: z.string().max(200),
});

/** How rows of text become stored data: chosen by the person, remembered with the batch. */
export const importPlanSchema = z.strictObject({
  kind: z.enum(fileKinds),
  read: z.strictObject({
    encoding: z.enum(encodings),
    delimiter: z.enum(delimiters),
    hasHeader: z.boolean(),
    skipRows: z.int().min(0).max(1000),
  }),
  columns: z.array(columnPlanSchema).max(500),
  decimal: z.enum(['.', ',']),
  /** What the date column marks; a period's value is stored on the period's last day. */
  dateMarks: z.enum(dateMarks),
  grain: z.enum(grains),
  lagDays: z.int().min(0).max(366),
  blankMeansZero: z.boolean(),
  /** Name of the source of records or events ("tickets"). */
  source: z.string().max(120),
  /** Last day on which the outcome file is complete; null = not asked. */
  completeUntil: z.int().nullable(),
  unknownAccounts: z.enum(['add', 'skip', 'stop']),
  problemRows: z.enum(['skip', 'stop']),
  /** Texts have an apostrophe before what a spreadsheet would take for a formula (`guardCell`): it is taken off. */
  guarded: z.boolean().optional(),
  /** The person raised the limit on the size of this one file. */
  allowLarge: z.boolean().optional(),
  /** Rows mended by hand, one a line; applied whenever the file is read under this plan. */
  fixes: z.array(rowFixSchema).max(2000).optional(),
  /** Number of the batch in whose place the file is imported: undone with it, back when it is undone. */
  replaces: z.int().min(1).optional(),
  /** Who imported it, by the name of the account on their machine. */
  importedBy: z.string().max(120).optional(),
});

export type FileKind = (typeof fileKinds)[number];
export type BatchKind = (typeof batchKinds)[number];
export type Encoding = (typeof encodings)[number];
export type Delimiter = (typeof delimiters)[number];
export type ColumnRole = (typeof columnRoles)[number];
export type DateFormat = (typeof dateFormats)[number];
export type DateMarks = (typeof dateMarks)[number];
export type ReadOptions = z.infer<typeof readOptionsSchema>;
export type ColumnPlan = z.infer<typeof columnPlanSchema>;
export type AccountJoin = z.infer<typeof joinSchema>;
export type RowFix = z.infer<typeof rowFixSchema>;
export type ImportPlan = z.infer<typeof importPlanSchema>;
