import type { EngineEvent } from '../../shared/ipc/events.ts';
import type { EngineOptions } from './context.ts';
import type { Engine, HostPorts } from './engine.ts';
import { createEngineClient, type EngineClient } from './workers/engine-client.ts';

/** An engine that dies more often than this in the span is left stopped: every call says so. */
const maximumDeaths = 3;
const deathSpanMs = 30_000;

/**
 * Starts the engine in its worker thread and hands the host its handle. If the worker dies, the calls under way end
 * with `engineStopped`, a new worker reopens the last saved image, and `engine.restarted` is said.
 */
export async function startEngine(options: EngineOptions & { readonly ports: HostPorts }): Promise<Engine> {
  const { ports, ...data } = options;
  const listeners = new Set<(event: EngineEvent) => void>();
  let path: unknown = null;
  const emit = (event: EngineEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const start = (): EngineClient =>
    createEngineClient({
      data,
      ports,
      onEvent(event) {
        if (event.type === 'workspace.switched') void rememberPath();
        emit(event);
      },
      onDied: () => void restart(),
    });
  let client = start();
  const rememberPath = async (): Promise<void> => {
    path = await client.call('currentPath', []);
  };
  const deaths: number[] = [];
  const restart = async (): Promise<void> => {
    deaths.push(performance.now());
    if (deaths.length > maximumDeaths && performance.now() - deaths.at(-1 - maximumDeaths)! < deathSpanMs) {
      ports.log('engine: it ended again and again and is not started any more');
      return;
    }
    client = start();
    if (typeof path === 'string') await client.call('openPath', [path, { afterRestart: true }]);
    emit({ type: 'engine.restarted' });
  };
  // What a method answers is typed by Engine; the worker serves the same names.
  return {
    dispatch: (channel, payload) =>
      client.call('dispatch', [channel, payload]) as ReturnType<Engine['dispatch']>,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    registerFile: (file) => client.call('registerFile', [file]) as Promise<string>,
    findExport: (token) => client.call('findExport', [token]) as ReturnType<Engine['findExport']>,
    openPath: (file) => client.call('openPath', [file]) as ReturnType<Engine['openPath']>,
    isBusy: () => client.call('isBusy', []) as Promise<boolean>,
    async close() {
      await client.call('close', []);
      await client.end();
    },
  };
}
