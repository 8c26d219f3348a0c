import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface RunningHost {
  /** With its token, which works once. */
  readonly address: string;
  readonly origin: string;
  readonly dataFolder: string;
  readonly workspaceFolder: string;
  readonly process: ChildProcess;
  /** What the host has printed so far. */
  output(): string;
  /** Presses Enter in the host's terminal and reads the address it prints. */
  nextAddress(): Promise<string>;
  /** Ctrl-C; resolves to the exit code. The folders stay until `remove`. */
  stop(): Promise<number | null>;
  remove(): Promise<void>;
}

export interface HostOptions {
  /** Flags for the host's own Node. */
  readonly nodeOptions?: string;
}

const program = resolve(import.meta.dirname, '../../dist/loopback/loopback.mjs');

/** Starts the built loopback host on a free port with folders of its own (or those given, to reopen them). */
export async function startHost(
  folders?: Pick<RunningHost, 'dataFolder' | 'workspaceFolder'>,
  args: readonly string[] = [],
  options: HostOptions = {},
): Promise<RunningHost> {
  const base = await mkdtemp(join(tmpdir(), 'myaku-e2e-'));
  const dataFolder = folders?.dataFolder ?? join(base, 'data');
  const workspaceFolder = folders?.workspaceFolder ?? join(base, 'workspaces');
  const flags = ['--no-open', '--port=0', `--data=${dataFolder}`, `--folder=${workspaceFolder}`];
  const nodeFlags = options.nodeOptions === undefined ? [] : [options.nodeOptions];
  const child = spawn(process.execPath, [...nodeFlags, program, ...flags, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (text) => {
    printed += text;
  });
  child.stderr.on('data', (text) => {
    printed += text;
  });

  const addressAfter = async (start: number): Promise<string> => {
    for (let waitedMs = 0; waitedMs < 20_000; waitedMs += 20) {
      const found = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}/.exec(printed.slice(start))?.[0];
      if (found !== undefined) return found;
      if (child.exitCode !== null) break;
      await new Promise((wake) => setTimeout(wake, 20));
    }
    child.kill('SIGKILL');
    throw new Error(`The host printed no address:\n${printed}`);
  };
  const address = await addressAfter(0);
  return {
    address,
    origin: new URL(address).origin,
    dataFolder,
    workspaceFolder,
    process: child,
    output: () => printed,
    nextAddress() {
      const start = printed.length;
      child.stdin.write('\n');
      return addressAfter(start);
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      const limit = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(limit);
      return child.exitCode;
    },
    remove: () => rm(base, { recursive: true, force: true }),
  };
}
