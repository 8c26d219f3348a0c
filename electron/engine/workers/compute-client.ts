import type { Worker } from 'node:worker_threads';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { ComputeMessage, ComputeName, ComputeReply, ComputeRequests } from './compute-protocol.ts';
import { startWorker, type WorkerLocation } from './start-worker.ts';

/** The engine's side of the compute worker. */
export interface ComputeClient {
  request<N extends ComputeName>(
    name: N,
    input: ComputeRequests[N]['input'],
    options?: { readonly taskId?: string; readonly transfer?: ArrayBuffer[] },
  ): Promise<Result<ComputeRequests[N]['output']>>;
  cancel(taskId: string): void;
  close(): Promise<void>;
}

/** Starts the compute worker; a broken promise in it rejects the call that met it. */
export function createComputeClient(workers: WorkerLocation): ComputeClient {
  const worker: Worker = startWorker(workers, 'compute');
  const waiting = new Map<
    number,
    { resolve: (value: Result<unknown>) => void; reject: (error: Error) => void }
  >();
  let lastId = 0;
  const send = (message: ComputeMessage, transfer: ArrayBuffer[] = []) =>
    worker.postMessage(message, transfer);
  const failAll = (error: Error): void => {
    for (const call of waiting.values()) call.reject(error);
    waiting.clear();
  };
  worker.on('message', (reply: ComputeReply) => {
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.outcome === 'done') call?.resolve(succeed(reply.value));
    else if (reply.outcome === 'cancelled') call?.resolve(fail('cancelled'));
    else call?.reject(new Error(`compute: ${reply.message}`));
  });
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('the compute worker ended')));
  return {
    request: (name, input, options) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        // The reply to a name carries that name's output: both sides are typed by ComputeRequests.
        waiting.set(id, { resolve: resolve as (value: Result<unknown>) => void, reject });
        send({ type: 'call', call: { id, name, input, taskId: options?.taskId ?? null } }, options?.transfer);
      }),
    cancel: (taskId) => send({ type: 'cancel', taskId }),
    close: async () => {
      await worker.terminate();
    },
  };
}
