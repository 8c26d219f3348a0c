import { z } from 'zod';
import { backtestSettingsSchema, day } from '../schemas/backtest-settings.ts';
import { liveFiguresSchema, measureFiguresSchema } from '../schemas/figures.ts';
import {
  columnPlanSchema,
  delimiters,
  encodings,
  fileKinds,
  importPlanSchema,
  readOptionsSchema,
} from '../schemas/import-plan.ts';
import { measureSchema } from '../schemas/measure.ts';
import {
  accountPage,
  designChange,
  designDocument,
  designStep,
  exportedFile,
  fileName,
  id,
  importCheck,
  listQuery,
  listRow,
  nothing,
  page,
  pickedFile,
  problemRow,
  sort,
  taskId,
  token,
  versionHead,
} from '../schemas/messages.ts';
import { aimSchema, scorecardSchema } from '../schemas/scorecard.ts';
import { coverageSchema, dataSummarySchema, importBatchSchema } from '../schemas/workspace-state.ts';
import { backtestCalls } from './backtest-calls.ts';
import { checkCalls } from './check-calls.ts';
import { dataCalls } from './data-calls.ts';
import { entryCalls } from './entry-calls.ts';
import { accountMatch, importCalls, importMemory } from './import-calls.ts';
import { lifecycleCalls } from './lifecycle-calls.ts';
import { measureCalls } from './measure-calls.ts';
import { reportCalls } from './report-calls.ts';
import { scorecardCalls } from './scorecard-calls.ts';
import { workspaceCalls } from './workspace-calls.ts';

