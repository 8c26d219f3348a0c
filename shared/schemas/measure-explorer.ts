import { z } from 'zod';
import { day } from './backtest-settings.ts';
import { estimateSchema, measureFiguresSchema } from './figures.ts';

const count = z.int().min(0);
const id = z.string().min(1).max(64);

export const sourceFindingKinds = [
  'rowsAfterChurn',
  'onlyAroundChurn',
  'knownAfterOutcome',
  'periodStartDates',
  'backDatedNote',
] as const;

/** What chance alone reaches in 1 of 20 cases; null where no shuffle gave a figure. See `noiseFloor`. */
export const noiseFloorSchema = z.strictObject({
  iv: z.number().nullable(),
  /** Of |AUC − .5|. */
  aucDistance: z.number().nullable(),
  shuffles: count,
});

/** A measure beside the others on the design window: the part of the explorer that takes long. */
export const exploredMeasureSchema = z.strictObject({
  measureId: id,
  ks: z.number().nullable(),
  iv: z.number().nullable(),
  noise: noiseFloorSchema,
  /** Share of rows whose newest value had grown too old; null for a measure that sets no limit. */
  staleShare: z.number().nullable(),
  /** Accounts that have a value only where they are about to churn; see `appearsAroundChurn`. */
  aroundChurn: z.strictObject({ churned: count, others: count }).nullable(),
  /** What the rows behind it say against looking back with it; see `lintSourceRows`. */
  sources: z.array(z.strictObject({ kind: z.enum(sourceFindingKinds), count })),
});

export const measureClusterSchema = z.strictObject({
  members: z.array(id),
  keep: id,
  /** What decided which to keep: ranks better, has fewer gaps, or neither (the first of them). */
  why: z.enum(['only', 'signal', 'missing', 'first']),
});

export const explorerSchema = z.strictObject({
  items: z.array(exploredMeasureSchema),
  /** Several measures that say the same, or one alone; in order of their first member. */
  clusters: z.array(measureClusterSchema),
  /** Spearman's ρ of every pair, row by row in the order of `items`; null where undefined. */
  correlations: z.array(z.number().nullable()),
  rows: count,
  churners: count,
});

/** Rows between two neighbouring cuts; `rate` = churned ÷ rows, Wilson on rows ÷ h (overlapping horizons). */
export const measureBinSchema = z.strictObject({
  low: z.number(),
  high: z.number(),
  rows: count,
  accounts: count,
  positives: count,
  rate: z.number(),
  rateLow: z.number(),
  rateHigh: z.number(),
});

/** One measure opened. */
export const measureDetailSchema = z.strictObject({
  figures: measureFiguresSchema,
  bins: z.array(measureBinSchema),
  /** The rows without a value, null where there are none. */
  missingBin: measureBinSchema.omit({ low: true, high: true }).nullable(),
  /** Every as-of date, also those after the design window: values say nothing of outcomes. */
  history: z.array(
    z.strictObject({
      asOf: day,
      inDesign: z.boolean(),
      accounts: count,
      withValue: count,
      lowQuarter: z.number().nullable(),
      median: z.number().nullable(),
      highQuarter: z.number().nullable(),
    }),
  ),
  /** AUC at each as-of date of the design window, in the pooled direction; DeLong interval. */
  byDate: z.array(
    z.strictObject({ asOf: day, positives: count, kept: count, auc: estimateSchema.nullable() }),
  ),
});

export type ExploredMeasure = z.infer<typeof exploredMeasureSchema>;
export type MeasureCluster = z.infer<typeof measureClusterSchema>;
export type Explorer = z.infer<typeof explorerSchema>;
export type MeasureBinFigure = z.infer<typeof measureBinSchema>;
export type MeasureDetail = z.infer<typeof measureDetailSchema>;
