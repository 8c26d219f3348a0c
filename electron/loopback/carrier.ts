import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Engine } from '../engine/engine.ts';

export interface Call {
  readonly id: number;
  readonly channel: string;
  readonly payload: unknown;
}

export interface Carrier {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

export interface CarrierOptions {
  readonly engine: Engine;
  readonly maxMessageBytes: number;
  readonly readCall: (text: string, isBinary: boolean) => Call | null;
  readonly onWindowsChanged: (open: number) => void;
}

const maxCallsInFlight = 256;
const maxBufferedBytes = 8 * 1024 * 1024;

/** Carries `{ id, channel, payload }` → `{ id, result }`, and pushes `{ event }` to every open window. */
export function createCarrier(options: CarrierOptions): Carrier {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: Math.min(options.maxMessageBytes, 2 ** 30),
    perMessageDeflate: false,
    handleProtocols: () => 'myaku',
  });

  const stopListening = options.engine.onEvent((event) => {
    const text = JSON.stringify({ event });
    for (const socket of server.clients) {
      const isBehind = event.type === 'task.progress' && socket.bufferedAmount > maxBufferedBytes;
      if (!isBehind) socket.send(text);
    }
  });

  server.on('connection', (socket) => {
    let inFlight = 0;
    options.onWindowsChanged(server.clients.size);
    socket.on('close', () => options.onWindowsChanged(server.clients.size));
    socket.on('error', () => socket.terminate());
    socket.on('message', (data, isBinary) => {
      const call = options.readCall(textOf(data), isBinary);
      if (call === null) return socket.close(1008, 'malformed');
      if (inFlight >= maxCallsInFlight) return socket.close(1013, 'too many calls at once');
      inFlight += 1;
      void answer(options.engine, socket, call).finally(() => {
        inFlight -= 1;
      });
    });
  });

  return {
    accept: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request)),
    close() {
      stopListening();
      for (const socket of server.clients) socket.close(1001, 'Myaku has stopped');
      server.close();
    },
  };
}

/** The call in a text message; null for anything that is not exactly one. */
export function readCall(text: string, isBinary: boolean): Call | null {
  if (isBinary) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
  const { id, channel, payload, ...rest } = parsed as Record<string, unknown>;
  if (!Number.isSafeInteger(id) || typeof channel !== 'string' || channel.length > 100) return null;
  if (Object.keys(rest).length > 0) return null;
  return { id: id as number, channel, payload };
}

async function answer(engine: Engine, socket: WebSocket, call: Call): Promise<void> {
  const result = await engine
    .dispatch(call.channel, call.payload)
    .catch(() => ({ ok: false, error: { code: 'internal' } }));
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ id: call.id, result }));
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data as Buffer).toString('utf8');
}
