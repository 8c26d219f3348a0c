import type { EngineEvent } from '../../shared/ipc/events.ts';
import { fail, type Result, succeed } from '../../shared/ipc/result.ts';
import type { HostPorts } from './engine.ts';
import type { FileTokens } from './files/file-tokens.ts';
import type { Tasks } from './tasks.ts';
import type { ComputeClient } from './workers/compute-client.ts';
import type { WorkerLocation } from './workers/start-worker.ts';
import type { RefusedFile } from './workspace/refused-file.ts';
import type { Workspace } from './workspace/workspace-session.ts';

export interface EngineOptions {
  readonly dataFolder: string;
  readonly workspaceFolder: string;
  readonly workers: WorkerLocation;
  readonly host: 'loopback' | 'electron';
}

/** What services share: passed to each by `create-engine.ts`, never looked up. */
export interface EngineContext {
  readonly options: EngineOptions;
  readonly ports: Omit<HostPorts, 'log'>;
  readonly log: (line: string) => void;
  readonly now: () => number;
  readonly emit: (event: EngineEvent) => void;
  readonly files: FileTokens;
  readonly exports: FileTokens;
  readonly tasks: Tasks;
  readonly compute: ComputeClient;
  /** The one open workspace, and the file that could not be opened in its place. `isBeingMade`: the sample is being written into it. */
  readonly open: { workspace: Workspace | null; refused: RefusedFile | null; isBeingMade: boolean };
}

/** The open workspace, or `noWorkspace`. */
export function requireWorkspace(context: EngineContext): Result<Workspace> {
  const { workspace } = context.open;
  return workspace === null ? fail('noWorkspace') : succeed(workspace);
}

/** Lets other messages in. */
export function yieldNow(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
