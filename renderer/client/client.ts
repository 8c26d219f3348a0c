import type { Channel, ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import type { EngineEvent } from '../../shared/ipc/events.ts';
import type { Result } from '../../shared/ipc/result.ts';
import type { AddedFile, Carrier, ConnectionState, ExportedFile } from './carrier.ts';
import { openCarrier } from './host.ts';

let carrier: Carrier | null = null;

/** One carrier a window, opened by the first use. */
function connected(): Carrier {
  carrier ??= openCarrier();
  return carrier;
}

export function hostName(): 'electron' | 'loopback' {
  return connected().host;
}

/** Calls the engine. Expected failures come back as values; the promise doesn't reject for them. */
export function call<C extends Channel>(
  channel: C,
  payload: ChannelInput<C>,
): Promise<Result<ChannelOutput<C>>> {
  // The engine has parsed the output against the contract of this very channel.
  return connected().call(channel, payload) as Promise<Result<ChannelOutput<C>>>;
}

export function onEvent(listener: (event: EngineEvent) => void): () => void {
  return connected().onEvent(listener);
}

export function onConnection(listener: (state: ConnectionState) => void): () => void {
  return connected().onState(listener);
}

/** Makes a dropped or chosen file known to the engine; the window keeps only its token. */
export function addFile(file: File, allowLarge = false): Promise<Result<AddedFile>> {
  return connected().addFile(file, allowLarge);
}

/** Gives an exported file to the person: a save dialog in Electron, a download in the browser. */
export function saveExport(exported: ExportedFile): Promise<Result<{ saved: boolean }>> {
  return connected().saveExport(exported);
}
