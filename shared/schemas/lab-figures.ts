import { z } from 'zod';
import { day } from './backtest-settings.ts';
import { estimateSchema } from './figures.ts';

const count = z.int().min(0);
const share = z.number().min(0).max(1);
/** Index of an account, a life, or a row of the panel. */
const index = z.int().min(0);
const lives = z.array(index).max(5000);
/** A score in tenths, 0–1,000. */
const tenths = z.int().min(0).max(1000);

/** Why a figure is not there; null where it is. Screens turn it into a sentence. */
export const noFigureReasons = [
  'noRows',
  'noSplit',
  'noSuchDate',
  'pending',
  'oneClass',
  'constantScore',
  'noChurners',
  'noKeptRows',
  'noDesignRows',
  'noMeasures',
  'tooFewChurners',
  'oneDate',
  'noContacts',
] as const;
export const noFigureReasonSchema = z.enum(noFigureReasons);
const reason = noFigureReasonSchema.nullable();

/** count of total with a Wilson interval; all three null where total is 0. */
export const rateSchema = z.strictObject({
  count: z.number().min(0),
  total: z.number().min(0),
  rate: share.nullable(),
  low: share.nullable(),
  high: share.nullable(),
});

export const survivalStepSchema = z.strictObject({
  /** Days since the landmark. */
  time: count,
  atRisk: count,
  events: count,
  survival: share,
  /** 95 %, log scale (R's default) and log-log; null where undefined. */
  low: share.nullable(),
  high: share.nullable(),
  logLogLow: share.nullable(),
  logLogHigh: share.nullable(),
});

export const survivalFiguresSchema = z.strictObject({
  reason,
  asOf: day.nullable(),
  unscored: count,
  bands: z.array(
    z.strictObject({
      bandId: z.string(),
      accounts: count,
      events: count,
      /** One step per day with an outcome, and the last day observed. */
      steps: z.array(survivalStepSchema),
      median: z.number().nullable(),
      /** Beside `times`. */
      atRisk: z.array(count),
    }),
  ),
  /** Ticks of the table of numbers at risk, days since the landmark. */
  times: z.array(count),
  logRank: z.strictObject({ chiSquare: z.number(), degreesOfFreedom: count, p: share }).nullable(),
});

export const calibrationFiguresSchema = z.strictObject({
  reason,
  rows: count,
  churners: count,
  observed: count,
  expected: z.number(),
  /** Observed ÷ expected: above 1 more churned than the design window promised. */
  ratio: estimateSchema.nullable(),
  brier: z.number().nullable(),
  /** 1 − Brier ÷ that of always saying the window's own rate. */
  brierSkill: z.number().nullable(),
  bands: z.array(
    z.strictObject({
      bandId: z.string(),
      designRows: count,
      predicted: share,
      rows: count,
      positives: count,
      rate: share.nullable(),
      low: share.nullable(),
      high: share.nullable(),
    }),
  ),
});

export const driftFiguresSchema = z.strictObject({
  reason,
  asOf: day.nullable(),
  psi: z.number().nullable(),
  /** 95th percentile of the index over by-account swaps: above it the shift is more than chance. */
  limit: z.number().nullable(),
  swaps: count,
  bands: z.array(
    z.strictObject({ bandId: z.string(), designShare: share.nullable(), latestShare: share.nullable() }),
  ),
});

export const bootstrapFiguresSchema = z.strictObject({
  reason,
  generator: z.string(),
  seed: count,
  resamples: count,
  accounts: count,
  churners: count,
  auc: estimateSchema.nullable(),
  catchRate: estimateSchema.nullable(),
  hitRate: estimateSchema.nullable(),
  averagePrecision: estimateSchema.nullable(),
  ks: estimateSchema.nullable(),
  amountCatch: estimateSchema.nullable(),
  /** (Σw)² ÷ Σw² over the churners' amounts; churners without an amount are left out and counted. */
  amountEffectiveN: z.number().nullable(),
  amountMissing: count,
  /** Scored rows. */
  rows: count,
  /** Score in tenths below which to call so that misses and calls cost least, and its spread. */
  cheapestThreshold: estimateSchema.nullable(),
});

/** Calling every scored row with a score ≤ `score`. */
export const curvePointSchema = z.strictObject({
  score: tenths,
  called: count,
  found: count,
  calledShare: share,
  catchRate: share,
  hitRate: share,
  lift: z.number(),
  falseAlarmRate: share,
});

export const topShareRowSchema = z.strictObject({
  percent: z.number(),
  called: count,
  /** Ties at the edge by expectation over random order. */
  found: z.number(),
  hitRate: share,
  catchRate: share,
  lift: z.number(),
  tied: count,
});

