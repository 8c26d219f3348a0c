import type { EngineEvent } from '../../shared/ipc/events.ts';
import type { Result } from '../../shared/ipc/result.ts';
import type { AddedFile, Carrier } from './carrier.ts';

/** What the preload script puts on `window.myaku`. */
export interface PreloadBridge {
  readonly host: 'electron';
  call(channel: string, payload: unknown): Promise<Result<unknown>>;
  onEvent(listener: (event: EngineEvent) => void): () => void;
  registerDroppedFile(file: File): Promise<Result<AddedFile>>;
}

export function createElectronCarrier(bridge: PreloadBridge): Carrier {
  return {
    host: 'electron',
    call: (channel, payload) => bridge.call(channel, payload),
    onEvent: (listener) => bridge.onEvent(listener),
    onState(listener) {
      listener('ready');
      return () => undefined;
    },
    addFile: (file) => bridge.registerDroppedFile(file),
    saveExport: (exported) =>
      bridge.call('files.saveExport', { token: exported.token }) as Promise<Result<{ saved: boolean }>>,
  };
}
