import { appendFileSync, existsSync, mkdirSync, statSync, truncateSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fail } from '../../shared/ipc/result.ts';
import type { Engine, HostPorts } from '../engine/engine.ts';
import { startEngine } from '../engine/start-engine.ts';
import { findBrowser } from './find-browser.ts';
import { openWindow, whyNoWindow, windowArguments } from './open-window.ts';
import { type HostArguments, readArguments } from './read-arguments.ts';
import { type LoopbackHost, serveLoopback } from './serve.ts';
import { createIdleStop } from './stop-when-idle.ts';

const built = resolve(import.meta.dirname, '..');
const idleMs = 60_000;
const windowWaitMs = 20_000;

await run();

async function run(): Promise<void> {
  try {
    const source = { args: process.argv.slice(2), env: process.env, currentFolder: process.cwd() };
    await start(readArguments(source));
  } catch (error) {
    console.error(sentenceOf(error as NodeJS.ErrnoException));
    process.exit(1);
  }
}

async function start(options: HostArguments): Promise<void> {
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  mkdirSync(options.workspaceFolder, { recursive: true });
  const machine = { platform: process.platform, env: process.env, home: homedir() };
  const browser = findBrowser(machine, existsSync);
  const reason =
    whyNoWindow(machine, process.getuid?.()) ?? (browser ? null : 'no Chromium, Chrome or Edge was found');
  const opensWindow = options.opensWindow && reason === null;
  const log = openLog(options.dataFolder);

  const engine = await startEngine({
    dataFolder: options.dataFolder,
    workspaceFolder: options.workspaceFolder,
    workers: { folder: join(built, 'workers'), extension: 'cjs' },
    ports: portsOf(log),
    host: 'loopback',
  });
  let windows = 0;
  const idle = createIdleStop({
    isBusy: () => engine.isBusy(),
    stop: () => void stop(0, 'The last window was closed.'),
    delayMs: idleMs,
    retryMs: 5000,
  });
  const host = await serveLoopback({
    engine,
    rendererFolder: join(built, 'renderer'),
    dataFolder: options.dataFolder,
    port: options.port,
    clock: Date.now,
    openedByApp: opensWindow,
    onWindowsChanged: (open) => {
      windows = open;
      idle.windowsChanged(open);
    },
  });
  const stop = createStop(host, engine, idle.end);
  stopOnSignals(stop, log);
  if (options.file !== null) await openFile(engine, options.file);

  if (opensWindow && browser !== null) {
    console.log(
      `Myaku runs at http://127.0.0.1:${host.port}/ and opens in its own window. Ctrl-C saves and stops.`,
    );
    const profile = join(options.dataFolder, 'window');
    let hasOffered = false;
    const offerAddress = () => {
      if (windows > 0 || hasOffered) return;
      hasOffered = true;
      console.log(`No window? Open this address in a browser: ${host.newAddress()}`);
    };
    openWindow(browser, windowArguments(host.address, profile), offerAddress);
    setTimeout(offerAddress, windowWaitMs).unref();
  } else {
    if (options.opensWindow) console.log(`Myaku opens no window itself: ${reason}.`);
    console.log(`Open this address in a browser: ${host.address}`);
    console.log('It works once. Enter prints a new one; Ctrl-C saves and stops.');
  }
  createInterface({ input: process.stdin }).on('line', () => console.log(host.newAddress()));
}

/** This host has no dialogs: the renderer offers the other way. */
function portsOf(log: (line: string) => void): HostPorts {
  return {
    pickFiles: async () => fail('notHere'),
    pickSavePath: async () => fail('notHere'),
    revealPath: async () => fail('notHere'),
    log,
  };
}

function openLog(dataFolder: string): (line: string) => void {
  const path = join(dataFolder, 'myaku.log');
  if (existsSync(path) && statSync(path).size > 1_000_000) truncateSync(path);
  return (line) => appendFileSync(path, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 });
}

async function openFile(engine: Engine, path: string): Promise<void> {
  const opened = await engine.openPath(path);
  if (!opened.ok)
    console.error(`${path} was not opened (${opened.error.code}); choose a workspace in the app.`);
}

type Stop = (exitCode: number, why: string) => Promise<void>;

/** Saves, closes and ends the process, once. */
function createStop(host: LoopbackHost, engine: Engine, endIdle: () => void): Stop {
  let hasStarted = false;
  return async (exitCode, why) => {
    if (hasStarted) return;
    hasStarted = true;
    endIdle();
    console.log(`${why} Saving and stopping.`.trim());
    try {
      await engine.close();
      await host.close();
      process.exit(exitCode);
    } catch (error) {
      console.error(`Myaku could not close in order: ${(error as Error).message}`);
      process.exit(1);
    }
  };
}

function stopOnSignals(stop: Stop, log: (line: string) => void): void {
  // A terminal sends Ctrl-C to the whole group and npm passes it on: the second is the same one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0, ''));
  process.on('uncaughtException', (error) => {
    log(`uncaught: ${error.stack}`);
    void stop(1, `Something went wrong: ${error.message}.`);
  });
}

function sentenceOf(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return 'That port is in use: choose another with --port, or leave it out for a free one.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Myaku may not write or listen there: ${error.message}.`;
    default:
      return `Myaku could not start: ${error.message}`;
  }
}
