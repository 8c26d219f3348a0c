import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine, HostFile } from '../../electron/engine/engine.ts';
import { type LoopbackRules, loopbackRules } from '../../electron/loopback/loopback-rules.ts';
import { type LoopbackHost, serveLoopback } from '../../electron/loopback/serve.ts';
import type { EngineEvent } from '../../shared/ipc/events.ts';
import { fail, succeed } from '../../shared/ipc/result.ts';
import { send } from './raw-http.ts';

export interface UnderTest {
  readonly host: LoopbackHost;
  readonly port: number;
  readonly origin: string;
  readonly base: string;
  readonly registered: HostFile[];
  readonly calls: { channel: string; payload: unknown }[];
  readonly windows: number[];
  emit(event: EngineEvent): void;
  passTime(milliseconds: number): void;
  /** An address token nobody used yet. */
  freshToken(): string;
  /** A session token, got the way the renderer gets one. */
  session(): Promise<string>;
  close(): Promise<void>;
}

/** A really listening host over a hand-written engine, with `secret.txt` beside its renderer folder. */
export async function startUnderTest(
  changes: Partial<LoopbackRules> = {},
  openedByApp = false,
): Promise<UnderTest> {
  const base = await mkdtemp(join(tmpdir(), 'myaku-loopback-'));
  const rendererFolder = join(base, 'renderer');
  await mkdir(join(rendererFolder, 'assets'), { recursive: true });
  await writeFile(join(rendererFolder, 'index.html'), '<!doctype html><title>Myaku</title>');
  await writeFile(join(rendererFolder, 'assets', 'main-a1b2c3d4.js'), 'export {};');
  await writeFile(join(base, 'secret.txt'), 'secret');
  await writeFile(join(base, 'list.csv'), 'account\nA1\n');
  await symlink(join(base, 'secret.txt'), join(rendererFolder, 'assets', 'link.txt'));
  const listeners = new Set<(event: EngineEvent) => void>();
  const registered: HostFile[] = [];
  const calls: { channel: string; payload: unknown }[] = [];
  const windows: number[] = [];
  let nowMs = 1_000_000;

  const engine: Engine = {
    async dispatch(channel, payload) {
      calls.push({ channel, payload });
      if (channel === 'throws') throw new Error('a broken promise');
      return succeed({ channel, payload });
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async registerFile(file) {
      registered.push(file);
      return `file-${registered.length}`;
    },
    async findExport(token) {
      if (token !== 'export-1') return fail('notFound');
      return succeed({ path: join(base, 'list.csv'), name: '解約 (4月).csv', sizeBytes: 11 });
    },
    openPath: async () => succeed(null),
    isBusy: async () => false,
    close: async () => undefined,
  };
  const host = await serveLoopback({
    engine,
    rendererFolder,
    dataFolder: base,
    clock: () => nowMs,
    openedByApp,
    onWindowsChanged: (open) => windows.push(open),
    rules: { ...loopbackRules, ...changes },
  });
  const origin = `http://127.0.0.1:${host.port}`;
  const freshToken = () => tokenOf(host.newAddress());
  return {
    host,
    port: host.port,
    origin,
    base,
    registered,
    calls,
    windows,
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    passTime: (milliseconds) => {
      nowMs += milliseconds;
    },
    freshToken,
    async session() {
      const answer = await send(host.port, {
        method: 'POST',
        path: '/session',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify({ token: freshToken() }),
      });
      return (JSON.parse(answer.body) as { session: string }).session;
    },
    async close() {
      await host.close();
      await rm(base, { recursive: true, force: true });
    },
  };
}

export function tokenOf(address: string): string {
  return new URL(address).hash.slice('#token='.length);
}

/** The rules without the guard of that name. */
export function withoutGuard(name: string): Partial<LoopbackRules> {
  const guards = loopbackRules.guards.filter((guard) => guard.name !== name);
  if (guards.length === loopbackRules.guards.length) throw new Error(`There is no guard “${name}”.`);
  return { guards };
}

/** The rules with one limit out of the way. */
export function withLimits(limits: Partial<LoopbackRules['limits']>): Partial<LoopbackRules> {
  return { limits: { ...loopbackRules.limits, ...limits } };
}
