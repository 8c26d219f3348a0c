import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Engine } from '../../electron/engine/engine.ts';
import { startEngine } from '../../electron/engine/start-engine.ts';
import type { Channel, ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import { fail, type Result } from '../../shared/ipc/result.ts';

/** The real engine with its workers from source, and temp folders of its own. */
export interface RunningEngine {
  readonly engine: Engine;
  readonly folder: string;
  /** What the engine logged: a broken promise inside it shows here. */
  readonly log: string[];
  ask<C extends Channel>(channel: C, payload: ChannelInput<C>): Promise<Result<ChannelOutput<C>>>;
  /** The same for answers that must be good. */
  get<C extends Channel>(channel: C, payload: ChannelInput<C>): Promise<ChannelOutput<C>>;
  addFile(path: string): Promise<string>;
  stop(): Promise<void>;
}

const workers = {
  folder: resolve(import.meta.dirname, '../../electron/engine/workers'),
  extension: 'ts',
} as const;

export async function runEngine(): Promise<RunningEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'myaku-engine-'));
  const log: string[] = [];
  const engine = await startEngine({
    dataFolder: join(folder, 'data'),
    workspaceFolder: join(folder, 'workspaces'),
    workers,
    ports: {
      pickFiles: async () => fail('notHere'),
      pickSavePath: async () => fail('notHere'),
      revealPath: async () => fail('notHere'),
      log: (line) => log.push(line),
    },
    host: 'loopback',
  });
  const ask: RunningEngine['ask'] = async (channel, payload) =>
    // The engine's own dispatch answers as the contract says.
    (await engine.dispatch(channel, payload)) as Result<ChannelOutput<typeof channel>>;
  return {
    engine,
    folder,
    log,
    ask,
    async get(channel, payload) {
      const result = await ask(channel, payload);
      if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)} ${log.join('\n')}`);
      return result.value;
    },
    addFile: (path) => engine.registerFile({ path, name: basename(path), temporary: false }),
    async stop() {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
