import {
  type Case,
  download,
  goodDownload,
  goodPage,
  goodSession,
  goodSocket,
  goodUpload,
  json,
  lines,
  none,
  own,
  page,
  raw,
  read,
  session,
  socket,
  status,
  upload,
} from './guard-case.ts';
import { type UnderTest, withoutGuard } from './loopback-under-test.ts';

export const hostCases: Case[] = [
  ['localhost', (port: number) => `localhost:${port}`],
  ['another port', (port: number) => `127.0.0.1:${port + 1}`],
  ['no port', () => '127.0.0.1'],
  ['a name that resolves here', (port: number) => `rebound.example:${port}`],
  ['IPv6 loopback', (port: number) => `[::1]:${port}`],
  ['a trailing dot', (port: number) => `127.0.0.1.:${port}`],
  ['a user before it', (port: number) => `user@127.0.0.1:${port}`],
].map(([what, host]) => ({
  name: `Host is ${what as string}`,
  attack: (under: UnderTest) => page({ host: (host as (port: number) => string)(under.port) })(under),
  status: 403,
  without: withoutGuard('host'),
  ...goodPage,
}));

export const rawCases: Case[] = [
  {
    name: 'there is no Host',
    attack: raw(() => lines('GET / HTTP/1.1', 'Connection: close')),
    status: 403,
    twin: raw((host) => lines('GET / HTTP/1.1', `Host: 127.0.0.1:${host.port}`)),
    twinStatus: 200,
    without: withoutGuard('host'),
    passes: 200,
  },
  {
    name: 'Host is nothing',
    attack: raw(() => lines('GET / HTTP/1.1', 'Host:')),
    status: 403,
    twin: raw((host) => lines('GET / HTTP/1.1', `Host: 127.0.0.1:${host.port}`)),
    twinStatus: 200,
    without: withoutGuard('host'),
    passes: 200,
  },
  {
    name: 'there are two Hosts',
    attack: raw((host) => lines('GET / HTTP/1.1', `Host: 127.0.0.1:${host.port}`, 'Host: evil.example')),
    status: 403,
    twin: raw((host) => lines('GET / HTTP/1.1', `Host: 127.0.0.1:${host.port}`)),
    twinStatus: 200,
    without: withoutGuard('host'),
    passes: 200,
  },
  {
    name: 'the target starts with two slashes',
    attack: raw((host) => lines('GET //index.html HTTP/1.1', `Host: 127.0.0.1:${host.port}`)),
    status: 400,
    twin: raw((host) => lines('GET /index.html HTTP/1.1', `Host: 127.0.0.1:${host.port}`)),
    twinStatus: 200,
    without: withoutGuard('target'),
    passes: 200,
  },
  {
    name: 'the target is longer than 4,096 characters',
    attack: page({}, `/?${'a'.repeat(5000)}`),
    status: 400,
    without: withoutGuard('target'),
    ...goodPage,
  },
];

export const originCases: Case[] = [
  {
    name: 'a page is fetched from another origin',
    attack: page({ origin: 'https://evil.example' }),
    ...goodPage,
  },
  { name: 'a page is fetched from a sandboxed frame', attack: page({ origin: 'null' }), ...goodPage },
  {
    name: 'a session is asked for without Origin',
    attack: (host: UnderTest) =>
      status(host, {
        method: 'POST',
        path: '/session',
        headers: json,
        body: JSON.stringify({ token: host.freshToken() }),
      }),
    ...goodSession,
  },
  {
    name: 'a session is asked for from another origin',
    attack: session(() => ({ origin: 'https://evil.example' })),
    ...goodSession,
  },
  {
    name: 'a session is asked for from another port',
    attack: session((host) => ({ origin: `http://127.0.0.1:${host.port + 1}` })),
    ...goodSession,
  },
  {
    name: 'a session is asked for from https',
    attack: session((host) => ({ origin: `https://127.0.0.1:${host.port}` })),
    ...goodSession,
  },
  {
    name: 'a session is asked for from localhost',
    attack: session((host) => ({ origin: `http://localhost:${host.port}` })),
    ...goodSession,
  },
  {
    name: 'an upload comes from another origin',
    attack: upload((_host, token) => ({ origin: 'https://evil.example', authorization: `Bearer ${token}` })),
    ...goodUpload,
  },
  { name: 'an upload comes without Origin', attack: upload(read), ...goodUpload },
  {
    name: 'a WebSocket comes from another origin',
    attack: socket(() => ({ origin: 'https://evil.example' })),
    ...goodSocket,
  },
  { name: 'a WebSocket comes without Origin', attack: socket(none), ...goodSocket },
  { name: 'a WebSocket comes from Origin null', attack: socket(() => ({ origin: 'null' })), ...goodSocket },
].map((entry) => ({ ...entry, status: 403, without: withoutGuard('origin') }));

const site = (value: string) => ({ 'sec-fetch-site': value });
export const fetchSiteCases: Case[] = [
  { name: 'a page is fetched cross-site', attack: page(site('cross-site')), ...goodPage },
  { name: 'a page is fetched same-site', attack: page(site('same-site')), ...goodPage },
  { name: 'a session is asked for cross-site', attack: session(() => site('cross-site')), ...goodSession },
  {
    name: 'a session is asked for with Sec-Fetch-Site none',
    attack: session(() => site('none')),
    ...goodSession,
  },
  {
    name: 'a download is asked for same-site',
    attack: download((host, token) => ({ ...read(host, token), ...site('same-site') })),
    ...goodDownload,
  },
  {
    name: 'a download is asked for by a typed address',
    attack: download((host, token) => ({ ...read(host, token), ...site('none') })),
    ...goodDownload,
  },
  {
    name: 'a WebSocket is opened cross-site',
    attack: socket((host) => ({ ...own(host), ...site('cross-site') })),
    ...goodSocket,
  },
].map((entry) => ({ ...entry, status: 403, without: withoutGuard('fetchSite') }));

export const methodCases: Case[] = [
  ['PUT of a page', (host: UnderTest) => status(host, { method: 'PUT', path: '/', headers: own(host) })],
  [
    'DELETE of a page',
    (host: UnderTest) => status(host, { method: 'DELETE', path: '/', headers: own(host) }),
  ],
  [
    'OPTIONS (a CORS preflight)',
    (host: UnderTest) => status(host, { method: 'OPTIONS', path: '/', headers: own(host) }),
  ],
].map(([name, attack]) => ({
  name: `the method is ${name as string}`,
  attack: attack as Case['attack'],
  status: 405,
  without: withoutGuard('method'),
  ...goodPage,
}));