export const curveFiguresSchema = z.strictObject({
  reason,
  rows: count,
  positives: count,
  churners: count,
  accounts: count,
  points: z.array(curvePointSchema),
  averagePrecision: share.nullable(),
  /** Largest distance of the two cumulative distributions, and the score at which it lies. */
  ks: z.strictObject({ value: share, score: tenths }).nullable(),
  top: z.array(topShareRowSchema),
  snapshots: z.array(
    z.strictObject({
      asOf: day,
      rows: count,
      positives: count,
      averagePrecision: share.nullable(),
      ks: share.nullable(),
    }),
  ),
});

export const bandStateKinds = ['band', 'unscored', 'new', 'churned', 'left'] as const;

/** Moves between consecutive as-of dates; `from` and `to` are positions in `states`. */
export const bandMovesSchema = z.strictObject({
  reason,
  states: z.array(z.strictObject({ kind: z.enum(bandStateKinds), bandId: z.string().nullable() })),
  steps: z.array(
    z.strictObject({
      from: day,
      to: day,
      moves: z.array(z.strictObject({ from: index, to: index, accounts: count })),
    }),
  ),
});

export const stabilityFiguresSchema = z.strictObject({
  reason,
  months: z.array(
    z.strictObject({
      /** Last day of the calendar month. */
      month: day,
      asOfDates: count,
      rows: count,
      accounts: count,
      churners: count,
      positives: count,
      auc: estimateSchema.nullable(),
      alarmShare: share.nullable(),
      churnRate: rateSchema,
      hitRate: rateSchema,
      catchRate: rateSchema,
    }),
  ),
});

export const MOST_NAMED = 20_000;
/** Rows of the panel behind a count; null = more than that. */
const namedRows = z.array(index).max(MOST_NAMED).nullable();

const designSideSchema = z.strictObject({
  auc: estimateSchema.nullable(),
  unscoredRows: count,
  caught: count,
  alarmRows: count,
  alarmPositives: count,
  named: z.strictObject({ caught: namedRows, alarm: namedRows, positives: namedRows, unscored: namedRows }),
});

/** Two designs on the rows that both score. */
export const designComparisonSchema = z.strictObject({
  reason,
  rows: count,
  accounts: count,
  /** Distinct churned lives of the window (catch), and churned accounts among the shared rows (AUC). */
  churners: count,
  churnedAccounts: count,
  a: designSideSchema,
  b: designSideSchema,
  /** AUC of A − AUC of B, paired by account. */
  difference: estimateSchema.nullable(),
  standardError: z.number().nullable(),
  sameRanking: z.boolean(),
  caughtBy: z.strictObject({ both: count, onlyA: count, onlyB: count, neither: count }),
  sharedRows: namedRows,
  /** Their lives, the first 5,000 of each. */
  caughtLives: z.strictObject({ both: lives, onlyA: lives, onlyB: lives, neither: lives }),
});

export const incrementalValueSchema = z.strictObject({
  reason,
  added: z.array(z.string()),
  /** A = with the added measures, B = without them. */
  comparison: designComparisonSchema.nullable(),
});

const treatmentSideSchema = z.strictObject({
  rows: count,
  accounts: count,
  positives: count,
  churners: count,
  alarmRows: count,
  alarmPositives: count,
  auc: estimateSchema.nullable(),
  hitRate: rateSchema,
  catchRate: rateSchema,
});
const boundsSchema = z.strictObject({ low: share, high: share }).nullable();

export const interventionFiguresSchema = z.strictObject({
  reason,
  all: treatmentSideSchema,
  /** Selected, not compared at random: screens say "compare with care". */
  untreated: treatmentSideSchema,
  treated: z.strictObject({
    rows: count,
    accounts: count,
    keptInAlarm: count,
    keptNotInAlarm: count,
    positives: count,
  }),
  /** If any of the treated kept rows would have churned without the contact. */
  bounds: z.strictObject({ hitRate: boundsSchema, catchRate: boundsSchema, auc: boundsSchema }),
});

export type NoFigureReason = z.infer<typeof noFigureReasonSchema>;
export type Rate = z.infer<typeof rateSchema>;
export type SurvivalStepFigure = z.infer<typeof survivalStepSchema>;
export type SurvivalFigures = z.infer<typeof survivalFiguresSchema>;
export type CalibrationFigures = z.infer<typeof calibrationFiguresSchema>;
export type DriftFigures = z.infer<typeof driftFiguresSchema>;
export type BootstrapFigures = z.infer<typeof bootstrapFiguresSchema>;
export type CurvePoint = z.infer<typeof curvePointSchema>;
export type TopShareRow = z.infer<typeof topShareRowSchema>;
export type CurveFigures = z.infer<typeof curveFiguresSchema>;
export type BandMoves = z.infer<typeof bandMovesSchema>;
export type StabilityFigures = z.infer<typeof stabilityFiguresSchema>;
export type DesignComparison = z.infer<typeof designComparisonSchema>;
export type IncrementalValue = z.infer<typeof incrementalValueSchema>;
export type InterventionFigures = z.infer<typeof interventionFiguresSchema>;
