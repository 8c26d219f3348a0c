import type { EngineEvent } from '../../shared/ipc/events.ts';
import { type AppError, fail, type Result, succeed } from '../../shared/ipc/result.ts';
import type { AddedFile, Carrier, ConnectionState, ExportedFile } from './carrier.ts';

type Answer = (result: Result<unknown>) => void;
type Message = { id: number; result: Result<unknown> } | { event: EngineEvent };

const firstRetryMs = 250;
const longestRetryMs = 4000;

/** Carries calls over one WebSocket to the loopback host, and opens it again when it breaks. */
export function createLoopbackCarrier(findToken: () => Promise<string | null>): Carrier {
  const eventListeners = new Set<(event: EngineEvent) => void>();
  const stateListeners = new Set<(state: ConnectionState) => void>();
  const pending = new Map<number, Answer>();
  let queue: string[] = [];
  let token: string | null = null;
  let socket: WebSocket | null = null;
  let state: ConnectionState = 'connecting';
  let lastId = 0;

  const setState = (next: ConnectionState) => {
    state = next;
    for (const listener of stateListeners) listener(next);
  };
  const receive = (message: Message) => {
    if ('event' in message) {
      for (const listener of eventListeners) listener(message.event);
      return;
    }
    pending.get(message.id)?.(message.result);
    pending.delete(message.id);
  };
  const failPending = () => {
    for (const answer of pending.values()) answer(fail('engineStopped'));
    pending.clear();
    queue = [];
  };
  const open = (retryMs: number) => {
    const opened = new WebSocket(`ws://${location.host}/socket`, ['myaku', `token.${token}`]);
    let wasOpen = false;
    opened.onopen = () => {
      wasOpen = true;
      socket = opened;
      setState('ready');
      for (const text of queue.splice(0)) opened.send(text);
    };
    opened.onmessage = (message) => receive(JSON.parse(String(message.data)) as Message);
    opened.onclose = async () => {
      socket = null;
      failPending();
      if (!(await isSessionKnown(token))) return setState('noSession');
      setState('lost');
      const waitMs = wasOpen ? firstRetryMs : retryMs;
      setTimeout(() => open(Math.min(waitMs * 2, longestRetryMs)), waitMs);
    };
  };

  findToken()
    .then((found) => {
      token = found;
      if (found === null) {
        setState('noSession');
        failPending();
      } else open(firstRetryMs);
    })
    .catch(() => setState('noSession'));

  return {
    host: 'loopback',
    call(channel, payload) {
      if (state === 'lost' || state === 'noSession') return Promise.resolve(fail('engineStopped'));
      lastId += 1;
      const id = lastId;
      const text = JSON.stringify({ id, channel, payload });
      if (socket === null) queue.push(text);
      else socket.send(text);
      return new Promise((resolve) => pending.set(id, resolve));
    },
    onEvent: (listener) => subscribe(eventListeners, listener),
    onState(listener) {
      listener(state);
      return subscribe(stateListeners, listener);
    },
    addFile: (file) => upload(file, token),
    saveExport: (exported) => download(exported, token),
  };
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A refused upgrade shows no status in a browser, so the host is asked for a file that isn't there. */
async function isSessionKnown(token: string | null): Promise<boolean> {
  if (token === null) return false;
  try {
    const response = await fetch('/download/none', { headers: { Authorization: `Bearer ${token}` } });
    return response.status !== 401;
  } catch {
    // No answer at all: the host is away, which says nothing about the session.
    return true;
  }
}

async function upload(file: File, token: string | null): Promise<Result<AddedFile>> {
  const response = await request(`/upload?name=${encodeURIComponent(file.name)}`, token, {
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
