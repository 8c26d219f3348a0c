import { request } from 'node:http';
import { connect } from 'node:net';
import { WebSocket } from 'ws';

export interface RawRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Without Content-Length, in pieces. */
  readonly isChunked?: boolean;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** One HTTP request with exactly these headers, the path as written. */
export function send(port: number, raw: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const length =
      raw.body === undefined || raw.isChunked ? {} : { 'content-length': Buffer.byteLength(raw.body) };
    const outgoing = request({
      host: '127.0.0.1',
      port,
      path: raw.path,
      method: raw.method ?? 'GET',
      agent: false,
      headers: { ...length, ...raw.headers },
    });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      let body = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (text) => {
        body += text;
      });
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body }),
      );
      incoming.on('error', reject);
    });
    outgoing.end(raw.body);
  });
}

/** Bytes over a plain socket, for what no HTTP client would send; resolves to the status of the answer. */
export function sendBytes(port: number, text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8');
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer')));
    socket.on('error', reject);
    socket.on('data', (part) => {
      received += part;
      if (!received.includes('\r\n')) return;
      socket.destroy();
      resolve(Number(received.split(' ')[1]));
    });
  });
}

/** Opens a WebSocket; resolves to 101 and the socket, or to the status of the refusal. */
export function openSocket(
  port: number,
  path: string,
  protocols: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; socket: WebSocket }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, [...protocols], {
      headers: { ...headers },
    });
    socket.on('open', () => resolve({ status: 101, socket }));
    socket.on('unexpected-response', (_request, answer) =>
      resolve({ status: answer.statusCode ?? 0, socket }),
    );
    socket.on('error', reject);
  });
}

/** The next message of a socket, or the code it was closed with. */
export function nextOf(socket: WebSocket): Promise<unknown> {
  return new Promise((resolve) => {
    socket.once('message', (data) => resolve(JSON.parse(String(data))));
    socket.once('close', (code) => resolve({ closed: code }));
  });
}
