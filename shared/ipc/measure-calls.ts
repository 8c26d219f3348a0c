import { z } from 'zod';
import { measureSchema } from '../schemas/measure.ts';
import { explorerSchema, measureDetailSchema } from '../schemas/measure-explorer.ts';
import { id, taskId } from '../schemas/messages.ts';
import { aimSchema, scorecardSchema } from '../schemas/scorecard.ts';
import { chosenRolesSchema, goalChoiceSchema, goalPathSchema, templateSchema } from '../schemas/template.ts';

/** Whose words, and which columns a person chose by hand. */
const fitting = { language: z.enum(['ja', 'en']), chosen: chosenRolesSchema };

/** Calls about exploring measures and starting from templates: part of `contract.ts`. */
export const measureCalls = {
  /** All measures beside one another on the scorecard's design window: noise floors, clusters, correlations. */
  'measures.explore': {
    input: z.strictObject({ aim: aimSchema, scorecardId: id.optional(), taskId }),
    output: explorerSchema,
  },
  'measures.detail': {
    input: z.strictObject({ measureId: id, aim: aimSchema, scorecardId: id.optional(), taskId }),
    output: measureDetailSchema,
  },
  /** Scorecards to start from, fitted to the columns at hand; ids are new each time. */
  'measures.templates': {
    input: z.strictObject(fitting),
    output: z.strictObject({ items: z.array(templateSchema) }),
  },
  'measures.goalPath': { input: z.strictObject(fitting), output: goalPathSchema },
  /** The scorecard of a goal worked backwards; a preview, nothing is changed. */
  'measures.fromGoal': {
    input: z.strictObject({ ...fitting, choice: goalChoiceSchema }),
    output: z.strictObject({ measures: z.array(measureSchema), scorecard: scorecardSchema.nullable() }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
