import { z } from 'zod';
import { backtestSettingsSchema, day } from '../schemas/backtest-settings.ts';
import { backtestFiguresSchema, liveFiguresSchema, measureFiguresSchema } from '../schemas/figures.ts';
import {
  columnPlanSchema,
  delimiters,
  encodings,
  fileKinds,
  importPlanSchema,
  readOptionsSchema,
} from '../schemas/import-plan.ts';
import { measureSchema } from '../schemas/measure.ts';
import { scorecardSchema } from '../schemas/scorecard.ts';
import { conditionSchema, segmentSchema } from '../schemas/segment.ts';
import {
  coverageSchema,
  dataSummarySchema,
  importBatchSchema,
  workspaceStateSchema,
} from '../schemas/workspace-state.ts';

const id = z.string().min(1).max(64);
const token = z.string().min(1).max(128);
const taskId = z.string().min(1).max(64);
const nothing = z.strictObject({});
const fileName = z.string().min(1).max(200);
const page = { offset: z.int().min(0).max(10_000_000), limit: z.int().min(1).max(500) };

const pickedFile = z.strictObject({ token, name: z.string(), sizeBytes: z.number() });
const exportedFile = z.strictObject({ token, name: z.string(), sizeBytes: z.number(), rows: z.int() });

const problemRow = z.strictObject({
  line: z.int(),
  column: z.string(),
  reason: z.string(),
  value: z.string(),
});

const importCheck = z.strictObject({
  rowsRead: z.int(),
  rowsKept: z.int(),
  rowsReplaced: z.int(),
  rowsUnchanged: z.int(),
  rowsRejected: z.int(),
  newAccounts: z.int(),
  unknownAccounts: z.int(),
  firstDay: z.int().nullable(),
  lastDay: z.int().nullable(),
  /** The first 200 problem rows; `rowsRejected` counts all. */
  problems: z.array(problemRow),
});

const listRow = z.strictObject({
  accountId: z.string(),
  name: z.string(),
  /** Score × 1, one decimal; null = not scored. */
  score: z.number().nullable(),
  bandId: z.string().nullable(),
  /** Change against four weeks earlier; null where either is unscored. */
  change: z.number().nullable(),
  coverage: z.number(),
  /** Measures that cost most points, at most three. */
  reasons: z.array(z.strictObject({ measureId: z.string(), lostPoints: z.number() })),
  attributes: z.array(z.string()),
});

const listQuery = {
  scorecardId: id,
  asOf: day,
  conditions: z.array(conditionSchema).max(30),
  search: z.string().max(200),
};

const sort = z.strictObject({
  key: z.enum(['accountId', 'name', 'score', 'change', 'coverage', 'attribute']),
  attribute: z.string().max(200),
  descending: z.boolean(),
});

const drillDown = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('band'), bandId: id, label: z.enum(['positive', 'kept', 'both']) }),
  /** Rows by a threshold on the score: alarm = score below it. */
  z.strictObject({
    type: z.literal('confusion'),
    threshold: z.number().min(0).max(100.1),
    cell: z.enum(['caught', 'falseAlarm', 'missed', 'healthy']),
  }),
  z.strictObject({
    type: z.literal('churners'),
    threshold: z.number().min(0).max(100.1).nullable(),
    which: z.enum(['all', 'caught', 'missed', 'unscored']),
  }),
  /** Accounts with a score below the threshold at least once, each by its row of lowest score. */
  z.strictObject({
    type: z.literal('accounts'),
    threshold: z.number().min(0).max(100.1),
    which: z.enum(['contacted', 'keptEverRed']),
  }),
  z.strictObject({
    type: z.literal('snapshot'),
    asOf: day,
    which: z.enum(['eligible', 'positive', 'kept', 'tooLate', 'pending', 'unscored', 'notice']),
  }),
]);

const drillRow = z.strictObject({
  accountId: z.string(),
  name: z.string(),
  asOf: day,
  score: z.number().nullable(),
  bandId: z.string().nullable(),
  label: z.enum(['positive', 'kept', 'tooLate', 'pending', 'notice']),
  outcomeDay: day.nullable(),
});

const runHead = z.strictObject({
  id,
  scorecardId: id,
  designHash: z.string(),
  ranAt: z.string(),
  verdictKind: z.string(),
  churners: z.int(),
  testAuc: z.number().nullable(),
});

const versionHead = z.strictObject({
  number: z.int(),
  name: z.string(),
  note: z.string(),
  savedAt: z.string(),
  designHash: z.string(),
});

const designStep = z.strictObject({
  nameKey: z.string().min(1).max(80),
  parameters: z.record(z.string().max(40), z.union([z.string().max(200), z.number()])),
  screen: z.string().max(40),
});

const designDocument = z.strictObject({
  revision: z.int(),
  measures: z.array(measureSchema),
  scorecards: z.array(scorecardSchema),
  segments: z.array(segmentSchema),
  backtestSettings: backtestSettingsSchema.nullable(),
  undo: designStep.nullable(),
  redo: designStep.nullable(),
});

const designChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('measure'), id, body: measureSchema.nullable() }),
  z.strictObject({ kind: z.literal('scorecard'), id, body: scorecardSchema.nullable() }),
  z.strictObject({ kind: z.literal('segment'), id, body: segmentSchema.nullable() }),
  z.strictObject({
    kind: z.literal('backtestSettings'),
    id: z.literal('current'),
    body: backtestSettingsSchema.nullable(),
  }),
]);

