// Loaded by `--import` before a host: SIGUSR2 ends its engine worker, as a crash would.
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
import workerThreads from 'node:worker_threads';

const engines = [];

workerThreads.Worker = class extends workerThreads.Worker {
  constructor(file, options) {
    super(file, options);
    if (basename(String(file)).startsWith('engine.')) engines.push(this);
  }
};
syncBuiltinESMExports();
if (workerThreads.isMainThread) process.on('SIGUSR2', () => void engines.at(-1)?.terminate());
