import type { EngineEvent } from '../../shared/ipc/events.ts';
import type { Result } from '../../shared/ipc/result.ts';

/** A file that a host has on disk for the engine. `temporary` files are deleted once imported or at close. */
export interface HostFile {
  readonly path: string;
  readonly name: string;
  readonly temporary: boolean;
}

/** What a host hands to the engine. Ports a host lacks answer `notHere`. */
export interface HostPorts {
  pickFiles(purpose: 'csv' | 'workspace'): Promise<Result<readonly HostFile[]>>;
  pickSavePath(suggestedName: string): Promise<Result<string | null>>;
  revealPath(path: string): Promise<Result<null>>;
  log(line: string): void;
}

/** The engine as a host sees it: carries (channel, payload) → Result, emits events, keeps file tokens. */
export interface Engine {
  dispatch(channel: string, payload: unknown): Promise<Result<unknown>>;
  onEvent(listener: (event: EngineEvent) => void): () => void;
  /** Turns a path known to the host into the token that the renderer holds. */
  registerFile(file: HostFile): Promise<string>;
  /** Resolves an export token to the file the engine wrote. */
  findExport(token: string): Promise<Result<{ path: string; name: string; sizeBytes: number }>>;
  /** Opens a workspace by path (argument of the command line, double-click). */
  openPath(path: string): Promise<Result<unknown>>;
  /** True while something is unsaved or running. */
  isBusy(): Promise<boolean>;
  /** Saves, releases the lock, ends the workers. */
  close(): Promise<void>;
}
