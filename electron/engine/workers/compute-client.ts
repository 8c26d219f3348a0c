import type { Worker } from 'node:worker_threads';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { ComputeMessage, ComputeName, ComputeReply, ComputeRequests } from './compute-protocol.ts';
import { startWorker, type WorkerLocation } from './start-worker.ts';

/** The engine's side of the compute worker. The next call after its death starts an empty one. */
export interface ComputeClient {
  request<N extends ComputeName>(
    name: N,
    input: ComputeRequests[N]['input'],
    options?: ComputeOptions,
  ): Promise<Result<ComputeRequests[N]['output']>>;
  cancel(taskId: string): void;
  /** Grows when a new worker takes over: what the old one held is gone. */
  generation(): number;
  close(): Promise<void>;
}

export interface ComputeOptions {
  readonly taskId?: string;
  readonly transfer?: ArrayBuffer[];
  readonly onProgress?: (done: number, total: number) => void;
}

interface Waiting {
  readonly resolve: (value: Result<unknown>) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ComputeOptions['onProgress'];
}

/** Starts the compute worker; a broken promise in it rejects the call that met it. */
export function createComputeClient(workers: WorkerLocation, log: (line: string) => void): ComputeClient {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let generation = 0;
  const start = (): Worker => {
    generation++;
    const started = startWorker(workers, 'compute');
    started.on('message', (reply: ComputeReply) => settle(waiting, reply));
    started.on('error', (error) => log(`compute: ${error.stack ?? error.message}`));
    started.on('exit', () => {
      for (const call of waiting.values()) call.resolve(fail('engineStopped'));
      waiting.clear();
      worker = null;
    });
    return started;
  };
  let worker: Worker | null = null;
  const running = (): Worker => {
    worker ??= start();
    return worker;
  };
  const send = (message: ComputeMessage, transfer: ArrayBuffer[] = []) =>
    running().postMessage(message, transfer);
  return {
    request: (name, input, options) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        // The reply to a name carries that name's output: both sides are typed by ComputeRequests.
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress: options?.onProgress });
        send({ type: 'call', call: { id, name, input, taskId: options?.taskId ?? null } }, options?.transfer);
      }),
    cancel: (taskId) => worker?.postMessage({ type: 'cancel', taskId } satisfies ComputeMessage),
    generation() {
      running();
      return generation;
    },
    async close() {
      await worker?.terminate();
    },
  };
}

function settle(waiting: Map<number, Waiting>, reply: ComputeReply): void {
  const call = waiting.get(reply.id);
  if (reply.outcome === 'progress') {
    call?.onProgress?.(reply.done, reply.total);
    return;
  }
  waiting.delete(reply.id);
  if (reply.outcome === 'done') call?.resolve(succeed(reply.value));
  else if (reply.outcome === 'cancelled') call?.resolve(fail('cancelled'));
  else call?.reject(new Error(`compute: ${reply.message}`));
}
