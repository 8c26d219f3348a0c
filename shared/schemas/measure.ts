import { z } from 'zod';

const id = z.string().min(1).max(64);
const name = z.string().min(1).max(120);

export const metricKinds = ['flow', 'level'] as const;
export const grains = ['day', 'week', 'month', 'quarter'] as const;

/** Look-back of a measure. Day grain counts days, coarser grains whole periods; `shift` moves the window back by as many. */
const window = {
  lookback: z.int().min(1).max(3660),
  shift: z.int().min(0).max(3660),
};
/** What a day or period without a row counts as; `byKind` = 0 for a flow, missing for a level. */
const noRow = z.enum(['byKind', 'zero', 'missing']);

/** Window over a source of user-level events; `lookback` and `shift` count periods. `events` empty = every event. */
const eventWindow = {
  eventSource: name,
  period: z.enum(['day', 'week', 'month']),
  ...window,
  events: z.array(name).max(100),
};

/** Column of a record source. */
const column = z.string().min(1).max(200);

export const recordFilterSchema = z.strictObject({
  column: z.string().max(200),
  /** `atLeast` and `atMost` compare numbers; a cell without a number passes neither. */
  operator: z.enum(['equals', 'notEquals', 'contains', 'atLeast', 'atMost']),
  value: z.string().max(200),
});

export const aggregationSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('latest'),
    metric: name,
    staleAfterDays: z.int().min(1).max(3660).nullable(),
  }),
  z.strictObject({ type: z.literal('sum'), metric: name, ...window, noRow }),
  z.strictObject({ type: z.literal('mean'), metric: name, ...window, noRow }),
  z.strictObject({ type: z.literal('min'), metric: name, ...window, noRow }),
  z.strictObject({ type: z.literal('max'), metric: name, ...window, noRow }),
  /** Days (or periods) of the window with a value above 0. */
  z.strictObject({ type: z.literal('activeDays'), metric: name, ...window }),
  /** Days since the last value above 0, counted from the last day of its period. */
  z.strictObject({ type: z.literal('daysSinceLast'), metric: name }),
  /** This window ÷ the one before it, − 1. */
  z.strictObject({ type: z.literal('change'), metric: name, ...window, noRow }),
  z.strictObject({ type: z.literal('ratio'), numerator: id, denominator: id }),
  z.strictObject({ type: z.literal('tenure') }),
  z.strictObject({ type: z.literal('attribute'), attribute: name }),
  z.strictObject({
    type: z.literal('recordCount'),
    source: name,
    lookbackDays: z.int().min(1).max(3660),
    filters: z.array(recordFilterSchema).max(10),
    /** Count only records not closed by the as-of date (needs a closing date in the file). */
    openOnly: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('daysSinceRecord'),
    source: name,
    filters: z.array(recordFilterSchema).max(10),
  }),
  /** Least squares over the window's values at their days (a period's at its last day), per 30 days; needs 2 values. */
  z.strictObject({ type: z.literal('slope'), metric: name, ...window, noRow }),
  /** Share of answers 9–10 minus share of answers 0–6, in percent, over a metric's values in the window. */
  z.strictObject({ type: z.literal('nps'), metric: name, ...window }),
  /** The same over a number column of dated records. */
  z.strictObject({
    type: z.literal('recordNps'),
    source: name,
    column,
    lookbackDays: z.int().min(1).max(3660),
    filters: z.array(recordFilterSchema).max(10),
  }),
  /** Sum of a number column over the records of the window. */
  z.strictObject({
    type: z.literal('recordSum'),
    source: name,
    column,
    lookbackDays: z.int().min(1).max(3660),
    filters: z.array(recordFilterSchema).max(10),
  }),
  /** Newest number in a column of dated records: the last hearing rating. */
  z.strictObject({
    type: z.literal('latestRecord'),
    source: name,
    column,
    staleAfterDays: z.int().min(1).max(3660).nullable(),
    filters: z.array(recordFilterSchema).max(10),
  }),
  /** Different users with an event in the window: the last days, or the last whole weeks or months. */
  z.strictObject({ type: z.literal('distinctUsers'), ...eventWindow }),
  /** Different events in the window; with a list only those, the key features. */
  z.strictObject({ type: z.literal('distinctFeatures'), ...eventWindow }),
  /** A measure against its own values 1 … `steps` months before, in standard deviations; needs 6 of them. */
  z.strictObject({ type: z.literal('zScore'), measure: id, steps: z.int().min(6).max(60) }),
  /** Mid-rank percentile 0–100 among the accounts of the same date with the same attribute; null = among all. */
  z.strictObject({ type: z.literal('peerPercentile'), measure: id, attribute: name.nullable() }),
  /** Arithmetic over other measures, written as [measure id]; see `parseFormula`. */
  z.strictObject({ type: z.literal('formula'), formula: z.string().min(1).max(500) }),
]);

/** A measure: metric + window + aggregation → one number per account as of a date. */
export const measureSchema = z.strictObject({
  id,
  name,
  aggregation: aggregationSchema,
  /** Which direction is healthy. */
  direction: z.enum(['higher', 'lower']),
  actionable: z.boolean(),
});

export type Aggregation = z.infer<typeof aggregationSchema>;
export type RecordFilter = z.infer<typeof recordFilterSchema>;
export type Measure = z.infer<typeof measureSchema>;
export type MetricKind = (typeof metricKinds)[number];
export type Grain = (typeof grains)[number];
