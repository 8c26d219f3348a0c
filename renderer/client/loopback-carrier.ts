import type { EngineEvent } from '../../shared/ipc/events.ts';
import { type AppError, fail, type Result, succeed } from '../../shared/ipc/result.ts';
import type { AddedFile, Carrier, ConnectionState, ExportedFile } from './carrier.ts';
import { createReconnectingSocket } from './reconnecting-socket.ts';

type Answer = (result: Result<unknown>) => void;
type Message = { id: number; result: Result<unknown> } | { event: EngineEvent };

/** Carries calls and events over one WebSocket to the loopback host, files over fetch. */
export function createLoopbackCarrier(findToken: () => Promise<string | null>): Carrier {
  const eventListeners = new Set<(event: EngineEvent) => void>();
  const stateListeners = new Set<(state: ConnectionState) => void>();
  const pending = new Map<number, Answer>();
  let token: string | null = null;
  let state: ConnectionState = 'connecting';
  let lastId = 0;

  const receive = (message: Message) => {
    if ('event' in message) {
      for (const listener of eventListeners) listener(message.event);
      return;
    }
    pending.get(message.id)?.(message.result);
    pending.delete(message.id);
  };
  const setState = (next: ConnectionState) => {
    state = next;
    if (next !== 'ready') {
      for (const answer of pending.values()) answer(fail('engineStopped'));
      pending.clear();
    }
    for (const listener of stateListeners) listener(next);
  };
  const socket = createReconnectingSocket({
    findToken: async () => {
      token = await findToken();
      return token;
    },
    onText: (text) => receive(JSON.parse(text) as Message),
    onState: setState,
  });

  return {
    host: 'loopback',
    call(channel, payload) {
      if (state === 'lost' || state === 'noSession') return Promise.resolve(fail('engineStopped'));
      lastId += 1;
      const id = lastId;
      const answer = new Promise<Result<unknown>>((resolve) => pending.set(id, resolve));
      socket.send(JSON.stringify({ id, channel, payload }));
      return answer;
    },
    onEvent: (listener) => subscribe(eventListeners, listener),
    onState(listener) {
      listener(state);
      return subscribe(stateListeners, listener);
    },
    addFile: (file, allowLarge) => upload(file, token, allowLarge),
    saveExport: (exported) => download(exported, token),
  };
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function upload(file: File, token: string | null, allowLarge: boolean): Promise<Result<AddedFile>> {
  const large = allowLarge ? '&allowLarge=1' : '';
  const response = await request(`/upload?name=${encodeURIComponent(file.name)}${large}`, token, {
    method: 'POST',
    body: file,
  });
  if (!response.ok) return response;
  const added = (await response.value.json()) as { token: string };
  return succeed({ token: added.token, name: file.name, sizeBytes: file.size });
}

async function download(exported: ExportedFile, token: string | null): Promise<Result<{ saved: boolean }>> {
  const response = await request(`/download/${encodeURIComponent(exported.token)}`, token, {});
  if (!response.ok) return response;
  const address = URL.createObjectURL(await response.value.blob());
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = exported.name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return succeed({ saved: true });
}

async function request(
  address: string,
  token: string | null,
  options: RequestInit,
): Promise<Result<Response>> {
  try {
    const response = await fetch(address, {
      ...options,
      headers: { Authorization: `Bearer ${token ?? ''}` },
    });
    if (response.ok) return succeed(response);
    const body = (await response.json()) as { error?: AppError };
    return { ok: false, error: body.error ?? { code: 'internal' } };
  } catch {
    // fetch rejects only when no answer came.
    return fail('engineStopped');
  }
}
