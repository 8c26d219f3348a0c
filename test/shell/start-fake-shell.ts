import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Engine, HostFile } from '../../electron/engine/engine.ts';
import { type ShellParts, startShell } from '../../electron/shell/start-shell.ts';
import type { EngineEvent } from '../../shared/ipc/events.ts';
import { fail, type Result, succeed } from '../../shared/ipc/result.ts';
import {
  createFakeElectron,
  type FakeElectron,
  type FakeOptions,
  type FakeWindow,
} from '../helpers/fake-electron.ts';

/** An engine that records what reaches it; the shell's tests look at the carrier, not at the answers. */
export interface RecordingEngine extends Engine {
  readonly dispatched: { channel: string; payload: unknown }[];
  readonly registered: HostFile[];
  readonly opened: string[];
  readonly emit: (event: EngineEvent) => void;
  saveAnswer: Result<unknown>;
  openAnswer: Result<unknown>;
  isClosed: boolean;
}

export function createRecordingEngine(): RecordingEngine {
  const listeners = new Set<(event: EngineEvent) => void>();
  const engine: RecordingEngine = {
    dispatched: [],
    registered: [],
    opened: [],
    saveAnswer: succeed(null),
    openAnswer: succeed(null),
    isClosed: false,
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    dispatch: async (channel, payload) => {
      engine.dispatched.push({ channel, payload });
      return channel === 'workspace.save' ? engine.saveAnswer : succeed('answered');
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    registerFile: async (file) => {
      engine.registered.push(file);
      return `token-${engine.registered.length}`;
    },
    findExport: async () => fail('notFound'),
    openPath: async (path) => {
      engine.opened.push(path);
      return engine.openAnswer;
    },
    isBusy: async () => false,
    close: async () => {
      engine.isClosed = true;
    },
  };
  return engine;
}

export interface StartedShell {
  readonly electron: FakeElectron;
  readonly engine: RecordingEngine;
  readonly window: FakeWindow;
  readonly folder: string;
  /** Sends a message as our own page's top frame, or with parts of the sender replaced. */
  readonly invoke: (channel: string, values: unknown[], sender?: Record<string, unknown>) => Promise<unknown>;
}

export interface StartOptions extends Omit<FakeOptions, 'userData'> {
  readonly argv?: readonly string[];
  readonly platform?: NodeJS.Platform;
  readonly rendererUrl?: string;
  /** A real engine in place of the recording one. */
  readonly startEngine?: ShellParts['startEngine'];
}

/** The whole shell on the fake Electron, with a built app of one page in a folder that ends with the test. */
export async function startFakeShell(options: StartOptions = {}): Promise<StartedShell> {
  const folder = mkdtempSync(join(tmpdir(), 'myaku-shell-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'dist', 'renderer'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'renderer', 'index.html'), '<!doctype html><title>Myaku</title>');
  writeFileSync(join(folder, 'dist', 'secret.html'), 'not for the window');
  const electron = createFakeElectron({ ...options, userData: folder });
  const engine = createRecordingEngine();
  await startShell({
    electron: electron.api,
    startEngine: options.startEngine ?? (async () => engine),
    dataFolder: join(folder, 'engine'),
    distFolder: join(folder, 'dist'),
    argv: ['myaku', ...(options.argv ?? [])],
    workingFolder: folder,
    platform: options.platform ?? 'linux',
    rendererUrl: options.rendererUrl,
    log: () => {},
  });
  // Where the shell stops before it opens a window, `window` is not looked at.
  const window = electron.windows[0] as FakeWindow;
  const invoke: StartedShell['invoke'] = async (channel, values, sender = {}) => {
    const handler = electron.ipc.get(channel);
    if (handler === undefined) throw new Error(`nothing handles ${channel}`);
    const contents = window.webContents;
    return handler({ sender: contents, senderFrame: contents.mainFrame, ...sender }, ...values);
  };
  return { electron, engine, window, folder, invoke };
}
