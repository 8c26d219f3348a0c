import { parentPort, workerData } from 'node:worker_threads';
import { succeed } from '../../../shared/ipc/result.ts';
import { createEngine } from '../create-engine.ts';
import type { HostFile, HostPorts } from '../engine.ts';
import type { EngineMethod, EngineWorkerData, FromEngine, PortName, ToEngine } from './engine-protocol.ts';

// Given by start-engine.ts, which is typed with the same EngineWorkerData.
if (parentPort !== null) serve(parentPort, workerData as EngineWorkerData);

function serve(port: NonNullable<typeof parentPort>, options: EngineWorkerData): void {
  const send = (message: FromEngine) => port.postMessage(message);
  const waiting = new Map<number, (value: unknown) => void>();
  let lastPort = 0;
  // What a port answers is typed by HostPorts on both sides.
  const ask = (name: PortName, argument: string) =>
    new Promise<never>((resolve) => {
      const id = ++lastPort;
      waiting.set(id, resolve as (value: unknown) => void);
      send({ type: 'port', id, name, argument });
    });
  const ports: Omit<HostPorts, 'log'> = {
    pickFiles: (purpose) => ask('pickFiles', purpose),
    pickSavePath: (name) => ask('pickSavePath', name),
    revealPath: (path) => ask('revealPath', path),
  };
  const engine = createEngine(options, {
    ports,
    log: (line) => send({ type: 'log', line }),
    emit: (event) => send({ type: 'event', event }),
    now: Date.now,
  });
  const methods: Record<EngineMethod, (...args: never[]) => unknown> = {
    dispatch: (channel: string, payload: unknown) => engine.dispatch(channel, payload),
    registerFile: async (file: HostFile) => (await engine.files.add(file)).token,
    findExport: (token: string) => {
      const file = engine.exports.find(token);
      if (!file.ok) return file;
      const { path, name, sizeBytes } = file.value;
      return succeed({ path, name, sizeBytes });
    },
    openPath: (path: string, options?: { afterRestart: boolean }) => engine.openPath(path, options),
    currentPath: () => engine.currentPath(),
    isBusy: () => engine.isBusy(),
    close: () => engine.close(),
  };
  port.on('message', (message: ToEngine) => {
    if (message.type === 'portReply') {
      waiting.get(message.id)?.(message.value);
      waiting.delete(message.id);
      return;
    }
    // Arguments were typed by Engine where the call was made.
    void Promise.resolve()
      .then(() => methods[message.name](...(message.args as never[])))
      .then(
        (value) => send({ type: 'reply', id: message.id, value }),
        (error: unknown) =>
          send({
            type: 'failed',
            id: message.id,
            message: error instanceof Error ? (error.stack ?? error.message) : String(error),
          }),
      );
  });
}
