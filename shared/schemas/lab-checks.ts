import { z } from 'zod';
import { estimateSchema } from './figures.ts';
import { interventionFiguresSchema, noFigureReasonSchema, rateSchema } from './lab-figures.ts';

const count = z.int().min(0);

/** The scorecard's own policies, every measure under one of the plain ones, and only rows where nothing is missing. */
export const missingChoices = ['asSet', 'exclude', 'neutral', 'worst', 'complete'] as const;

export const missingFiguresSchema = z.strictObject({
  reason: noFigureReasonSchema.nullable(),
  rows: count,
  accounts: count,
  churners: count,
  choices: z.array(
    z.strictObject({
      choice: z.enum(missingChoices),
      /** Scored, and not scored, of the rows that the choice keeps. */
      rows: count,
      unscoredRows: count,
      churners: count,
      unscoredChurners: count,
      auc: estimateSchema.nullable(),
      catchRate: rateSchema,
      /** In the scorecard's order. */
      bands: z.array(z.strictObject({ bandId: z.string(), rows: count })),
    }),
  ),
  /** Each measure of the scorecard: how often it is missing in churned and kept rows. */
  measures: z.array(
    z.strictObject({
      measureId: z.string(),
      churned: rateSchema,
      kept: rateSchema,
      /** AUC of "has a value" alone: away from .5, being missing tells something. */
      auc: estimateSchema.nullable(),
    }),
  ),
});

/** Treated, untreated and bounds; `contacts` = how many were imported. */
export const runInterventionsSchema = z.strictObject({
  contacts: count,
  figures: interventionFiguresSchema,
});

/** What the best of as many designs reaches by luck alone on the judged window's accounts. */
export const luckFiguresSchema = z.strictObject({
  reason: noFigureReasonSchema.nullable(),
  designs: count,
  measures: count,
  /** Designs whose accepted suggestions were learnt again on each shuffle. */
  relearnt: count,
  shuffles: count,
  accounts: count,
  churners: count,
  mean: z.number().nullable(),
  percentile95: z.number().nullable(),
  /** The AUC of the run's score on the same rows. */
  reached: z.number().nullable(),
});

export type MissingChoice = (typeof missingChoices)[number];
export type MissingFigures = z.infer<typeof missingFiguresSchema>;
export type RunInterventions = z.infer<typeof runInterventionsSchema>;
export type LuckFigures = z.infer<typeof luckFiguresSchema>;
