import { z } from 'zod';
import { importPlanSchema } from '../../../shared/schemas/import-plan.ts';
import { grains, metricKinds } from '../../../shared/schemas/measure.ts';

/** Name of the entry that says how the others are read. */
export const manifestName = 'myaku-export.json';

/** How the files of an export are read back: the plan of each, in the order in which they are imported. */
export const exportManifestSchema = z.strictObject({
  format: z.literal('myaku-export'),
  version: z.literal(1),
  /** In the order of the workspace, with what no CSV says. */
  metrics: z
    .array(
      z.strictObject({
        name: z.string().max(200),
        kind: z.enum(metricKinds),
        grain: z.enum(grains),
        lagDays: z.int().min(0).max(366),
      }),
    )
    .max(10_000),
  mainUsage: z.string().max(200).nullable(),
  files: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        plan: importPlanSchema,
        /** Its rows were typed, and come back as entries by hand. */
        byHand: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(2000),
});

export type ExportManifest = z.infer<typeof exportManifestSchema>;
