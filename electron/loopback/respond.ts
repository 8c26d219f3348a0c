import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from '../../shared/ipc/content-security-policy.ts';
import type { AppError } from '../../shared/ipc/result.ts';

const loopbackHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
};

/** Starts an answer with the headers that every answer of this host carries; `headers` are in lower case. */
export function startResponse(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | number>>,
): void {
  response.writeHead(status, { ...loopbackHeaders, ...headers });
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  startResponse(response, status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
  });
  response.end(body);
}

/**
 * Refuses a request. What is left of its body is read and dropped for two seconds, so that a browser sees the
 * status and not a reset connection; then the connection ends.
 */
export function sendRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  error: AppError,
): void {
  if (response.headersSent) {
    request.destroy();
    return;
  }
  if (!request.complete) {
    response.setHeader('Connection', 'close');
    const timer = setTimeout(() => request.destroy(), 2000);
    request.once('close', () => clearTimeout(timer));
    request.resume();
  }
  sendJson(response, status, { error });
}
