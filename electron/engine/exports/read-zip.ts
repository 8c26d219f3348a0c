import { createWriteStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';

export interface ZipEntry {
  readonly name: string;
  /** As the directory says: never trusted while reading. */
  readonly sizeBytes: number;
  readonly packedBytes: number;
  readonly isDeflated: boolean;
  readonly at: number;
}

const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const MAXIMUM_ENTRIES = 2000;

/** Lists the entries of a zip file; `fileNotText` for a file that is none, or that is encrypted or too large for 32 bits. */
export async function listZip(path: string): Promise<Result<ZipEntry[]>> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return fail('fileMissing');
  try {
    const { size } = await file.stat();
    const tail = await readAt(
      file,
      Math.max(0, size - END_BYTES - LONGEST_COMMENT),
      END_BYTES + LONGEST_COMMENT,
    );
    const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end === -1 || tail.length - end < END_BYTES) return fail('fileNotText');
    const count = tail.readUInt16LE(end + 10);
    const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
    if (count > MAXIMUM_ENTRIES) return fail('fileNotText');
    return readDirectory(directory, count);
  } finally {
    await file.close();
  }
}

function readDirectory(directory: Buffer, count: number): Result<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return fail('fileNotText');
    const method = directory.readUInt16LE(at + 10);
    const isEncrypted = (directory.readUInt16LE(at + 8) & 1) === 1;
    if (isEncrypted || (method !== 0 && method !== 8)) return fail('fileNotText');
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.subarray(at + 46, nameEnd).toString('utf8'),
      sizeBytes: directory.readUInt32LE(at + 24),
      packedBytes: directory.readUInt32LE(at + 20),
      isDeflated: method === 8,
      at: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return succeed(entries);
}

/** Writes one entry to a new file; `fileTooLarge` past the limit, whatever the directory says of its size. */
export async function extractEntry(
  path: string,
  entry: ZipEntry,
  target: { readonly path: string; readonly limitBytes: number },
): Promise<Result<null>> {
  const { limitBytes } = target;
  const file = await open(path, 'r');
  try {
    const head = await readAt(file, entry.at, 30);
    if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) return fail('fileNotText');
    const start = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
    const end = start + entry.packedBytes - 1;
    const out = createWriteStream(target.path, { flags: 'wx', mode: 0o600 });
    if (entry.packedBytes === 0) {
      await pipeline([], out);
      return succeed(null);
    }
    const source = file.createReadStream({ start, end, autoClose: false });
    const unpack = entry.isDeflated ? [createInflateRaw()] : [];
    await pipeline([source, ...unpack, limitBytesTo(limitBytes), out]);
    return succeed(null);
  } catch (cause) {
    if (cause instanceof RangeError) return fail('fileTooLarge', { sizeBytes: entry.sizeBytes, limitBytes });
    return fail('fileNotText');
  } finally {
    await file.close();
  }
}

function limitBytesTo(limit: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      done(seen > limit ? new RangeError('too large') : null, chunk);
    },
  });
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { size } = await file.stat();
  const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
  const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
  return buffer.subarray(0, bytesRead);
}
