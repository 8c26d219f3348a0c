import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sendRefusal, startResponse } from './respond.ts';

export interface StaticFiles {
  readonly folder: string;
  readonly contains: (folder: string, path: string) => boolean;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Answers GET and HEAD with a file of the built renderer; anything that resolves outside of it is "not found". */
export async function sendStaticFile(
  files: StaticFiles,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = await findFile(files, request.url ?? '/');
  if (file === null) {
    sendRefusal(request, response, 404, { code: 'notFound' });
    return;
  }
  const isHashed = /-[\w-]{8}\.\w+$/.test(file.path);
  startResponse(response, 200, {
    'content-type': contentTypes[extname(file.path)] ?? 'application/octet-stream',
    'content-length': file.sizeBytes,
    'cache-control': isHashed ? 'private, max-age=31536000, immutable' : 'no-store',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file.path), response);
}

/** True when `path` is `folder` or lies in it. */
export function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function findFile(
  files: StaticFiles,
  target: string,
): Promise<{ path: string; sizeBytes: number } | null> {
  try {
    const name = decodeURIComponent(target.split('?', 1)[0] ?? '/');
    const folder = await realpath(files.folder);
    // Links are resolved first: a link inside the folder must not lead out of it.
    const path = await realpath(join(folder, name === '/' ? 'index.html' : name));
    if (!files.contains(folder, path)) return null;
    const found = await stat(path);
    return found.isFile() ? { path, sizeBytes: found.size } : null;
  } catch {
    return null; // no such file, or a name the file system can't hold: the answer is the same
  }
}
