import { z } from 'zod';
import { measureSchema } from './measure.ts';
import { aimSchema, scorecardSchema } from './scorecard.ts';

export const templateKeys = [
  'usageFirst',
  'frequencyBreadthDepth',
  'engagement',
  'fiveMetrics',
  'usageHearing',
  'activeCore',
  'goalBackwards',
] as const;

/** What of the client's data a template may use. */
export const roleKeys = [
  'logins',
  'users',
  'monthlyUsers',
  'seats',
  'core',
  'nps',
  'events',
  'mailOpens',
  'hearing',
] as const;

/** A part that a column of the data plays, found by its name or chosen by hand. */
export const templateRoleSchema = z.strictObject({
  key: z.enum(roleKeys),
  label: z.string(),
  /** The column that plays it, "" = none; its key among the candidates. */
  column: z.string(),
  columnKey: z.string(),
  required: z.boolean(),
  candidates: z.array(z.strictObject({ key: z.string(), label: z.string() })),
});

/** Columns chosen by hand: "" = none of them. Roles not named are found by name. */
export const chosenRolesSchema = z
  .array(z.strictObject({ role: z.enum(roleKeys), column: z.string().max(1000) }))
  .max(30);

/** A scorecard to start from, fitted to the columns at hand. */
export const templateSchema = z.strictObject({
  key: z.enum(templateKeys),
  name: z.string(),
  /** What the idea says, and where it comes from. */
  idea: z.string(),
  source: z.string(),
  /** What it needs, what of the data plays that part, and whether it can do without. */
  roles: z.array(templateRoleSchema),
  /** `ready` = all roles found; `partly` = all required ones; `missing` = a required one is not there. */
  availability: z.enum(['ready', 'partly', 'missing']),
  /** Only what the found roles allow, those that only others are made from included. */
  measures: z.array(measureSchema),
  /** Scores the measures above; null when there is none. */
  scorecard: scorecardSchema.nullable(),
});

export const behaviourKeys = [
  'keepsUsing',
  'comesBack',
  'manyUse',
  'goesDeep',
  'grows',
  'recommends',
  'joinsIn',
  'reads',
  'talks',
  'talkedLately',
] as const;

export const goalKeys = ['loyalty', 'adoption', 'growth', 'relationship'] as const;

/** A behaviour that shows a goal: what it is measured by, and a target to begin with. */
export const behaviourSchema = z.strictObject({
  key: z.enum(behaviourKeys),
  name: z.string(),
  reason: z.string(),
  /** What the target counts. */
  unit: z.string(),
  target: z.number(),
  /** Whether reaching the target means being at it or above, or at it or below. */
  direction: z.enum(['higher', 'lower']),
  roles: z.array(templateRoleSchema),
  /** Its measure and what that is made from, last the measure itself; empty where a role is missing. */
  measures: z.array(measureSchema),
});

/** What a goal is worked back from. */
export const goalPathSchema = z.strictObject({
  goals: z.array(
    z.strictObject({
      key: z.enum(goalKeys),
      goal: z.string(),
      healthyCustomer: z.string(),
      behaviours: z.array(z.enum(behaviourKeys)),
    }),
  ),
  behaviours: z.array(behaviourSchema),
});

/** What a person decided on the way back from a goal. */
export const goalChoiceSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  goal: z.string().max(500),
  healthyCustomer: z.string().max(500),
  aim: aimSchema,
  behaviours: z
    .array(z.strictObject({ key: z.enum(behaviourKeys), target: z.number(), reason: z.string().max(500) }))
    .min(1)
    .max(behaviourKeys.length),
});

export type TemplateKey = (typeof templateKeys)[number];
export type Template = z.infer<typeof templateSchema>;
export type TemplateRole = z.infer<typeof templateRoleSchema>;
export type ChosenRoles = z.infer<typeof chosenRolesSchema>;
export type RoleKey = (typeof roleKeys)[number];
export type BehaviourKey = (typeof behaviourKeys)[number];
export type GoalKey = (typeof goalKeys)[number];
export type Behaviour = z.infer<typeof behaviourSchema>;
export type GoalPath = z.infer<typeof goalPathSchema>;
export type GoalChoice = z.infer<typeof goalChoiceSchema>;
