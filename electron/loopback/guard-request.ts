import type { IncomingHttpHeaders } from 'node:http';

export type Route = 'session' | 'upload' | 'download' | 'socket' | 'static';

export interface RequestFacts {
  readonly method: string;
  /** The request target as sent, before any decoding. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  /** Every Host header that was sent; Node's `headers.host` keeps only the first. */
  readonly hosts: readonly string[];
  readonly isUpgrade: boolean;
  readonly port: number;
  readonly isSession: (token: string) => boolean;
}

export interface Guard {
  readonly name: string;
  /** The HTTP status to refuse with, or null to let the request pass. */
  readonly refuse: (facts: RequestFacts) => number | null;
}

/** Every rule a request has to pass before anything is read or served, in this order. */
export const requestGuards: readonly Guard[] = [
  { name: 'target', refuse: refuseTarget },
  { name: 'host', refuse: refuseHost },
  { name: 'origin', refuse: refuseOrigin },
  { name: 'fetchSite', refuse: refuseFetchSite },
  { name: 'method', refuse: refuseMethod },
  { name: 'contentType', refuse: refuseContentType },
  { name: 'session', refuse: refuseWithoutSession },
  { name: 'subprotocol', refuse: refuseSubprotocol },
];

/** The status of the first guard that refuses, or null when all let the request pass. */
export function guardRequest(facts: RequestFacts, guards: readonly Guard[]): number | null {
  for (const guard of guards) {
    const status = guard.refuse(facts);
    if (status !== null) return status;
  }
  return null;
}

/** Which of the host's few routes a request target names. */
export function routeOf(target: string): Route {
  const path = target.split('?', 1)[0] ?? '';
  if (path === '/session') return 'session';
  if (path === '/upload') return 'upload';
  if (path === '/socket') return 'socket';
  if (path.startsWith('/download/')) return 'download';
  return 'static';
}

/** The session token of `['myaku', 'token.<base64url>']`, or null when the list is anything else. */
export function socketToken(header: string | undefined): string | null {
  const protocols = (header ?? '').split(',').map((part) => part.trim());
  const token = /^token\.([\w-]{43})$/.exec(protocols[1] ?? '')?.[1];
  if (protocols.length !== 2 || protocols[0] !== 'myaku') return null;
  return token ?? null;
}

function refuseTarget({ target }: RequestFacts): number | null {
  const isOriginForm = target.startsWith('/') && !target.startsWith('//');
  if (!isOriginForm || target.length > 4096) return 400;
  try {
    return decodeURIComponent(target.split('?', 1)[0] ?? '').includes('\0') ? 400 : null;
  } catch {
    return 400;
  }
}

/** Stops DNS rebinding: another name that resolves to 127.0.0.1 still sends its own name here. */
function refuseHost({ hosts, port }: RequestFacts): number | null {
  return hosts.length === 1 && hosts[0] === `127.0.0.1:${port}` ? null : 403;
}

function refuseOrigin({ headers, port, method, isUpgrade }: RequestFacts): number | null {
  const isRequired = isUpgrade || (method !== 'GET' && method !== 'HEAD');
  if (headers.origin === undefined) return isRequired ? 403 : null;
  return headers.origin === `http://127.0.0.1:${port}` ? null : 403;
}

/** Clients older than the header don't send it; a typed address ("none") may only fetch pages. */
function refuseFetchSite({ headers, target, isUpgrade }: RequestFacts): number | null {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin') return null;
  return site === 'none' && !isUpgrade && routeOf(target) === 'static' ? null : 403;
}

function refuseMethod({ method, target, isUpgrade }: RequestFacts): number | null {
  const route = routeOf(target);
  if (isUpgrade) return method !== 'GET' ? 405 : route === 'socket' ? null : 404;
  if (route === 'session' || route === 'upload') return method === 'POST' ? null : 405;
  if (route === 'download') return method === 'GET' ? null : 405;
  return method === 'GET' || method === 'HEAD' ? null : 405;
}

function refuseContentType({ headers, target }: RequestFacts): number | null {
  if (routeOf(target) !== 'session') return null;
  return /^application\/json(;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? '') ? null : 415;
}

function refuseWithoutSession({ headers, target, isSession }: RequestFacts): number | null {
  const route = routeOf(target);
  if (route !== 'upload' && route !== 'download') return null;
  const token = /^Bearer ([\w-]{43})$/.exec(headers.authorization ?? '')?.[1];
  return token !== undefined && isSession(token) ? null : 401;
}

function refuseSubprotocol({ headers, isUpgrade, isSession }: RequestFacts): number | null {
  if (!isUpgrade) return null;
  const token = socketToken(headers['sec-websocket-protocol']);
  return token !== null && isSession(token) ? null : 401;
}
