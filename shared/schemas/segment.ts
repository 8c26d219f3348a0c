import { z } from 'zod';

export const attributeConditionSchema = z.strictObject({
  type: z.literal('attribute'),
  attribute: z.string().min(1).max(200),
  operator: z.enum(['isOneOf', 'isNotOneOf', 'contains', 'atLeast', 'below']),
  values: z.array(z.string().max(400)).max(200),
});

/** One condition of a segment; all conditions of a segment must hold. */
export const conditionSchema = z.discriminatedUnion('type', [
  /** The empty id stands for "not scored". */
  z.strictObject({ type: z.literal('band'), bandIds: z.array(z.string().max(64)).max(20) }),
  z.strictObject({
    type: z.literal('score'),
    operator: z.enum(['below', 'atLeast']),
    value: z.number().min(0).max(100),
  }),
  attributeConditionSchema,
  /** One of these cells (0–3) of a pattern of the scorecard. */
  z.strictObject({
    type: z.literal('pattern'),
    patternId: z.string().min(1).max(64),
    cells: z.array(z.int().min(0).max(3)).max(4),
  }),
]);

/** A saved filter over accounts. */
export const segmentSchema = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(120),
  conditions: z.array(conditionSchema).max(30),
});

export type Condition = z.infer<typeof conditionSchema>;
export type Segment = z.infer<typeof segmentSchema>;
