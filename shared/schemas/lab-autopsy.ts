import { z } from 'zod';
import { day } from './backtest-settings.ts';
import { noFigureReasonSchema, rateSchema } from './lab-figures.ts';

const count = z.int().min(0);
const share = z.number().min(0).max(1);
/** Index of an account, a life, or a row of the panel. */
const index = z.int().min(0);
/** A score in tenths, 0–1,000. */
const tenths = z.int().min(0).max(1000);
const reason = noFigureReasonSchema.nullable();

export const leadSchema = z.strictObject({
  account: index,
  life: index,
  /** The notice where one is known, else the outcome. */
  endDay: day,
  /** First day of the final unbroken alarm run; null = never red at the end. */
  firstDay: day.nullable(),
  leadDays: count.nullable(),
  /** The run goes back beyond what was looked at: read `leadDays` as "at least". */
  cut: z.boolean(),
});

export const detectionLeadSchema = z.strictObject({
  reason,
  leads: z.array(leadSchema),
  churners: count,
  withRun: count,
  /** `leadDays` null = fewer than half had a run at all. */
  median: z.strictObject({ leadDays: z.number().nullable(), cut: z.boolean() }).nullable(),
  /** Churners whose lead exceeds the gap. */
  inTime: rateSchema,
  /** Kept accounts whose alarm run at the last as-of date of the window exceeds the gap. */
  keptInAlarm: rateSchema,
  /** Their lives, the first 5,000. */
  keptInAlarmLives: z.array(index),
});

export const missCauses = [
  'noDecisionDate',
  'caught',
  'data',
  'tooLate',
  'nearMiss',
  'outweighed',
  'noSign',
] as const;

export const missedChurnerSchema = z.strictObject({
  account: index,
  life: index,
  outcomeDay: day,
  cause: z.enum(missCauses),
  /** Decision date, its panel row and its score; null where there is none. */
  decisionDay: day.nullable(),
  row: index.nullable(),
  score: tenths.nullable(),
  /** Share of the scorecard's weight without a usable value at the decision date. */
  missingShare: share.nullable(),
  /** First alarm between decision date and outcome, for `tooLate`. */
  alarmDay: day.nullable(),
  /** Latest as-of date of the window before the decision date with an alarm: what was red once and went away. */
  earlierAlarmDay: day.nullable(),
  /** The scorecard's measures that were bad at the decision date. */
  badMeasures: z.array(z.string()),
  /** No measure of the workspace was bad; null without a decision date. */
  blind: z.boolean().nullable(),
});

export const redButKeptSchema = z.strictObject({
  account: index,
  life: index,
  /** Latest alarm row of the window. */
  row: index,
  asOf: day,
  score: tenths,
  alarmRows: count,
  scoredRows: count,
  badMeasures: z.array(z.string()),
});

export const missFiguresSchema = z.strictObject({
  reason,
  churners: z.array(missedChurnerSchema),
  /** Counts by cause, in the order of `missCauses`; they sum to the churners. */
  causes: z.array(z.strictObject({ cause: z.enum(missCauses), count, share: share.nullable() })),
  /** Caught of the churners with a decision date: the catch rate. */
  caught: rateSchema,
  /** "Bad" = mid-rank percentile ≤ this; null without kept design rows. */
  badBelow: z.strictObject({ scorecard: share.nullable(), workspace: share.nullable() }),
  /** Churners with a decision date and no bad measure among all, beside the same share of kept rows. */
  blindSpot: rateSchema,
  keptWithoutSign: rateSchema,
  redButKept: z.array(redButKeptSchema),
});

/** One account's story of twelve months: its score up to the end, and what took the score down. */
export const caseSchema = z.strictObject({
  kind: z.enum(['churned', 'kept']),
  account: index,
  life: index,
  /** Churned: the notice, else the outcome. Kept: the last as-of date of the window. */
  endDay: day,
  /** Churned: first day of the final red run. Kept: the latest red as-of date. Null = never red. */
  redDay: day.nullable(),
  leadDays: count.nullable(),
  cut: z.boolean(),
  /** Days of the scores, ascending, and the scores beside them as people read them; null = not scored. */
  days: z.array(day),
  scores: z.array(tenths.nullable()),
  /** Score points that a measure took between the best week and the last one; the two largest. */
  fell: z.array(z.strictObject({ measureId: z.string(), points: z.number().min(0) })).max(2),
});

export const caseFiguresSchema = z.strictObject({
  /** All there are; `cases` holds at most 200 of each, the latest end and the most alarms first. */
  churned: count,
  kept: count,
  cases: z.array(caseSchema),
});

export type Case = z.infer<typeof caseSchema>;
export type CaseFigures = z.infer<typeof caseFiguresSchema>;
export type Lead = z.infer<typeof leadSchema>;
export type DetectionLead = z.infer<typeof detectionLeadSchema>;
export type MissCause = (typeof missCauses)[number];
export type MissedChurner = z.infer<typeof missedChurnerSchema>;
export type RedButKept = z.infer<typeof redButKeptSchema>;
export type MissFigures = z.infer<typeof missFiguresSchema>;
