import type { LoopbackRules } from '../../electron/loopback/loopback-rules.ts';
import type { UnderTest } from './loopback-under-test.ts';
import { nextOf, openSocket, type RawRequest, send, sendBytes } from './raw-http.ts';

export interface Case {
  readonly name: string;
  /** Sends the request that has to be refused; resolves to the status (for sockets, 101 or a close code). */
  readonly attack: (host: UnderTest) => Promise<number>;
  readonly status: number;
  /** The same request with nothing wrong in it. */
  readonly twin: (host: UnderTest) => Promise<number>;
  readonly twinStatus: number;
  /** The rules without the one that refuses. */
  readonly without: Partial<LoopbackRules>;
  /** What the attack gets then. */
  readonly passes: number;
  readonly openedByApp?: boolean;
}

export const anyToken = 'A'.repeat(43);
export const json = { 'content-type': 'application/json' };
export const status = async (host: UnderTest, raw: RawRequest) => (await send(host.port, raw)).status;

// ---- requests that are all right, with one thing changed

export const page =
  (headers: Record<string, string> = {}, path = '/') =>
  (host: UnderTest) =>
    status(host, { path, headers });

export const session =
  (headers: (host: UnderTest) => Record<string, string>, changes: Partial<RawRequest> = {}) =>
  (host: UnderTest) =>
    status(host, {
      method: 'POST',
      path: '/session',
      body: JSON.stringify({ token: host.freshToken() }),
      ...changes,
      headers: { origin: host.origin, ...json, ...headers(host) },
    });

export const upload =
  (headers: (host: UnderTest, token: string) => Record<string, string>, changes: Partial<RawRequest> = {}) =>
  async (host: UnderTest) => {
    const token = await host.session();
    const raw = { method: 'POST', path: '/upload?name=a.csv', body: 'account\nA1\n', ...changes };
    return status(host, { ...raw, headers: headers(host, token) });
  };

export const download =
  (headers: (host: UnderTest, token: string) => Record<string, string>, path = '/download/export-1') =>
  async (host: UnderTest) =>
    status(host, { path, headers: headers(host, await host.session()) });

export const socket =
  (
    headers: (host: UnderTest) => Record<string, string>,
    protocols: (token: string) => string[] = (token) => ['myaku', `token.${token}`],
    path = '/socket',
  ) =>
  async (host: UnderTest) => {
    const opened = await openSocket(host.port, path, protocols(await host.session()), headers(host));
    opened.socket.terminate();
    return opened.status;
  };

export const message = (content: string | Buffer) => async (host: UnderTest) => {
  const protocols = ['myaku', `token.${await host.session()}`];
  const { socket: opened } = await openSocket(host.port, '/socket', protocols, { origin: host.origin });
  const reply = nextOf(opened);
  opened.send(content);
  const got = (await reply) as { closed?: number };
  opened.terminate();
  return got.closed ?? 101;
};

export const none = () => ({});
export const own = (host: UnderTest) => ({ origin: host.origin });
export const bearer = (host: UnderTest, token: string) => ({
  origin: host.origin,
  authorization: `Bearer ${token}`,
});
export const read = (_host: UnderTest, token: string) => ({ authorization: `Bearer ${token}` });

export const goodPage = { twin: page(), twinStatus: 200, passes: 200 };
export const goodSession = { twin: session(none), twinStatus: 200, passes: 200 };
export const goodUpload = { twin: upload(bearer), twinStatus: 200, passes: 200 };
export const goodDownload = { twin: download(read), twinStatus: 200, passes: 200 };
export const goodSocket = { twin: socket(own), twinStatus: 101, passes: 101 };
export const goodMessage = {
  twin: message('{"id":1,"channel":"a.b","payload":{}}'),
  twinStatus: 101,
  passes: 101,
};

export const raw = (text: (host: UnderTest) => string) => (host: UnderTest) =>
  sendBytes(host.port, text(host));
export const lines = (...parts: string[]) => `${parts.join('\r\n')}\r\n\r\n`;
