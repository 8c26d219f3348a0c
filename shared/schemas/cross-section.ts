import { z } from 'zod';
import { estimateSchema, windowFiguresSchema } from './figures.ts';
import {
  calibrationFiguresSchema,
  curveFiguresSchema,
  noFigureReasonSchema,
  rateSchema,
} from './lab-figures.ts';

const count = z.int().min(0);

/** Figures that need dates: asked of a snapshot without any they are refused, each with its reason on the screen. */
export const refusedFigures = [
  'verdict',
  'baselines',
  'lead',
  'misses',
  'survival',
  'months',
  'drift',
  'moves',
  'interventions',
] as const;

/** What one row per account with a churn flag and no dates can say: how things go together, never what was foreseen. */
export const crossSectionFiguresSchema = z.strictObject({
  reason: noFigureReasonSchema.nullable(),
  accounts: count,
  churned: count,
  /** Without a flag: left out. */
  unknown: count,
  rate: rateSchema,
  /** Numbers of the file and measures of the scorecard, by distance of their AUC from .5. */
  numbers: z.array(
    z.strictObject({
      name: z.string(),
      accounts: count,
      churned: count,
      missing: count,
      /** P(kept above churned), DeLong's interval. */
      auc: estimateSchema.nullable(),
      ks: z.number().nullable(),
    }),
  ),
  /** Attributes with few values: churn by value, the largest spread first. */
  categories: z.array(
    z.strictObject({
      name: z.string(),
      values: z.array(z.strictObject({ value: z.string(), churn: rateSchema })),
      missing: count,
    }),
  ),
  /** The scorecard's own figures; null where it scores nobody. */
  score: z
    .strictObject({
      figures: windowFiguresSchema,
      /** Of the score, DeLong. */
      auc: estimateSchema.nullable(),
      ks: z.number().nullable(),
      curves: curveFiguresSchema,
      /** Bands learnt on one half of the accounts, drawn by the seed, and checked on the other. */
      calibration: calibrationFiguresSchema,
    })
    .nullable(),
  refused: z.array(z.enum(refusedFigures)),
});

export type CrossSectionFigures = z.infer<typeof crossSectionFiguresSchema>;
