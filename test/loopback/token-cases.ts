import { type LoopbackRules, loopbackRules } from '../../electron/loopback/loopback-rules.ts';
import {
  anyToken,
  bearer,
  type Case,
  download,
  goodDownload,
  goodSession,
  goodSocket,
  goodUpload,
  none,
  own,
  read,
  session,
  socket,
  upload,
} from './guard-case.ts';
import { tokenOf, type UnderTest, withLimits, withoutGuard } from './loopback-under-test.ts';

export const tokenCases: Case[] = [
  {
    name: 'an upload has no token',
    attack: upload(own),
    status: 401,
    without: withoutGuard('session'),
    ...goodUpload,
  },
  {
    name: 'an upload has a wrong token',
    attack: upload((host) => bearer(host, anyToken)),
    status: 401,
    without: withoutGuard('session'),
    ...goodUpload,
  },
  {
    name: 'an upload has the address token in place of the session token',
    attack: upload((host) => bearer(host, host.freshToken())),
    status: 401,
    without: withoutGuard('session'),
    ...goodUpload,
  },
  {
    name: 'a download has no token',
    attack: download(none),
    status: 401,
    without: withoutGuard('session'),
    ...goodDownload,
  },
  {
    name: 'a download has a wrong token',
    attack: download((host) => read(host, anyToken)),
    status: 401,
    without: withoutGuard('session'),
    ...goodDownload,
  },
  {
    name: 'a download has its token by another scheme',
    attack: download((_host, token) => ({ authorization: `Basic ${token}` })),
    status: 401,
    without: withoutGuard('session'),
    ...goodDownload,
  },
  {
    name: 'a WebSocket has no subprotocol',
    attack: socket(own, () => []),
    status: 401,
    without: withoutGuard('subprotocol'),
    ...goodSocket,
  },
  {
    name: 'a WebSocket has no token',
    attack: socket(own, () => ['myaku']),
    status: 401,
    without: withoutGuard('subprotocol'),
    ...goodSocket,
  },
  {
    name: 'a WebSocket has a wrong token',
    attack: socket(own, () => ['myaku', `token.${anyToken}`]),
    status: 401,
    without: withoutGuard('subprotocol'),
    ...goodSocket,
  },
  {
    name: 'a WebSocket has its token first',
    attack: socket(own, (token) => [`token.${token}`, 'myaku']),
    status: 401,
    without: withoutGuard('subprotocol'),
    ...goodSocket,
  },
  {
    name: 'a WebSocket has a third subprotocol',
    attack: socket(own, (token) => ['myaku', `token.${token}`, 'other']),
    status: 401,
    without: withoutGuard('subprotocol'),
    ...goodSocket,
  },
  {
    name: 'a WebSocket is opened at another path',
    attack: socket(own, undefined, '/elsewhere'),
    status: 404,
    without: withoutGuard('method'),
    ...goodSocket,
  },
];

const openSession = (host: UnderTest, token: string) =>
  session(none, { body: JSON.stringify({ token }) })(host);
const acceptsAny: Partial<LoopbackRules> = {
  createTokens: (clock, uses) => ({ ...loopbackRules.createTokens(clock, uses), redeem: () => anyToken }),
};
export const sessionTokenCases: Case[] = [
  {
    name: 'the address token is unknown',
    attack: (host) => openSession(host, anyToken),
    status: 401,
    without: acceptsAny,
    ...goodSession,
  },
  {
    name: 'the address token was used before',
    attack: async (host) => {
      const token = host.freshToken();
      await openSession(host, token);
      return openSession(host, token);
    },
    status: 401,
    without: withLimits({ usesPerAddress: Number.POSITIVE_INFINITY }),
    ...goodSession,
  },
  {
    name: 'the window took longer than 60 s to use its token',
    attack: (host) => {
      host.passTime(60_000);
      return openSession(host, tokenOf(host.host.address));
    },
    status: 401,
    twin: (host) => {
      host.passTime(59_999);
      return openSession(host, tokenOf(host.host.address));
    },
    twinStatus: 200,
    without: withLimits({ addressLifeMs: Number.POSITIVE_INFINITY }),
    passes: 200,
    openedByApp: true,
  },
  {
    name: 'the token is another one but for its last character',
    attack: (host) => {
      const token = host.freshToken();
      return openSession(host, `${token.slice(0, -1)}${token.endsWith('A') ? 'E' : 'A'}`);
    },
    status: 401,
    without: acceptsAny,
    ...goodSession,
  },
];
