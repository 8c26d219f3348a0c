import type { EngineEvent } from '../../shared/ipc/events.ts';
import type { Result } from '../../shared/ipc/result.ts';

/** A file the engine knows by its token. */
export interface AddedFile {
  readonly token: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** The person raised the limit on the size of this file. */
  readonly allowLarge?: boolean;
}

/** A file the engine has written and the person may keep. */
export interface ExportedFile {
  readonly token: string;
  readonly name: string;
}

/**
 * `connecting` until the first answer can come, `lost` while the host is away and tried again,
 * `noSession` when this window's address is used up: only a new address helps.
 */
export type ConnectionState = 'connecting' | 'ready' | 'lost' | 'noSession';

/** What carries calls to the engine: Electron's preload or the loopback host. */
export interface Carrier {
  readonly host: 'electron' | 'loopback';
  call(channel: string, payload: unknown): Promise<Result<unknown>>;
  onEvent(listener: (event: EngineEvent) => void): () => void;
  onState(listener: (state: ConnectionState) => void): () => void;
  /** `allowLarge` = the person raised the limit on the size of this file. */
  addFile(file: File, allowLarge: boolean): Promise<Result<AddedFile>>;
  saveExport(exported: ExportedFile): Promise<Result<{ saved: boolean }>>;
}
