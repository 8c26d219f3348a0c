import type { EngineEvent } from '../../shared/ipc/events.ts';
import { errorCodes, fail, type Result, succeed } from '../../shared/ipc/result.ts';
import type { AddedFile, Carrier } from './carrier.ts';

/** What the preload script puts on `window.myaku`. */
export interface PreloadBridge {
  readonly host: 'electron';
  call(channel: string, payload: unknown): Promise<Result<unknown>>;
  onEvent(listener: (event: EngineEvent) => void): () => void;
  /** Answers the file's token; rejects with the error code as message. */
  registerDroppedFile(file: File): Promise<string>;
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
    addFile: (file) => register(bridge, file),
    saveExport: (exported) =>
      bridge.call('files.saveExport', { token: exported.token }) as Promise<Result<{ saved: boolean }>>,
  };
}

async function register(bridge: PreloadBridge, file: File): Promise<Result<AddedFile>> {
  try {
    const token = await bridge.registerDroppedFile(file);
    return succeed({ token, name: file.name, sizeBytes: file.size });
  } catch (thrown) {
    // The bridge between the two worlds carries an error's message only.
    const code = errorCodes.find((known) => thrown instanceof Error && thrown.message.endsWith(known));
    return fail(code ?? 'internal');
  }
}
