import type { Worker } from 'node:worker_threads';
import type { EngineEvent } from '../../shared/ipc/events.ts';
import { fail } from '../../shared/ipc/result.ts';
import type { EngineOptions } from './context.ts';
import type { Engine, HostPorts } from './engine.ts';
import type { EngineMethod, FromEngine, ToEngine } from './workers/engine-protocol.ts';
import { startWorker } from './workers/start-worker.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts the engine in its worker thread and hands the host its handle. If the worker dies, the calls under way end
 * with `engineStopped`, a new worker reopens the last saved image, and `engine.restarted` is said.
 */
export async function startEngine(options: EngineOptions & { readonly ports: HostPorts }): Promise<Engine> {
  const { ports, ...workerOptions } = options;
  const listeners = new Set<(event: EngineEvent) => void>();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let isClosing = false;
  let openPath: string | null = null;
  let worker = start();

  function start(): Worker {
    const started = startWorker(workerOptions.workers, 'engine', workerOptions);
    started.on('message', receive);
    started.on('error', (error) => ports.log(`engine: ${error.stack ?? error.message}`));
    started.on('exit', restart);
    return started;
  }

  function receive(message: FromEngine): void {
    switch (message.type) {
      case 'event':
        if (message.event.type === 'workspace.switched') void rememberPath();
        for (const listener of listeners) listener(message.event);
        return;
      case 'log':
        ports.log(message.line);
        return;
      case 'port':
        void answerPort(message);
        return;
      case 'reply':
      case 'failed': {
        const call = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.type === 'reply') call?.resolve(message.value);
        else call?.reject(new Error(message.message));
      }
    }
  }

  async function answerPort({ id, name, argument }: Extract<FromEngine, { type: 'port' }>): Promise<void> {
    // `name` and its argument were typed by HostPorts in the worker.
    const value = await ports[name](argument as 'csv' | 'workspace');
    send({ type: 'portReply', id, value });
  }

  function restart(): void {
    for (const call of waiting.values()) call.resolve(fail('engineStopped'));
    waiting.clear();
    if (isClosing) return;
    worker = start();
    const announce = () => {
      for (const listener of listeners) listener({ type: 'engine.restarted' });
    };
    if (openPath === null) announce();
    else void call('openPath', [openPath, { afterRestart: true }]).then(announce, announce);
  }

  async function rememberPath(): Promise<void> {
    // The worker answers with the path of the open workspace, or null.
    openPath = (await call('currentPath', [])) as string | null;
  }

  function send(message: ToEngine): void {
    worker.postMessage(message);
  }

  function call(name: EngineMethod, args: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      send({ type: 'call', id, name, args });
    });
  }

  // What a method answers is typed by Engine; the worker serves the same names.
  return {
    dispatch: async (channel, payload) =>
      call('dispatch', [channel, payload]) as ReturnType<Engine['dispatch']>,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    registerFile: (file) => call('registerFile', [file]) as Promise<string>,
    findExport: (token) => call('findExport', [token]) as ReturnType<Engine['findExport']>,
    openPath: (path) => call('openPath', [path]) as ReturnType<Engine['openPath']>,
    isBusy: () => call('isBusy', []) as Promise<boolean>,
    async close() {
      isClosing = true;
      await call('close', []);
      await worker.terminate();
    },
  };
}
