import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import WebSocket from 'ws';
import type { Engine } from '../../electron/engine/engine.ts';
import { startEngine } from '../../electron/engine/start-engine.ts';
import { serveLoopback } from '../../electron/loopback/serve.ts';
import { callChannel, dropChannel } from '../../shared/ipc/channel-names.ts';
import { type Channel, type ChannelInput, type ChannelOutput, contract } from '../../shared/ipc/contract.ts';
import { fail, type Result } from '../../shared/ipc/result.ts';
import { startFakeShell } from '../shell/start-fake-shell.ts';

const workers = {
  folder: resolve(import.meta.dirname, '../../electron/engine/workers'),
  extension: 'ts',
} as const;

/** A renderer's view of one host: calls, and files handed over as that host takes them. */
export interface HostClient {
  raw(channel: string, payload: unknown): Promise<Result<unknown>>;
  addFile(path: string): Promise<string>;
  readonly workspaceFolder: string;
  readonly dataFolder: string;
}

export interface ContractClient extends HostClient {
  /** Calls, and checks the answer against the contract's output. */
  ask<C extends Channel>(channel: C, payload: ChannelInput<C>): Promise<Result<ChannelOutput<C>>>;
  /** The same for answers that must be good. */
  get<C extends Channel>(channel: C, payload: ChannelInput<C>): Promise<ChannelOutput<C>>;
}

export const hosts: readonly (readonly [name: string, connect: () => Promise<ContractClient>])[] = [
  ['loopback', async () => checked(await connectLoopback())],
  ['electron', async () => checked(await connectElectron())],
];

function checked(client: HostClient): ContractClient {
  const ask: ContractClient['ask'] = async (channel, payload) => {
    const result = await client.raw(channel, payload);
    if (!result.ok) return result;
    // Strict: a field the contract does not know, or a typed array lost on the way, fails here.
    const value = contract[channel].output.parse(result.value);
    return { ok: true, value } as Result<ChannelOutput<typeof channel>>;
  };
  return {
    ...client,
    ask,
    async get(channel, payload) {
      const result = await ask(channel, payload);
      if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
      return result.value;
    },
  };
}

async function connectLoopback(): Promise<HostClient> {
  const folder = mkdtempSync(join(tmpdir(), 'myaku-contract-'));
  const folders = { dataFolder: join(folder, 'data'), workspaceFolder: join(folder, 'workspaces') };
  const engine = await startHere(folders);
  const host = await serveLoopback({
    engine,
    rendererFolder: folder,
    dataFolder: folders.dataFolder,
    clock: Date.now,
    openedByApp: false,
  });
  const origin = `http://127.0.0.1:${host.port}`;
  const headers = { origin, 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ token: new URL(host.address).hash.slice('#token='.length) }),
  });
  const { session } = (await answer.json()) as { session: string };
  const socket = new WebSocket(`ws://127.0.0.1:${host.port}/socket`, ['myaku', `token.${session}`], {
    origin,
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  onTestFinished(async () => {
    socket.close();
    await host.close();
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as { id?: number; result?: Result<unknown> };
    if (message.id !== undefined && message.result !== undefined) waiting.get(message.id)?.(message.result);
  });
  let lastId = 0;
  return {
    ...folders,
    raw: (channel, payload) =>
      new Promise((resolve) => {
        waiting.set(++lastId, resolve);
        socket.send(JSON.stringify({ id: lastId, channel, payload }));
      }),
    async addFile(path) {
      const uploaded = await fetch(`${origin}/upload?name=${encodeURIComponent(basename(path))}`, {
        method: 'POST',
        headers: {
          ...headers,
          authorization: `Bearer ${session}`,
          'content-type': 'application/octet-stream',
        },
        body: await readFile(path),
      });
      return ((await uploaded.json()) as { token: string }).token;
    },
  };
}

async function connectElectron(): Promise<HostClient> {
  const engines: Engine[] = [];
  const folders = { dataFolder: '', workspaceFolder: '' };
  const shell = await startFakeShell({
    startEngine: async ({ dataFolder, workspaceFolder, ports }) => {
      const engine = await startEngine({ dataFolder, workspaceFolder, workers, ports, host: 'electron' });
      engines.push(engine);
      Object.assign(folders, { dataFolder, workspaceFolder });
      return engine;
    },
  });
  onTestFinished(async () => {
    for (const engine of engines) await engine.close();
  });
  return {
    ...folders,
    raw: (channel, payload) => shell.invoke(callChannel, [channel, payload]) as Promise<Result<unknown>>,
    async addFile(path) {
      const dropped = (await shell.invoke(dropChannel, [path])) as Result<string>;
      if (!dropped.ok) throw new Error(dropped.error.code);
      return dropped.value;
    },
  };
}

function startHere(folders: { dataFolder: string; workspaceFolder: string }): Promise<Engine> {
  return startEngine({
    ...folders,
    workers,
    ports: {
      pickFiles: async () => fail('notHere'),
      pickSavePath: async () => fail('notHere'),
      revealPath: async () => fail('notHere'),
      log: () => {},
    },
    host: 'loopback',
  });
}
