import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Where the worker files are: `dist/workers` with `cjs` when bundled, this folder with `ts` from source. */
export interface WorkerLocation {
  readonly folder: string;
  readonly extension: 'ts' | 'cjs';
}

export type WorkerName = 'engine' | 'compute' | 'disk' | 'check';

export function startWorker(location: WorkerLocation, name: WorkerName, data: unknown = null): Worker {
  return new Worker(join(location.folder, `${name}.${location.extension}`), { workerData: data });
}
