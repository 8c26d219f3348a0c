import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/** Writes a zip file entry by entry, without compression; one entry is open at a time. */
export interface ZipWriter {
  begin(name: string): Promise<void>;
  /** More of the open entry. */
  write(bytes: Uint8Array): Promise<void>;
  /** Ends the open entry and the file; returns its size. */
  finish(): Promise<number>;
  /** Closes the file as it is: for giving up. */
  abandon(): Promise<void>;
}

interface Entry {
  readonly name: Buffer;
  readonly at: number;
  crc: number;
  size: number;
}

const LOCAL_BYTES = 30;
/** Names are UTF-8. */
const FLAGS = 0x800;
const VERSION = 20;
/** 1980-01-01: the same data give the same bytes. */
const DOS_DATE = 0x21;
/** Sizes and positions have 32 bits. */
const LIMIT_BYTES = 0xffff_fffe;

/** Makes a new file at `path`, for this user's eyes only. Throws RangeError past 4 GB. */
export async function createZip(path: string): Promise<ZipWriter> {
  const file = await open(path, 'wx', 0o600);
  const entries: Entry[] = [];
  let at = 0;
  const put = async (bytes: Uint8Array) => {
    if (at + bytes.length > LIMIT_BYTES) throw new RangeError('a zip file cannot grow past 4 GB');
    await file.write(bytes, 0, bytes.length, at);
    at += bytes.length;
  };
  const endEntry = async () => {
    const entry = entries.at(-1);
    if (entry !== undefined) await patchHead(file, entry);
  };
  return {
    async begin(name) {
      await endEntry();
      const entry: Entry = { name: Buffer.from(name, 'utf8'), at, crc: 0, size: 0 };
      entries.push(entry);
      await put(localHead(entry));
    },
    async write(bytes) {
      const entry = entries.at(-1);
      if (entry === undefined) throw new Error('no entry is open');
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      await put(bytes);
    },
    async finish() {
      await endEntry();
      const start = at;
      for (const entry of entries) await put(centralHead(entry));
      await put(endOfDirectory(entries.length, start, at - start));
      await file.close();
      return at;
    },
    abandon: () => file.close(),
  };
}

/** Size and checksum are known only once the entry has been written. */
async function patchHead(file: FileHandle, entry: Entry): Promise<void> {
  const head = localHead(entry);
  await file.write(head, 0, head.length, entry.at);
}

function localHead(entry: Entry): Buffer {
  const head = Buffer.alloc(LOCAL_BYTES);
  head.writeUInt32LE(0x04034b50, 0);
  writeCommon(head, 4, entry);
  return Buffer.concat([head, entry.name]);
}

function centralHead(entry: Entry): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(VERSION, 4);
  writeCommon(head, 6, entry);
  head.writeUInt32LE(entry.at, 42);
  return Buffer.concat([head, entry.name]);
}

/** The 26 bytes that both heads share: version, flags, method 0 = stored, time, date, checksum, sizes, name length. */
function writeCommon(head: Buffer, at: number, { name, crc, size }: Entry): void {
  head.writeUInt16LE(VERSION, at);
  head.writeUInt16LE(FLAGS, at + 2);
  head.writeUInt16LE(DOS_DATE, at + 8);
  head.writeUInt32LE(crc, at + 10);
  head.writeUInt32LE(size, at + 14);
  head.writeUInt32LE(size, at + 18);
  head.writeUInt16LE(name.length, at + 22);
}

function endOfDirectory(count: number, start: number, size: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  return end;
}