/** channel → what goes in, what comes out. Adding a call = one entry here and one handler in the engine. */
export const contract = {
  ...workspaceCalls,
  'files.pick': {
    input: z.strictObject({ purpose: z.enum(['csv', 'workspace']) }),
    output: z.strictObject({ files: z.array(pickedFile) }),
  },
  /** Text pasted into the window, kept as a temporary file like a dropped one. */
  'files.paste': {
    input: z.strictObject({ name: fileName, text: z.string().max(900_000) }),
    output: pickedFile,
  },
  'files.forget': { input: z.strictObject({ token }), output: nothing },
  /** Electron: asks where and copies there. Loopback answers `notHere`; the browser downloads instead. */
  'files.saveExport': { input: z.strictObject({ token }), output: z.strictObject({ saved: z.boolean() }) },
  'tasks.cancel': { input: z.strictObject({ taskId }), output: nothing },
  'imports.preview': {
    /** `kind` states the kind of file; absent = guessed. */
    input: z.strictObject({ token, options: readOptionsSchema, kind: z.enum(fileKinds).optional() }),
    output: z.strictObject({
      fileName: z.string(),
      sizeBytes: z.number(),
      encoding: z.enum(encodings),
      encodingConfident: z.boolean(),
      delimiter: z.enum(delimiters),
      hasHeader: z.boolean(),
      skipRows: z.int(),
      undecodable: z.int(),
      rows: z.array(z.array(z.string())),
      columns: z.array(
        z.strictObject({
          index: z.int(),
          name: z.string(),
          samples: z.array(z.string()),
          confidence: z.number(),
          /** More than one entry: the samples fit more than one reading and the person must choose. */
          dateFormats: z.array(columnPlanSchema.shape.dateFormat.unwrap()),
        }),
      ),
      suggestion: importPlanSchema,
      ...importMemory,
      accountMatch,
      kindConfidence: z.number(),
    }),
  },
  'imports.check': { input: z.strictObject({ token, plan: importPlanSchema, taskId }), output: importCheck },
  'imports.commit': {
    input: z.strictObject({ token, plan: importPlanSchema, taskId }),
    /** `batch` is null when no cell differs from what is stored. */
    output: z.strictObject({ batch: importBatchSchema.nullable(), check: importCheck }),
  },
  'imports.batches': { input: nothing, output: z.strictObject({ items: z.array(importBatchSchema) }) },
  'imports.setUndone': {
    input: z.strictObject({ number: z.int(), undone: z.boolean() }),
    output: importBatchSchema,
  },
  'imports.rejectedRows': {
    input: z.strictObject({ number: z.int(), ...page }),
    output: z.strictObject({ total: z.int(), rows: z.array(problemRow) }),
  },
  'imports.exportRejected': { input: z.strictObject({ number: z.int() }), output: exportedFile },
  ...importCalls,
  'data.summary': { input: nothing, output: dataSummarySchema },
  'data.coverage': { input: nothing, output: coverageSchema },
  'data.setMainUsage': { input: z.strictObject({ metric: z.string().max(200) }), output: nothing },
  'data.setMetricKind': {
    input: z.strictObject({ metric: z.string().max(200), kind: z.enum(['flow', 'level']) }),
    output: nothing,
  },
  ...dataCalls,
  'design.get': { input: nothing, output: designDocument },
  'design.commit': {
    input: designStep.extend({ changes: z.array(designChange).min(1).max(200) }),
    output: designDocument,
  },
  'design.undo': { input: nothing, output: designDocument },
  'design.redo': { input: nothing, output: designDocument },
  'design.saveVersion': {
    input: z.strictObject({ scorecardId: id, name: z.string().min(1).max(120), note: z.string().max(2000) }),
    output: versionHead,
  },
  'design.versions': {
    input: z.strictObject({ scorecardId: id }),
    output: z.strictObject({ items: z.array(versionHead), draftHash: z.string() }),
  },
  'design.restoreVersion': {
    input: z.strictObject({ scorecardId: id, number: z.int() }),
    output: designDocument,
  },
  'measures.propose': {
    input: z.strictObject({ language: z.enum(['ja', 'en']) }),
    output: z.strictObject({ measures: z.array(measureSchema) }),
  },
  'measures.figures': {
    /** With a scorecard on its design window, as its live figures; else on the dates that every measure covers. */
    input: z.strictObject({
      measureIds: z.array(id).max(200).nullable(),
      aim: aimSchema,
      scorecardId: id.optional(),
      taskId,
    }),
    output: z.strictObject({
      items: z.array(measureFiguresSchema),
      designFirst: day.nullable(),
      designLast: day.nullable(),
      optimistic: z.boolean(),
    }),
  },
  /** A measure not yet kept: its values as of the newest date, for the editor. */
  'measures.preview': {
    input: z.strictObject({
      measure: measureSchema,
      /** Measures it is made from that are not kept yet either. */
      parts: z.array(measureSchema).max(10).default([]),
      aim: aimSchema,
      scorecardId: id.optional(),
      taskId,
    }),
    output: measureFiguresSchema,
  },
  'live.open': {
    input: z.strictObject({ scorecard: scorecardSchema, taskId }),
    output: z.strictObject({
      sessionId: id,
      figures: liveFiguresSchema,
      designFirst: day.nullable(),
      designLast: day.nullable(),
      testFrom: day.nullable(),
      settings: backtestSettingsSchema,
    }),
  },
  'live.edit': {
    input: z.strictObject({ sessionId: id, seq: z.int(), scorecard: scorecardSchema }),
    output: z.union([liveFiguresSchema, z.strictObject({ seq: z.int(), superseded: z.literal(true) })]),
  },
  'live.close': { input: z.strictObject({ sessionId: id }), output: nothing },
  ...measureCalls,
  ...scorecardCalls,
  ...backtestCalls,
  ...checkCalls,
  ...entryCalls,
  ...lifecycleCalls,
  ...reportCalls,
  'lists.page': {
    input: z.strictObject({ ...listQuery, sort, attributes: z.array(z.string().max(200)).max(30), ...page }),
    output: z.strictObject({
      total: z.int(),
      /** Counts per band over the whole list, unscored under the empty id. */
      bandCounts: z.array(z.strictObject({ bandId: z.string(), accounts: z.int() })),
      rows: z.array(listRow),
    }),
  },
  'lists.count': {
    input: z.strictObject(listQuery),
    output: z.strictObject({ accounts: z.int(), of: z.int() }),
  },
  'lists.exportCsv': {
    input: z.strictObject({
      ...listQuery,
      sort,
      attributes: z.array(z.string().max(200)).max(30),
      language: z.enum(['ja', 'en']),
      name: z.string().max(120),
    }),
    output: exportedFile,
  },
  /** The person has the file: it counts as exported. */
  'lists.exportSaved': { input: z.strictObject({}), output: z.strictObject({}) },
  'lists.exports': {
    input: z.strictObject({}),
    output: z.strictObject({ count: z.int(), lastAt: z.string().nullable() }),
  },
  /** Accounts by a part of their id or name, whether or not anything scores them. */
  'accounts.find': {
    input: z.strictObject({
      search: z.string().max(400),
      /** Only these, by their whole id; absent = all. */
      ids: z.array(z.string().max(400)).max(2000).optional(),
      ...page,
    }),
    output: z.strictObject({
      total: z.int(),
      rows: z.array(z.strictObject({ accountId: z.string(), name: z.string() })),
    }),
  },
  'accounts.get': {
    input: z.strictObject({ accountId: z.string().max(400), scorecardId: id, asOf: day }),
    output: accountPage,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Channel = keyof typeof contract;
export type ChannelInput<C extends Channel> = z.input<(typeof contract)[C]['input']>;
export type ChannelPayload<C extends Channel> = z.output<(typeof contract)[C]['input']>;
export type ChannelOutput<C extends Channel> = z.output<(typeof contract)[C]['output']>;
