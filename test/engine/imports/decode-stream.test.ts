import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { createDecoding, decodeFile } from '../../../electron/engine/imports/decode-stream.ts';
import type { Encoding } from '../../../shared/schemas/import-plan.ts';
import { tempFiles } from './temp-file.ts';

const write = tempFiles();
const japanese = '顧客ID,名前\r\n1,①㈱髙橋商店～\n2,ﾊﾝｶｸ、表示ソ能\r';
const cases: readonly (readonly [Encoding, string, string])[] = [
  ['utf-8', 'utf8', `${japanese}😀é`],
  ['shift_jis', 'cp932', japanese],
  ['euc-jp', 'eucjp', '顧客ID,名前\r\n1,①㈱商店～\n2,ﾊﾝｶｸ、表示ソ能\r'],
  ['utf-16le', 'utf-16le', `${japanese}😀`],
  ['utf-16be', 'utf-16be', `${japanese}😀`],
  ['windows-1252', 'windows-1252', 'café,€5,“x”\r\nnaïve – Š\n'],
];

describe('createDecoding', () => {
  it.each(cases)('%s gives the same text wherever the bytes are cut', (encoding, writer, text) => {
    const bytes = iconv.encode(text, writer);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const decoding = createDecoding(encoding);
      const parts = [
        decoding.decode(bytes.subarray(0, cut)),
        decoding.decode(bytes.subarray(cut)),
        decoding.end(),
      ];
      expect(parts.join('')).toBe(text);
    }
  });

  it.each(cases)('%s gives the same text byte by byte', (encoding, writer, text) => {
    const decoding = createDecoding(encoding);
    const parts = [...iconv.encode(text, writer)].map((byte) => decoding.decode(Uint8Array.of(byte)));
    expect(parts.join('') + decoding.end()).toBe(text);
  });

  it('drops the byte-order mark, even when it is cut', () => {
    for (const [encoding, bytes] of [
      ['utf-8', [0xef, 0xbb, 0xbf, 0x61]],
      ['utf-16le', [0xff, 0xfe, 0x61, 0]],
      ['utf-16be', [0xfe, 0xff, 0, 0x61]],
    ] as const) {
      const decoding = createDecoding(encoding);
      expect(bytes.map((byte) => decoding.decode(Uint8Array.of(byte))).join('')).toBe('a');
    }
  });
});

describe('decodeFile', () => {
  it('gives the whole text for every chunk size', async () => {
    const path = write(`${japanese}😀`);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 80 }), async (size) => {
        let text = '';
        let bytesRead = 0;
        for await (const chunk of decodeFile(path, 'utf-8', size)) {
          text += chunk.text;
          bytesRead = chunk.bytesRead;
        }
        expect(text).toBe(`${japanese}😀`);
        expect(bytesRead).toBe(Buffer.byteLength(`${japanese}😀`));
      }),
    );
  });

  it('counts what is no text in the encoding, a cut last character too', async () => {
    const path = write(Uint8Array.from([0x61, 0xff, 0x0a, 0xe3, 0x81]));
    let undecodable = 0;
    for await (const chunk of decodeFile(path, 'utf-8')) undecodable += chunk.undecodable;
    expect(undecodable).toBe(2);
  });
});
