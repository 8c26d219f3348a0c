import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Protocol } from 'electron';
import { securityHeaders } from '../../shared/ipc/content-security-policy.ts';
import { appHost, appScheme } from './app-url.ts';

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
]);

/** Makes `app://` a standard, secure origin. Must run before the app is ready; gives no other privilege. */
export function registerAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the files of one folder, and nothing beside it, as `app://myaku/`. */
export function serveApp(protocol: Protocol, folder: string): void {
  protocol.handle(appScheme, (request) => answerAppRequest(request, folder));
}

/** Answers one `app://` request; whatever is not a readable file inside the folder is 404. */
export async function answerAppRequest(
  request: { readonly method: string; readonly url: string },
  folder: string,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const path = findFile(request.url, folder);
  if (path === null) return refuse(404);
  const type = contentTypes.get(extname(path).toLowerCase());
  if (type === undefined) return refuse(404);
  const bytes = await readBytes(path);
  if (bytes === null) return refuse(404);
  const headers = { ...securityHeaders, 'content-type': type, 'content-length': String(bytes.byteLength) };
  return new Response(request.method === 'HEAD' ? null : bytes, { status: 200, headers });
}

/** The file that an address names, or null when it names another host or leaves the folder. */
export function findFile(address: string, folder: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${appScheme}:` || url.host !== appHost) return null;
  const pathname = decodePath(url.pathname);
  if (pathname === null) return null;
  const file = resolve(folder, `.${pathname === '/' ? '/index.html' : pathname}`);
  const inside = relative(folder, file);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  return file;
}

function decodePath(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname);
    return decoded.startsWith('/') && !decoded.includes('\0') ? decoded : null;
  } catch {
    return null;
  }
}

async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    return null;
  }
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