const accountPage = z.strictObject({
  accountId: z.string(),
  name: z.string(),
  attributes: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  lives: z.array(
    z.strictObject({
      startDay: day,
      noticeDay: day.nullable(),
      endDay: day.nullable(),
      assumedStart: z.boolean(),
    }),
  ),
  score: z.number().nullable(),
  bandId: z.string().nullable(),
  coverage: z.number(),
  /** In the scorecard's order. `lostPoints` = what this measure took from 100; they add up to 100 − score (to rounding). */
  contributions: z.array(
    z.strictObject({
      groupId: z.string(),
      measureId: z.string(),
      value: z.number().nullable(),
      points: z.number().nullable(),
      share: z.number(),
      lostPoints: z.number(),
    }),
  ),
  history: z.array(
    z.strictObject({ asOf: day, score: z.number().nullable(), bandId: z.string().nullable() }),
  ),
  outcomes: z.array(
    z.strictObject({ day, kind: z.string(), noticeDay: day.nullable(), reason: z.string().nullable() }),
  ),
  records: z.array(z.strictObject({ source: z.string(), day, closedDay: day.nullable(), text: z.string() })),
});

/** channel → what goes in, what comes out. Adding a call = one entry here and one handler in the engine. */
export const contract = {
  'workspace.state': {
    input: nothing,
    output: z.strictObject({
      open: workspaceStateSchema.nullable(),
      host: z.enum(['loopback', 'electron']),
      folderName: z.string(),
    }),
  },
  'workspace.recents': {
    input: nothing,
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          token,
          name: z.string(),
          fileName: z.string(),
          sizeBytes: z.number(),
          accounts: z.int().nullable(),
          lastOpenedAt: z.number().nullable(),
          missing: z.boolean(),
        }),
      ),
    }),
  },
  'workspace.create': { input: z.strictObject({ name: fileName }), output: workspaceStateSchema },
  'workspace.open': { input: z.strictObject({ token }), output: workspaceStateSchema },
  'workspace.openSample': {
    input: z.strictObject({ language: z.enum(['ja', 'en']), taskId }),
    output: workspaceStateSchema,
  },
  'workspace.saveAs': { input: z.strictObject({ name: fileName }), output: workspaceStateSchema },
  'workspace.save': { input: nothing, output: workspaceStateSchema },
  'workspace.close': { input: nothing, output: nothing },
  'workspace.backups': {
    input: nothing,
    output: z.strictObject({
      items: z.array(z.strictObject({ token, savedAt: z.number(), sizeBytes: z.number() })),
    }),
  },
  'workspace.restoreBackup': { input: z.strictObject({ token }), output: workspaceStateSchema },
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
  'data.summary': { input: nothing, output: dataSummarySchema },
  'data.coverage': { input: nothing, output: coverageSchema },
  'data.setMainUsage': { input: z.strictObject({ metric: z.string().max(200) }), output: nothing },
  'data.setMetricKind': {
    input: z.strictObject({ metric: z.string().max(200), kind: z.enum(['flow', 'level']) }),
    output: nothing,
  },
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
    input: z.strictObject({ measureIds: z.array(id).max(200).nullable(), taskId }),
    output: z.strictObject({
      items: z.array(measureFiguresSchema),
      designFirst: day.nullable(),
      designLast: day.nullable(),
      optimistic: z.boolean(),
    }),
  },
  /** A measure not yet kept: its values as of the newest date, for the editor. */
  'measures.preview': {
    input: z.strictObject({ measure: measureSchema, taskId }),
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
  'backtests.proposeSettings': { input: z.strictObject({ scorecardId: id }), output: backtestSettingsSchema },
  /** Opens the test window for this design: one ledger entry per design and window. */
  'backtests.run': {
    input: z.strictObject({ scorecardId: id, settings: backtestSettingsSchema, taskId }),
    output: z.strictObject({
      run: runHead,
      figures: backtestFiguresSchema,
      opened: z.int(),
      scorecard: scorecardSchema,
    }),
  },
  'backtests.list': {
    input: z.strictObject({ scorecardId: id.nullable() }),
    output: z.strictObject({ items: z.array(runHead) }),
  },
  'backtests.get': {
    input: z.strictObject({ runId: id }),
    output: z.strictObject({
      run: runHead,
      figures: backtestFiguresSchema,
      opened: z.int(),
      scorecard: scorecardSchema,
    }),
  },
  'backtests.rows': {
    input: z.strictObject({ runId: id, window: z.enum(['design', 'test', 'all']), cell: drillDown, ...page }),
    output: z.strictObject({ total: z.int(), distinctAccounts: z.int(), rows: z.array(drillRow) }),
  },
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
  'accounts.get': {
    input: z.strictObject({ accountId: z.string().max(400), scorecardId: id, asOf: day }),
    output: accountPage,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Channel = keyof typeof contract;
export type ChannelInput<C extends Channel> = z.input<(typeof contract)[C]['input']>;
export type ChannelPayload<C extends Channel> = z.output<(typeof contract)[C]['input']>;
export type ChannelOutput<C extends Channel> = z.output<(typeof contract)[C]['output']>;
