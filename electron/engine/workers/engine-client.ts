import type { Worker } from 'node:worker_threads';
import type { EngineEvent } from '../../../shared/ipc/events.ts';
import { fail } from '../../../shared/ipc/result.ts';
import type { HostPorts } from '../engine.ts';
import type { EngineMethod, EngineWorkerData, FromEngine, ToEngine } from './engine-protocol.ts';
import { startWorker } from './start-worker.ts';

export interface EngineClientInput {
  readonly data: EngineWorkerData;
  readonly ports: HostPorts;
  readonly onEvent: (event: EngineEvent) => void;
  /** The worker ended without being asked to. */
  readonly onDied: () => void;
}

/** The host's side of one engine worker: calls with answers, events, and the ports it asks the host for. */
export interface EngineClient {
  /** Answered with `engineStopped` when the worker dies first. */
  call(name: EngineMethod, args: readonly unknown[]): Promise<unknown>;
  end(): Promise<void>;
}

export function createEngineClient({ data, ports, onEvent, onDied }: EngineClientInput): EngineClient {
  const worker: Worker = startWorker(data.workers, 'engine', data);
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let isEnding = false;
  let isDead = false;
  const send = (message: ToEngine): void => worker.postMessage(message);
  const answerPort = async ({ id, name, argument }: Extract<FromEngine, { type: 'port' }>): Promise<void> => {
    // `name` and its argument were typed by HostPorts in the worker.
    send({ type: 'portReply', id, value: await ports[name](argument as 'csv' | 'workspace') });
  };
  const settle = (message: Extract<FromEngine, { type: 'reply' | 'failed' }>): void => {
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'reply') call?.resolve(message.value);
    else call?.reject(new Error(message.message));
  };
  worker.on('message', (message: FromEngine) => {
    if (message.type === 'event') onEvent(message.event);
    else if (message.type === 'log') ports.log(message.line);
    else if (message.type === 'port') void answerPort(message);
    else settle(message);
  });
  worker.on('error', (error) => ports.log(`engine: ${error.stack ?? error.message}`));
  worker.on('exit', () => {
    isDead = true;
    for (const call of waiting.values()) call.resolve(fail('engineStopped'));
    waiting.clear();
    if (!isEnding) onDied();
  });
  return {
    call: (name, args) =>
      new Promise((resolve, reject) => {
        if (isDead) return resolve(fail('engineStopped'));
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        send({ type: 'call', id, name, args });
      }),
    async end() {
      isEnding = true;
      await worker.terminate();
    },
  };
}
