import type { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../../shared/ipc/result.ts';
import { startWorker, type WorkerLocation } from '../workers/start-worker.ts';
import type { CheckedFile, ReadInput } from './read-and-verify.ts';

export type CheckInput = ReadInput;
type CheckMessage =
  | { readonly type: 'read' }
  | { readonly type: 'checked'; readonly outcome: Result<CheckedFile> };

const limitMs = 5000;

/**
 * Opens a file in a throw-away worker before anything else does. Once read, the check has five seconds:
 * a file made to keep SQLite busy is stopped with its worker.
 */
export function checkFile(
  workers: WorkerLocation,
  input: CheckInput,
  timeLimitMs: number = limitMs,
): Promise<Result<CheckedFile>> {
  const worker = startWorker(workers, 'check', input);
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const end = (outcome: Result<CheckedFile>) => {
      clearTimeout(timer);
      void stop(worker);
      resolve(outcome);
    };
    worker.on('message', (message: CheckMessage) => {
      if (message.type === 'checked') return end(message.outcome);
      timer = setTimeout(() => end(fail('workspaceDamaged', { limitMs: timeLimitMs })), timeLimitMs);
    });
    // A crash of SQLite on hostile pages, or memory that can't be had.
    worker.on('error', () => end(fail('workspaceDamaged')));
    worker.on('exit', () => end(fail('workspaceDamaged')));
  });
}

async function stop(worker: Worker): Promise<void> {
  worker.removeAllListeners();
  worker.on('error', () => {});
  await worker.terminate();
}
