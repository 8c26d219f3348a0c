import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../../electron/engine/imports/decode-stream.ts';
import { previewCsv } from '../../../electron/engine/imports/preview-file.ts';
import type { Encoding } from '../../../shared/schemas/import-plan.ts';
import { tempFiles } from '../imports/temp-file.ts';

const write = tempFiles();

const plain = 'id,value\n1,2\n';
const shortJapanese = '顧客,日付\n1,4月\n';
const longJapanese = [
  '顧客番号,会社名,利用開始日,解約理由,担当',
  '1,株式会社東京商店,2024年4月1日,料金が高いため,佐藤',
  '2,大阪システム,2024年5月1日,使いこなせなかった,鈴木',
  '3,表示ソフト能力,2024年6月1日,"予算、削減",田中',
].join('\r\n');
const vendor = '会社,備考\n㈱髙橋商店,①契約～更新\n㈲﨑山工業,②¥−1‖Ⅲ\n';
const halfWidth = 'id,name\n1,ｶﾌﾞｼｷｶﾞｲｼｬ ﾔﾏﾀﾞ\n2,ﾄｳｷｮｳ ｼｽﾃﾑ\n';
const backslash = 'id,name\n1,表示\n2,ソフト\n3,十ー能予\n';
const shortWestern = 'id,amount\n1,€5\n';
const longWestern = 'id,név,note\n1,café,€5 – now\n2,naïve,“yes”\n3,Müller,Straße\n4,señor,12\n'.repeat(20);
const mostlyAscii = `${'12345,plain ascii text\n'.repeat(4000)}9,`;

type Row = readonly [name: string, encoding: Encoding, writer: string, text: string, addBOM?: boolean];
const rows: readonly Row[] = [
  ['UTF-8, ASCII only', 'utf-8', 'utf8', plain],
  ['UTF-8, short', 'utf-8', 'utf8', shortJapanese],
  ['UTF-8, long', 'utf-8', 'utf8', longJapanese.repeat(50)],
  ['UTF-8, Western', 'utf-8', 'utf8', longWestern],
  ['UTF-8, emoji', 'utf-8', 'utf8', 'id,😀\n1,👨‍👩‍👧 𠮷野家\n'],
  ['UTF-8, Japanese behind 90 KB of ASCII', 'utf-8', 'utf8', `${mostlyAscii}東京\n`],
  ['UTF-8 with mark, ASCII only', 'utf-8', 'utf8', plain, true],
  ['UTF-8 with mark, short', 'utf-8', 'utf8', shortJapanese, true],
  ['UTF-8 with mark, long', 'utf-8', 'utf8', longJapanese.repeat(50), true],
  ['CP932, short', 'shift_jis', 'cp932', shortJapanese],
  ['CP932, long', 'shift_jis', 'cp932', longJapanese.repeat(50)],
  ['CP932, ①㈱髙～', 'shift_jis', 'cp932', vendor.replace('−', '－').replace('¥', '￥').replace('‖', '∥')],
  ['CP932, half-width kana', 'shift_jis', 'cp932', halfWidth],
  ['CP932, second bytes 5C and 7C', 'shift_jis', 'cp932', backslash],
  ['CP932, Japanese behind 90 KB of ASCII', 'shift_jis', 'cp932', `${mostlyAscii}株式会社東京\n`],
  ['EUC-JP, short', 'euc-jp', 'eucjp', shortJapanese],
  ['EUC-JP, long', 'euc-jp', 'eucjp', longJapanese.repeat(50)],
  ['EUC-JP, half-width kana', 'euc-jp', 'eucjp', halfWidth],
  ['EUC-JP, Japanese behind 90 KB of ASCII', 'euc-jp', 'eucjp', `${mostlyAscii}株式会社東京\n`],
  ['UTF-16LE, ASCII only', 'utf-16le', 'utf-16le', plain],
  ['UTF-16LE, short', 'utf-16le', 'utf-16le', shortJapanese],
  ['UTF-16LE, long', 'utf-16le', 'utf-16le', longJapanese.repeat(50)],
  ['UTF-16LE with mark, short', 'utf-16le', 'utf-16le', shortJapanese, true],
  ['UTF-16LE with mark, no ASCII but a line break', 'utf-16le', 'utf-16le', '顧客\n東京\n', true],
  ['UTF-16BE, ASCII only', 'utf-16be', 'utf-16be', plain],
  ['UTF-16BE, short', 'utf-16be', 'utf-16be', shortJapanese],
  ['UTF-16BE, long', 'utf-16be', 'utf-16be', longJapanese.repeat(50)],
  ['UTF-16BE with mark, short', 'utf-16be', 'utf-16be', shortJapanese, true],
  ['CP1252, € alone', 'windows-1252', 'windows-1252', shortWestern],
  ['CP1252, – alone', 'windows-1252', 'windows-1252', 'id,span\n1,2023–2024\n'],
  ['CP1252, one é', 'windows-1252', 'windows-1252', 'id,name\n1,café\n'],
  ['CP1252, long', 'windows-1252', 'windows-1252', longWestern],
  ['CP1252, é behind 90 KB of ASCII', 'windows-1252', 'windows-1252', `${mostlyAscii}café – €5\n`],
];
const samples = rows.map(([name, encoding, writer, text, addBOM = false]) => ({
  ...{ name, encoding, text },
  bytes: iconv.encode(text, writer, { addBOM }),
  piece: text.length > 1000 ? text.slice(-700) : text,
  pieceBytes: iconv.encode(text.length > 1000 ? text.slice(-700) : text, writer, { addBOM }),
}));
/** Fewer than six bytes that tell, or bytes that are ordinary in two encodings: the person is asked. */
const askedAbout = [
  'CP932, half-width kana',
  'CP1252, € alone',
  'CP1252, – alone',
  'CP1252, one é',
  'CP1252, é behind 90 KB of ASCII',
];

describe('encodings', () => {
  it('are thirty-three samples', () => {
    expect(samples.length).toBe(33);
  });

  it.each(samples)('$name is known as $encoding, or asked about', async ({ name, encoding, bytes }) => {
    const preview = await previewCsv(write(bytes), {});
    if (!preview.ok) throw new Error(preview.error.code);
    expect(preview.value.encoding).toBe(encoding);
    expect(preview.value.encodingConfident).toBe(!askedAbout.includes(name));
    expect(preview.value.undecodable).toBe(0);
  });

  it.each(samples)('$name ($encoding) is decoded exactly wherever its bytes are cut', async (sample) => {
    const path = write(sample.pieceBytes);
    for (const size of [1, 2, 3, 5, 7, 64]) {
      let decoded = '';
      for await (const chunk of decodeFile(path, sample.encoding, size)) decoded += chunk.text;
      expect(decoded).toBe(sample.piece);
    }
  });
});
