import { rm } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ErrorCode } from '../../shared/ipc/result.ts';
import type { Engine } from '../engine/engine.ts';
import { type BrowserFiles, openUploadFolder, receiveUpload, sendDownload } from './browser-files.ts';
import { type Carrier, createCarrier } from './carrier.ts';
import { guardRequest, type RequestFacts, routeOf } from './guard-request.ts';
import { type LoopbackRules, loopbackRules } from './loopback-rules.ts';
import { sendJson, sendRefusal } from './respond.ts';
import { sendStaticFile } from './static-files.ts';
import type { Tokens } from './tokens.ts';

export interface ServeOptions {
  readonly engine: Engine;
  readonly rendererFolder: string;
  readonly dataFolder: string;
  /** 0 or absent: a free port. */
  readonly port?: number;
  readonly clock: () => number;
  /** The first address is handed to a window at once, so its token may expire. */
  readonly openedByApp: boolean;
  readonly onWindowsChanged?: (open: number) => void;
  readonly rules?: LoopbackRules;
}

export interface LoopbackHost {
  /** `http://127.0.0.1:<port>/#token=<43 base64url characters>` */
  readonly address: string;
  readonly port: number;
  /** A further address for a person to type or click, good until its first use. */
  newAddress(): string;
  close(): Promise<void>;
}

interface Served {
  readonly rules: LoopbackRules;
  readonly tokens: Tokens;
  readonly files: BrowserFiles;
  readonly rendererFolder: string;
  readonly carrier: Carrier;
}

/** Serves the renderer and the engine on 127.0.0.1 to the one user who holds the address. */
export async function serveLoopback(options: ServeOptions): Promise<LoopbackHost> {
  const rules = options.rules ?? loopbackRules;
  const { engine, rendererFolder } = options;
  const tokens = rules.createTokens(options.clock, rules.limits.usesPerAddress);
  const carrier = createCarrier({
    engine,
    maxMessageBytes: rules.limits.messageBytes,
    readCall: rules.readCall,
    onWindowsChanged: options.onWindowsChanged ?? (() => undefined),
  });
  // A request without Host is refused by the guard, like every other, not by Node.
  const server = createServer({ requireHostHeader: false });
  const port = await listen(server, options.port ?? 0);
  const folder = await openUploadFolder(options.dataFolder);
  const files = { engine, folder, limits: rules.limits };
  attach(server, port, { rules, tokens, files, rendererFolder, carrier });

  const addressFor = (lifeMs: number | null) =>
    `http://127.0.0.1:${port}/#token=${tokens.issueAddressToken(lifeMs)}`;
  return {
    address: addressFor(options.openedByApp ? rules.limits.addressLifeMs : null),
    port,
    newAddress: () => addressFor(null),
    async close() {
      carrier.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 500).unref();
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function attach(server: Server, port: number, served: Served): void {
  const { rules, tokens, carrier } = served;
  const factsOf = (request: IncomingMessage, isUpgrade: boolean): RequestFacts => ({
    method: request.method ?? '',
    target: request.url ?? '',
    headers: request.headers,
    hosts: request.headersDistinct.host ?? [],
    isUpgrade,
    port,
    isSession: tokens.isSession,
  });

  server.on('request', (request, response) => {
    const status = guardRequest(factsOf(request, false), rules.guards);
    if (status !== null) return sendRefusal(request, response, status, { code: codeOf(status) });
    answer(served, request, response).catch(() => response.destroy());
  });

  server.on('upgrade', (request, socket, head) => {
    const status = guardRequest(factsOf(request, true), rules.guards);
    socket.on('error', () => socket.destroy());
    if (status === null) return carrier.accept(request, socket, head);
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    );
  });
}

function codeOf(status: number): ErrorCode {
  return status === 404 ? 'notFound' : 'badRequest';
}

async function answer(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { rules, files, rendererFolder } = served;
  switch (routeOf(request.url ?? '')) {
    case 'session':
      return openSession(served, request, response);
    case 'upload':
      return receiveUpload(files, request, response);
    case 'download':
      return sendDownload(files, request, response);
    case 'socket':
      return sendRefusal(request, response, 426, { code: 'badRequest' });
    case 'static':
      return sendStaticFile({ folder: rendererFolder, contains: rules.contains }, request, response);
  }
}

/** POST /session `{ token }` → `{ session }`; 401 when the address was used already or is too old. */
async function openSession(
  { rules, tokens }: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readText(request, rules.limits.jsonBytes);
  if (body === null) return sendRefusal(request, response, 413, { code: 'badRequest' });
  const token = rules.readAddressToken(body);
  if (token === null) return sendRefusal(request, response, 400, { code: 'badRequest' });
  const session = tokens.redeem(token);
  if (session === null) return sendRefusal(request, response, 401, { code: 'badRequest' });
  sendJson(response, 200, { session });
}

/** The body as text; null when it is longer than allowed or not UTF-8. */
async function readText(request: IncomingMessage, maxBytes: number): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    size += (part as Buffer).length;
    if (size > maxBytes) return null;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}
