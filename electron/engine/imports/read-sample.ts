import { isAscii } from 'node:buffer';
import { open } from 'node:fs/promises';

export interface FileSample {
  readonly sizeBytes: number;
  /** The first 1 MiB. */
  readonly head: Buffer;
  readonly headIsWhole: boolean;
  /** The head, or the first 256 KiB after it that are not pure ASCII: what shows the encoding. */
  readonly telling: Buffer;
}

const headBytes = 1 << 20;
const pieceBytes = 256 * 1024;

/** Reads the part of a file that a guess needs. Throws Node's file error. */
export async function readSample(path: string): Promise<FileSample> {
  const file = await open(path, 'r');
  try {
    const { size: sizeBytes } = await file.stat();
    const head = await readAt(file, 0, headBytes);
    const headIsWhole = head.length >= sizeBytes;
    let telling = head;
    for (let at = head.length; isAscii(telling) && !head.includes(0) && at < sizeBytes; at += pieceBytes) {
      const piece = await readAt(file, at, pieceBytes);
      if (piece.length === 0) break;
      if (!isAscii(piece)) telling = fromLineStart(piece);
    }
    return { sizeBytes, head, headIsWhole, telling };
  } finally {
    await file.close();
  }
}

async function readAt(
  file: Awaited<ReturnType<typeof open>>,
  position: number,
  length: number,
): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** Without what may be the second half of a character: a piece after an ASCII one starts with whole characters. */
function fromLineStart(piece: Buffer): Buffer {
  const start = piece.indexOf(10) + 1;
  const rest = piece.subarray(start);
  return isAscii(rest) ? piece : rest;
}
