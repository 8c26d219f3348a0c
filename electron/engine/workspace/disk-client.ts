import type { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../../shared/ipc/result.ts';
import { startWorker, type WorkerLocation } from '../workers/start-worker.ts';
import type { Backup, BackupRequest } from './back-up-file.ts';
import type { KnownFile, SaveRequest } from './save-image.ts';

export type DiskTask =
  | { readonly type: 'save'; readonly request: SaveRequest }
  | { readonly type: 'backUp'; readonly request: BackupRequest };

export interface DiskCall {
  readonly id: number;
  readonly task: DiskTask;
}

export interface DiskReply {
  readonly id: number;
  readonly outcome: Result<KnownFile> | Result<Backup>;
}

/** The disk worker as the engine sees it. Calls are answered in order; a worker that dies fails its calls. */
export interface DiskClient {
  save(request: SaveRequest): Promise<Result<KnownFile>>;
  backUp(request: BackupRequest): Promise<Result<Backup>>;
  /** Ends the worker once everything asked for is answered. */
  stop(): Promise<void>;
}

export function createDiskClient(workers: WorkerLocation): DiskClient {
  const waiting = new Map<number, (outcome: Result<never>) => void>();
  let worker: Worker | null = null;
  let lastId = 0;
  let lastAnswer: Promise<unknown> = Promise.resolve();

  const fallOver = () => {
    worker = null;
    for (const settle of waiting.values()) settle(fail('diskFailed'));
    waiting.clear();
  };

  const running = (): Worker => {
    if (worker !== null) return worker;
    const started = startWorker(workers, 'disk');
    started.on('message', (reply: DiskReply) => {
      const settle = waiting.get(reply.id);
      waiting.delete(reply.id);
      // The kind of outcome follows from the task that was sent under this id.
      settle?.(reply.outcome as Result<never>);
    });
    started.on('error', () => {});
    started.on('exit', fallOver);
    worker = started;
    return started;
  };

  const ask = <T>(task: DiskTask, transfer: ArrayBuffer[]): Promise<Result<T>> => {
    const answer = new Promise<Result<T>>((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      running().postMessage({ id: lastId, task } satisfies DiskCall, transfer);
    });
    lastAnswer = answer;
    return answer;
  };

  return {
    save: (request) => ask({ type: 'save', request }, [request.image.buffer as ArrayBuffer]),
    backUp: (request) => ask({ type: 'backUp', request }, []),
    async stop() {
      await lastAnswer;
      await worker?.terminate();
    },
  };
}
