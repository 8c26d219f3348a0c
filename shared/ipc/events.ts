import { z } from 'zod';

/** Everything the engine says unasked. Carried by WebSocket in loopback, by one IPC channel in Electron. */
export const engineEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('task.progress'),
    taskId: z.string(),
    kind: z.string(),
    done: z.number(),
    total: z.number(),
    /** Done per second, for "rows / s"; 0 while unknown. */
    rate: z.number(),
  }),
  z.strictObject({ type: z.literal('task.ended'), taskId: z.string() }),
  z.strictObject({
    type: z.literal('workspace.saveState'),
    state: z.enum(['saved', 'unsaved', 'saving', 'failed', 'readOnly']),
    /** Milliseconds since 1970 of the last image known to be on disk; null before the first. */
    savedAt: z.number().nullable(),
    errorCode: z.string().nullable(),
  }),
  /** Another workspace is open now, or none. */
  z.strictObject({ type: z.literal('workspace.switched') }),
  /** Stored data changed: whatever was derived from it is read again. */
  z.strictObject({ type: z.literal('data.changed'), revision: z.number() }),
  z.strictObject({ type: z.literal('design.changed'), revision: z.number() }),
  z.strictObject({ type: z.literal('engine.restarted') }),
  /** A menu of the host was used (new, open, undo, …). */
  z.strictObject({ type: z.literal('host.command'), command: z.string() }),
]);

export type EngineEvent = z.infer<typeof engineEventSchema>;
