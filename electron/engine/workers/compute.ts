import { parentPort } from 'node:worker_threads';
import { type ComputeHandlers, createComputeHandlers } from '../analysis/compute-handlers.ts';
import type { YieldNow } from '../measures/analysis-data.ts';
import type { ComputeCall, ComputeMessage, ComputeReply } from './compute-protocol.ts';
import { createHandFirst } from './hand-first.ts';

class Cancelled extends Error {}

if (parentPort !== null) serve(parentPort, createComputeHandlers());

function serve(port: NonNullable<typeof parentPort>, handlers: ComputeHandlers): void {
  const cancelled = new Set<string>();
  const hand = createHandFirst(() => performance.now());
  port.on('message', (message: ComputeMessage) => {
    if (message.type === 'cancel') cancelled.add(message.taskId);
    else void answer(message.call);
  });

  async function answer(call: ComputeCall): Promise<void> {
    port.postMessage(await run(call));
    if (call.taskId !== null) cancelled.delete(call.taskId);
  }

  async function run({ id, name, input, taskId }: ComputeCall): Promise<ComputeReply> {
    const isEdit = name === 'live.edit';
    if (isEdit) hand.moved();
    const yieldNow: YieldNow = async (progress) => {
      if (progress !== undefined)
        port.postMessage({ id, outcome: 'progress', ...progress } satisfies ComputeReply);
      await (isEdit ? new Promise<void>((resolve) => setImmediate(resolve)) : hand.rest());
      if (taskId !== null && cancelled.has(taskId)) throw new Cancelled();
    };
    try {
      // `input` was typed by ComputeRequests[name] where the call was made.
      const value = await handlers[name](input as never, yieldNow);
      return { id, outcome: 'done', value };
    } catch (error) {
      if (error instanceof Cancelled) return { id, outcome: 'cancelled' };
      return {
        id,
        outcome: 'failed',
        message: error instanceof Error ? (error.stack ?? error.message) : '?',
      };
    }
  }
}
