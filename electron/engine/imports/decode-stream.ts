import { open } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { Encoding } from '../../../shared/schemas/import-plan.ts';

/** Turns bytes into text piece by piece; a character cut between two pieces comes whole with the second. */
export interface TextDecoding {
  readonly decode: (bytes: Uint8Array) => string;
  /** Text of bytes still held back: U+FFFD where the file ends inside a character. */
  readonly end: () => string;
}

export interface DecodedChunk {
  readonly text: string;
  /** Bytes of the file read so far. */
  readonly bytesRead: number;
  /** U+FFFD in this chunk: bytes that are no text in this encoding. */
  readonly undecodable: number;
}

/** Bytes read at a time: a few ms of splitting, so that the event loop turns well within 50 ms. */
const chunkBytes = 1 << 19;

/**
 * Text of a file, chunk by chunk, without its byte-order mark. Every chunk is followed by a turn of the event loop.
 * Throws Node's file error when the file cannot be read; closes it however the reader stops.
 */
export async function* decodeFile(
  path: string,
  encoding: Encoding,
  sizeOfChunk = chunkBytes,
): AsyncGenerator<DecodedChunk> {
  const file = await open(path, 'r');
  try {
    const decoding = createDecoding(encoding);
    const buffer = Buffer.allocUnsafe(sizeOfChunk);
    let position = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, sizeOfChunk, position);
      if (bytesRead === 0) break;
      position += bytesRead;
      const text = decoding.decode(buffer.subarray(0, bytesRead));
      yield { text, bytesRead: position, undecodable: countUndecodable(text) };
    }
    const text = decoding.end();
    if (text !== '') yield { text, bytesRead: position, undecodable: countUndecodable(text) };
  } finally {
    await file.close();
  }
}

/** A decoder of one file's bytes. CP1252 goes through iconv-lite: Node's own is wrong in 0x80–0x9F. */
export function createDecoding(encoding: Encoding): TextDecoding {
  if (encoding === 'windows-1252') {
    const decoder = iconv.getDecoder('windows-1252');
    return { decode: (bytes) => decoder.write(Buffer.from(bytes)), end: () => decoder.end() ?? '' };
  }
  const decoder = new TextDecoder(encoding);
  let isStart = encoding === 'utf-8';
  return {
    decode(bytes) {
      const text = isStart ? withoutFalseMark(bytes) : bytes;
      isStart = false;
      return decoder.decode(text, { stream: true });
    },
    end: () => decoder.decode(),
  };
}

/** UTF-8 behind a byte-order mark of UTF-16, as some tools write it: the mark is no text. */
function withoutFalseMark(bytes: Uint8Array): Uint8Array {
  const [first, second] = bytes;
  const isFalse = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isFalse ? bytes.subarray(2) : bytes;
}

/** How many U+FFFD a text holds. */
export function countUndecodable(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}
