import { z } from 'zod';
import { backtestSettingsSchema, day } from './backtest-settings.ts';
import { measureSchema } from './measure.ts';
import { recordKinds } from './record-kinds.ts';
import { overrideSchema, scorecardSchema } from './scorecard.ts';
import { conditionSchema, segmentSchema } from './segment.ts';

/** Id of a design item, run or session. */
export const id = z.string().min(1).max(64);
/** Stands for a file in place of its path. */
export const token = z.string().min(1).max(128);
/** Given by the window to a long call, so that it can be watched and stopped. */
export const taskId = z.string().min(1).max(64);
/** No fields at all. */
export const nothing = z.strictObject({});
/** A name a person typed or a file has. */
export const fileName = z.string().min(1).max(200);
/** One page of a long table. */
export const page = { offset: z.int().min(0).max(10_000_000), limit: z.int().min(1).max(500) };

/** A file the window may import or open. */
export const pickedFile = z.strictObject({ token, name: z.string(), sizeBytes: z.number() });
/** A file the engine wrote, to be fetched by its token. */
export const exportedFile = z.strictObject({ token, name: z.string(), sizeBytes: z.number(), rows: z.int() });

/** A row of a file that was not kept, and why. */
export const problemRow = z.strictObject({
  line: z.int(),
  column: z.string(),
  reason: z.string(),
  value: z.string(),
});

/** What importing a file would do or did: read = kept + rejected. */
export const importCheck = z.strictObject({
  rowsRead: z.int(),
  rowsKept: z.int(),
  rowsReplaced: z.int(),
  rowsUnchanged: z.int(),
  rowsRejected: z.int(),
  /** Kept rows that were mended by hand. */
  rowsFixed: z.int(),
  /** Rejected rows that were left out by hand; the others are open. */
  rowsSkipped: z.int(),
  newAccounts: z.int(),
  unknownAccounts: z.int(),
  firstDay: z.int().nullable(),
  lastDay: z.int().nullable(),
  /** The first 200 problem rows; `rowsRejected` counts all. */
  problems: z.array(problemRow),
});

/** One account of a list, as of a date. */
export const listRow = z.strictObject({
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
  /** The cell (0–3) of each of the scorecard's patterns; null where a value is missing. */
  patterns: z.array(z.int().min(0).max(3).nullable()).optional(),
  /** A person's band that holds on the date, beside the raw one. */
  override: overrideSchema.optional(),
});

/** Which accounts a list holds. */
export const listQuery = {
  scorecardId: id,
  asOf: day,
  conditions: z.array(conditionSchema).max(30),
  search: z.string().max(200),
};

/** Order of a list; missing values come last. */
export const sort = z.strictObject({
  key: z.enum(['accountId', 'name', 'score', 'change', 'coverage', 'attribute']),
  attribute: z.string().max(200),
  descending: z.boolean(),
});

/** One as-of row behind a number. */
export const drillRow = z.strictObject({
  accountId: z.string(),
  name: z.string(),
  asOf: day,
  score: z.number().nullable(),
  bandId: z.string().nullable(),
  label: z.enum(['positive', 'kept', 'tooLate', 'pending', 'notice']),
  outcomeDay: day.nullable(),
});

/** A back-test in a list of runs. */
export const runHead = z.strictObject({
  id,
  scorecardId: id,
  designHash: z.string(),
  /** Of the live imports it ran on. */
  dataHash: z.string(),
  ranAt: z.string(),
  verdictKind: z.string(),
  churners: z.int(),
  testAuc: z.number().nullable(),
});

/** A saved version without its body. */
export const versionHead = z.strictObject({
  number: z.int(),
  name: z.string(),
  note: z.string(),
  savedAt: z.string(),
  designHash: z.string(),
});

/** A named step of the design history. */
export const designStep = z.strictObject({
  nameKey: z.string().min(1).max(80),
  parameters: z.record(z.string().max(40), z.union([z.string().max(200), z.number()])),
  screen: z.string().max(40),
});

/** A step that undo or redo would move over, with the scorecard it changes where it changes exactly one. */
const designMove = designStep.extend({ scorecardId: id.optional() });

/** The whole live design and what undo and redo would do. */
export const designDocument = z.strictObject({
  revision: z.int(),
  measures: z.array(measureSchema),
  scorecards: z.array(scorecardSchema),
  segments: z.array(segmentSchema),
  backtestSettings: backtestSettingsSchema.nullable(),
  undo: designMove.nullable(),
  redo: designMove.nullable(),
});

/** One item of a design step; a null body removes it. */
export const designChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('measure'), id, body: measureSchema.nullable() }),
  z.strictObject({ kind: z.literal('scorecard'), id, body: scorecardSchema.nullable() }),
  z.strictObject({ kind: z.literal('segment'), id, body: segmentSchema.nullable() }),
  z.strictObject({
    kind: z.literal('backtestSettings'),
    id: z.literal('current'),
    body: backtestSettingsSchema.nullable(),
  }),
]);

/** Everything the account page shows as of a date. */
export const accountPage = z.strictObject({
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
  /** What stands between the weighted mean of the contributions and the score. */
  adjustment: z
    .strictObject({
      weighted: z.number().nullable(),
      bites: z.array(z.strictObject({ exceptionId: z.string(), from: z.number(), to: z.number() })),
      variantId: z.string().nullable(),
      alsoFits: z.array(z.string()),
      borrowed: z
        .strictObject({
          own: z.number().nullable(),
          parent: z.number().nullable(),
          churned: z.int(),
          k: z.int(),
        })
        .nullable(),
      /** Days since the start of the life. */
      tenureDays: z.int(),
      /** Every measure the scorecard reads, those of its exceptions and other variants too. */
      values: z.array(z.strictObject({ measureId: z.string(), value: z.number().nullable() })),
      /** Points (0–100) of the measures with a percentile scale. */
      peers: z.array(
        z.strictObject({ measureId: z.string(), direction: z.enum(['higher', 'lower']), points: z.number() }),
      ),
    })
    .optional(),
  /** A person's band that holds on the date, beside the raw one. */
  override: overrideSchema.optional(),
  /** The cell (0–3) of each of the scorecard's patterns; null where a value is missing. */
  patterns: z.array(z.int().min(0).max(3).nullable()).optional(),
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
  records: z.array(
    z.strictObject({
      source: z.string(),
      kind: z.enum(recordKinds),
      day,
      closedDay: day.nullable(),
      /** What is filled, in the order of the source's columns. */
      cells: z.array(z.strictObject({ column: z.string(), value: z.string() })),
    }),
  ),
});

/** An account behind an index in the figures of the lab. */
export const accountName = z.strictObject({ index: z.int(), accountId: z.string(), name: z.string() });
