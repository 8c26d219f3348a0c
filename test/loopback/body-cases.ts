import type { LoopbackRules } from '../../electron/loopback/loopback-rules.ts';
import {
  bearer,
  type Case,
  goodMessage,
  goodSession,
  lines,
  message,
  none,
  page,
  raw,
  session,
  upload,
} from './guard-case.ts';
import { type UnderTest, withLimits, withoutGuard } from './loopback-under-test.ts';
import type { RawRequest } from './raw-http.ts';

const mebibyte = 1024 * 1024;
const outside: Partial<LoopbackRules> = { contains: () => true };
export const traversalCases: Case[] = [
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/%2E%2E/secret.txt',
  '/.%2e/secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e%2fsecret.txt',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
  '/./../secret.txt',
  '/assets/link.txt',
].map((path) => ({
  name: `the path is ${path}`,
  attack: raw((host) => lines(`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${host.port}`)),
  status: 404,
  twin: page({}, '/assets/main-a1b2c3d4.js'),
  twinStatus: 200,
  without: outside,
  passes: 200,
}));

const lax: Partial<LoopbackRules> = { readAddressToken: (body) => /[\w-]{43}/.exec(body)?.[0] ?? null };
const bodyOf =
  (make: (token: string) => string | Buffer, changes: Partial<RawRequest> = {}) =>
  (host: UnderTest) =>
    session(none, { body: make(host.freshToken()), ...changes })(host);
const oversized = (token: string) => JSON.stringify({ token }).padEnd(mebibyte + 1);
export const bodyCases: Case[] = [
  {
    name: 'the body is not JSON',
    attack: bodyOf((token) => `{"token":"${token}"`),
    status: 400,
    without: lax,
  },
  {
    name: 'the body is a list',
    attack: bodyOf((token) => JSON.stringify([token])),
    status: 400,
    without: lax,
  },
  {
    name: 'the body is a string',
    attack: bodyOf((token) => JSON.stringify(token)),
    status: 400,
    without: lax,
  },
  {
    name: 'the body has a further key',
    attack: bodyOf((token) => JSON.stringify({ token, role: 'admin' })),
    status: 400,
    without: lax,
  },
  {
    name: 'the token is no string',
    attack: bodyOf((token) => JSON.stringify({ token: [token] })),
    status: 400,
    without: lax,
  },
  {
    name: 'the body is form data',
    attack: session(() => ({ 'content-type': 'text/plain' })),
    status: 415,
    without: withoutGuard('contentType'),
  },
  {
    name: 'the body says it is over 1 MiB',
    attack: bodyOf(oversized),
    status: 413,
    without: withLimits({ jsonBytes: 2 * mebibyte }),
  },
  {
    name: 'the body comes in pieces and grows over 1 MiB',
    attack: bodyOf(oversized, { isChunked: true }),
    status: 413,
    without: withLimits({ jsonBytes: 2 * mebibyte }),
  },
].map((entry) => ({ ...goodSession, ...entry }));

export const small = { uploadBytes: 1000, largeUploadBytes: 2000 };
const sized = (bytes: number, isChunked: boolean, path = '/upload?name=a.csv') =>
  upload(bearer, { body: 'a'.repeat(bytes), isChunked, path });
export const uploadCases: { name: string; attack: Case['attack']; twin: Case['twin'] }[] = [
  { name: 'says it is over the limit', attack: sized(1001, false), twin: sized(1000, false) },
  { name: 'grows over the limit in pieces', attack: sized(1001, true), twin: sized(1000, true) },
  {
    name: 'is over the raised limit too',
    attack: sized(2001, true, '/upload?name=a.csv&allowLarge=1'),
    twin: sized(2000, true, '/upload?name=a.csv&allowLarge=1'),
  },
];

export const messageCases: Case[] = [
  { name: 'is not JSON', content: '{"id":1', status: 1008 },
  { name: 'is a list', content: '[1,"a.b",{}]', status: 1008 },
  { name: 'has no channel', content: '{"id":1,"payload":{}}', status: 1008 },
  { name: 'has a fraction for an id', content: '{"id":1.5,"channel":"a.b","payload":{}}', status: 1008 },
  { name: 'has a further key', content: '{"id":1,"channel":"a.b","payload":{},"path":"/etc"}', status: 1008 },
  { name: 'is binary', content: Buffer.from('{"id":1,"channel":"a.b"}'), status: 1008 },
].map((entry) => ({
  name: `a message ${entry.name}`,
  attack: message(entry.content),
  status: entry.status,
  without: { readCall: () => ({ id: 1, channel: 'a.b', payload: {} }) },
  ...goodMessage,
}));

export const messageSizeCase: Case = {
  name: 'a message is over 1 MiB',
  attack: message(`{"id":1,"channel":"a.b","payload":"${'a'.repeat(mebibyte)}"}`),
  status: 1009,
  without: withLimits({ messageBytes: 2 * mebibyte }),
  ...goodMessage,
};
