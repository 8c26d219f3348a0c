import { z } from 'zod';
import { explorerSchema, measureDetailSchema } from '../schemas/measure-explorer.ts';
import { id, taskId } from '../schemas/messages.ts';
import { templateSchema } from '../schemas/template.ts';

/** Calls about exploring measures and starting from templates: part of `contract.ts`. */
export const measureCalls = {
  /** All measures beside one another on the design window: noise floors, clusters, correlations. */
  'measures.explore': { input: z.strictObject({ taskId }), output: explorerSchema },
  'measures.detail': { input: z.strictObject({ measureId: id, taskId }), output: measureDetailSchema },
  /** Scorecards to start from, fitted to the columns at hand; ids are new each time. */
  'measures.templates': {
    input: z.strictObject({ language: z.enum(['ja', 'en']) }),
    output: z.strictObject({ items: z.array(templateSchema) }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
