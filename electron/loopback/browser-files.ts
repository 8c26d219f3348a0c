import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AppError } from '../../shared/ipc/result.ts';
import type { Engine } from '../engine/engine.ts';
import type { Limits } from './loopback-rules.ts';
import { sendJson, sendRefusal, startResponse } from './respond.ts';

export interface BrowserFiles {
  readonly engine: Engine;
  /** This process's own folder for uploads. */
  readonly folder: string;
  readonly limits: Limits;
}

class TooLarge extends Error {}

/** Makes this process's upload folder and deletes those of processes that are gone. */
export async function openUploadFolder(dataFolder: string): Promise<string> {
  const parent = join(dataFolder, 'uploads');
  await mkdir(parent, { recursive: true, mode: 0o700 });
  for (const name of await readdir(parent)) {
    const pid = Number(name.split('-', 1)[0]);
    if (!isAlive(pid)) await rm(join(parent, name), { recursive: true, force: true });
  }
  const folder = join(parent, `${process.pid}-${randomBytes(6).toString('hex')}`);
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

/** POST /upload?name=…: streams the body to a file only this user can read; answers `{ token }`. */
export async function receiveUpload(
  files: BrowserFiles,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
  const name = cleanName(query.get('name') ?? '');
  if (name === '') return sendRefusal(request, response, 400, { code: 'badRequest' });
  const { limits } = files;
  const maxBytes = query.get('allowLarge') === '1' ? limits.largeUploadBytes : limits.uploadBytes;
  const tooLarge: AppError = { code: 'fileTooLarge', detail: { file: name, limitBytes: maxBytes } };
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
    return sendRefusal(request, response, 413, tooLarge);
  }
  const path = join(files.folder, randomBytes(16).toString('hex'));
  try {
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    // Not destroyed by pipeline: the answer still has to go out over the same connection.
    await pipeline(request.iterator({ destroyOnReturn: false }), limitBytes(maxBytes), file);
    sendJson(response, 200, { token: await files.engine.registerFile({ path, name, temporary: true }) });
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof TooLarge) sendRefusal(request, response, 413, tooLarge);
    else sendRefusal(request, response, 507, diskErrorOf(error));
  }
}

/** GET /download/<token>: sends a file that the engine exported, as an attachment. */
export async function sendDownload(
  files: BrowserFiles,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const token = decodeURIComponent((request.url ?? '').split('?', 1)[0]?.slice('/download/'.length) ?? '');
  const found = await files.engine.findExport(token);
  if (!found.ok) return sendRefusal(request, response, 404, found.error);
  const { path, name, sizeBytes } = found.value;
  startResponse(response, 200, {
    'content-type': 'application/octet-stream',
    'content-length': sizeBytes,
    'content-disposition': `attachment; filename*=UTF-8''${encodeName(name)}`,
  });
  await pipeline(createReadStream(path), response);
}

/** What a person may see as the file's name: no folder, no control character, at most 200 characters. */
export function cleanName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const plain = base.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').trim();
  return plain === '.' || plain === '..' ? '' : [...plain].slice(-200).join('');
}

function limitBytes(maxBytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      done(seen > maxBytes ? new TooLarge() : null, chunk);
    },
  });
}

function diskErrorOf(error: unknown): AppError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC') return { code: 'diskFull' };
  if (code === 'EROFS' || code === 'EACCES') return { code: 'diskReadOnly' };
  return code === 'ENOENT' ? { code: 'folderMissing' } : { code: 'diskFailed' };
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
