import { z } from 'zod';
import { backtestSettingsSchema, day } from './backtest-settings.ts';
import { valueWorkingSchema } from './value-working.ts';

const count = z.int().min(0);
const share = z.number();

/** A figure with its 95 % interval; the interval is null where too few churners allow none. */
export const estimateSchema = z.strictObject({
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

/** As-of rows of one band: `rate` = churned ÷ rows with a Wilson interval on rows ÷ h (overlapping horizons). */
export const bandFigureSchema = z.strictObject({
  bandId: z.string(),
  rows: count,
  accounts: count,
  positives: count,
  /** Share of all scored rows. */
  share,
  rate: share.nullable(),
  low: share.nullable(),
  high: share.nullable(),
});

/**
 * Churned and kept rows per equal-width bin of [low, high]; `edges` has one more entry than the counts. Whole numbers
 * lie in the middle of their bin: 10 in [9.5, 10.5).
 */
export const histogramSchema = z.strictObject({
  edges: z.array(z.number()),
  churned: z.array(count),
  kept: z.array(count),
  /** Every value is a whole number. */
  isWhole: z.boolean().optional(),
  /** The first (last) bin also holds what lies below (above) it. */
  holdsBelow: z.boolean().optional(),
  holdsAbove: z.boolean().optional(),
});

const namedAccount = z.strictObject({ accountId: z.string(), name: z.string() });

/** The plain rules that a score is judged against, and last those beside the verdict only (`isBeside`). */
export const baselineKeys = [
  'chance',
  'lastActivity',
  'usageOnly',
  'tenure',
  'incumbent',
  'equalWeights',
  'largestAmount',
] as const;

/** Live figures of the design window (optimistic: the scorecard was drawn on these rows). */
export const liveFiguresSchema = z.strictObject({
  seq: z.int(),
  rows: count,
  accounts: count,
  /** Churned accounts with a score before it: what the gates count. Those without one are missed, in `capacity` alone. */
  churners: count,
  unscoredRows: count,
  histogram: histogramSchema,
  /**
   * Rows with a value per bin of each scale with bins, from the lowest up, and the churned among them; `variantId` =
   * whose groups the scale is in, null = everyone's. Counted from the rows, whatever the cut-offs.
   */
  bins: z.array(
    z.strictObject({
      variantId: z.string().nullable(),
      measureId: z.string(),
      rows: z.array(count),
      churned: z.array(count),
    }),
  ),
  /** Without the distinct accounts, which an edit has no time to count. */
  bands: z.array(bandFigureSchema.omit({ accounts: true })),
  auc: estimateSchema.nullable(),
  /** The plain rule that ranks the design window's rows best, whatever the scorecard; null with one class. */
  hardestBaseline: z.strictObject({ key: z.enum(baselineKeys), auc: estimateSchema }).nullable(),
  /** Of the churned rows' accounts, how many are among the k lowest scores of their decision date (ties by expectation). */
  capacity: z.strictObject({ perAsOf: count, caught: z.number(), churners: count }),
  /** Bands of all active accounts as of the newest usable date, unscored last. */
  today: z.strictObject({
    /** Null of a flagged snapshot, which has no day. */
    asOf: day.nullable(),
    bands: z.array(z.strictObject({ bandId: z.string(), accounts: count })),
    unscored: count,
  }),
  /** Per exception, in order, what it changes: rows of the design window, accounts of today (the first few named). */
  exceptions: z.array(
    z.strictObject({ id: z.string(), rows: count, accountsToday: count, examples: z.array(namedAccount) }),
  ),
  /** Per variant its rows of the design window, their churned accounts (the c of borrowing), its accounts of today. */
  variants: z.array(z.strictObject({ id: z.string(), rows: count, churned: count, accountsToday: count })),
  /** Accounts of today that two or more variants fit; the first in order holds. */
  severalVariants: z.strictObject({ accounts: count, examples: z.array(namedAccount) }),
  warnings: z.array(
    z.enum(['allHealthy', 'allAlarm', 'oneBandHoldsMost', 'tooFewChurners', 'constantScore']),
  ),
});

/** A measure on the design window. */
export const measureFiguresSchema = z.strictObject({
  measureId: z.string(),
  rows: count,
  missingRows: count,
  churners: count,
  /** Of the churners, those with a value on a churned row: what AUC, KS and IV rest on, with the rows not missing. */
  churnersWithValue: count,
  histogram: histogramSchema,
  /** Shown as max(a, 1 − a); `healthier` says which side the kept rows are on. */
  auc: estimateSchema.nullable(),
  healthier: z.enum(['higher', 'lower', 'notSettled']),
  fifths: z.array(
    z.strictObject({
      low: z.number(),
      high: z.number(),
      rows: count,
      positives: count,
      rate: share,
      rateLow: share,
      rateHigh: share,
    }),
  ),
  examples: z.array(
    z.strictObject({
      accountId: z.string(),
      name: z.string(),
      value: z.number().nullable(),
      /** The newest imported rows behind the value, at most 5, and how many more there are; see `sourceRows`. */
      rows: z
        .array(
          z.strictObject({
            day: day.nullable(),
            source: z.string(),
            value: z.number().nullable(),
            text: z.string(),
            used: z.boolean(),
          }),
        )
        .max(5),
      more: count,
      moreUsed: count,
      /** The arithmetic from those rows to the value; see `explainValue`. */
      working: valueWorkingSchema.nullable(),
    }),
  ),
  /** Points among the accounts of the newest as-of date where higher is healthier, as a curve; see `peerCurve`. */
  peers: z.array(z.strictObject({ value: z.number(), points: z.number() })).optional(),
  /** AUC ≤ .10 or ≥ .90 on ≥ 10 churners, or a name like a flag. */
  suspicious: z.array(z.enum(['tooGood', 'flagName', 'undatedAttribute', 'undatedRecordFilter'])),
});

export const snapshotFiguresSchema = z.strictObject({
  asOf: day,
  window: z.enum(['design', 'purge', 'test', 'pending', 'all']),
  eligible: count,
  alreadyGaveNotice: count,
  /** Of the kept, those that churned within the horizon where another outcome is looked for. */
  churnedInstead: count.optional(),
  tooLate: count,
  positives: count,
  kept: count,
  unscored: count,
  /** Single snapshot: DeLong interval. */
  auc: estimateSchema.nullable(),
  /** Scored eligible accounts per band, in the order of the scorecard's bands. */
  bandCounts: z.array(count),
});

/** Figures of one window, pooled over its as-of dates. Arrays of 1,001 are indexed by score × 10. */
export const windowFiguresSchema = z.strictObject({
  asOfDates: count,
  rows: count,
  accounts: count,
  churners: count,
  positives: count,
  kept: count,
  keptAccounts: count,
  unscoredRows: count,
  unscoredChurners: count,
  auc: estimateSchema.nullable(),
  allPairsAuc: z.number().nullable(),
  gini: z.number().nullable(),
  bands: z.array(bandFigureSchema),
  positivesByScore: z.array(count).length(1001),
  keptByScore: z.array(count).length(1001),
  /** Score at each churner's decision date; unscored churners are in no cell and count as missed. */
  churnersByDecisionScore: z.array(count).length(1001),
  /** Lowest score of each account in the window: how many distinct accounts a threshold contacts. */
  accountsByLowestScore: z.array(count).length(1001),
  keptAccountsByLowestScore: z.array(count).length(1001),
  /** Of the `churners`, those in an alarm band at their decision date. */
  caught: count,
  alarmRows: count,
  alarmPositives: count,
  alarmAccounts: count,
  keptEverAlarm: count,
  capacity: z.strictObject({
    perAsOf: count,
    caught: z.number(),
    rowsContacted: z.number(),
    hits: z.number(),
  }),
});

export const baselineFigureSchema = z.strictObject({
  key: z.enum(baselineKeys),
  /** `ladder` = compared beside the verdict, which it takes no part in. */
  status: z.enum(['judged', 'ladder', 'noData', 'missingForChurners', 'constant', 'sameRanking']),
  auc: estimateSchema.nullable(),
  difference: estimateSchema.nullable(),
  standardError: z.number().nullable(),
});

export const verdictSchema = z.strictObject({
  kind: z.enum([
    'works',
    'worksByLittle',
    'worse',
    'slightlyWorse',
    'noBetter',
    'cannotTell',
    'tooFew',
    'undefined',
    'designOnly',
  ]),
  /** `directional` = 10–29 churners: every sentence starts with it. */
  gate: z.enum(['tooFew', 'directional', 'full']),
  churners: count,
  decidedBy: z.enum(baselineKeys).nullable(),
  /** More churners needed for an 80 % chance to see a gain of .05; only for `cannotTell`. */
  moreChurners: z.int().nullable(),
  moreIs: z.enum(['number', 'farMore', 'small']).nullable(),
  months: z.number().nullable(),
  reason: z.enum(['unscored', 'oneClass', 'constantScore', 'noSplit', 'noRows']).nullable(),
});

export const lintFindingSchema = z.strictObject({
  kind: z.enum([
    'tooGood',
    'flagName',
    'undatedAttribute',
    'undatedRecordFilter',
    'undatedCondition',
    'assumedStart',
    'rowsAfterChurn',
    'onlyAroundChurn',
    'knownAfterOutcome',
    'periodStartDates',
    'backDatedNote',
  ]),
  measureId: z.string().nullable(),
  name: z.string(),
  /** AUC of the measure alone, not turned round; null where it has none. */
  auc: z.number().nullable(),
  count: z.int().nullable(),
});

export const backtestFiguresSchema = z.strictObject({
  settings: backtestSettingsSchema,
  testFrom: day.nullable(),
  snapshots: z.array(snapshotFiguresSchema),
  design: windowFiguresSchema.nullable(),
  test: windowFiguresSchema.nullable(),
  baselines: z.array(baselineFigureSchema),
  verdict: verdictSchema,
  lint: z.array(lintFindingSchema),
  daysBetween: z.int(),
});

export type Estimate = z.infer<typeof estimateSchema>;
export type BandFigure = z.infer<typeof bandFigureSchema>;
export type Histogram = z.infer<typeof histogramSchema>;
export type LiveFigures = z.infer<typeof liveFiguresSchema>;
export type MeasureFigures = z.infer<typeof measureFiguresSchema>;
export type SnapshotFigures = z.infer<typeof snapshotFiguresSchema>;
export type WindowFigures = z.infer<typeof windowFiguresSchema>;
export type BaselineKey = (typeof baselineKeys)[number];
export type BaselineFigure = z.infer<typeof baselineFigureSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type LintFinding = z.infer<typeof lintFindingSchema>;
export type BacktestFigures = z.infer<typeof backtestFiguresSchema>;
