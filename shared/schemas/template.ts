import { z } from 'zod';
import { measureSchema } from './measure.ts';
import { scorecardSchema } from './scorecard.ts';

export const templateKeys = [
  'usageFirst',
  'frequencyBreadthDepth',
  'engagement',
  'fiveMetrics',
  'usageHearing',
  'activeCore',
  'goalBackwards',
] as const;

/** A scorecard to start from, fitted to the columns at hand. */
export const templateSchema = z.strictObject({
  key: z.enum(templateKeys),
  name: z.string(),
  /** Where the idea comes from and what it says, in the person's words. */
  idea: z.string(),
  /** What it needs, what of the data plays that part ("" = nothing found), and whether it can do without. */
  roles: z.array(
    z.strictObject({ key: z.string(), label: z.string(), column: z.string(), required: z.boolean() }),
  ),
  /** `ready` = all roles found; `partly` = all required ones; `missing` = a required one is not there. */
  availability: z.enum(['ready', 'partly', 'missing']),
  /** Only what the found roles allow, those that only others are made from included. */
  measures: z.array(measureSchema),
  /** Scores the measures above; null when there is none. */
  scorecard: scorecardSchema.nullable(),
});

export type TemplateKey = (typeof templateKeys)[number];
export type Template = z.infer<typeof templateSchema>;
