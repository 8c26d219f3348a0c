import { deflateRawSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { previewCsv } from '../../../electron/engine/imports/preview-file.ts';
import { createDatabase } from '../../../electron/engine/store/migrate.ts';
import type { ErrorCode } from '../../../shared/ipc/result.ts';
import { tempFiles } from '../imports/temp-file.ts';
import { randomFrom } from './random-from.ts';
import { readFile } from './read-file.ts';

const write = tempFiles();

/** Names, kept rows and reported rows of a file that is expected to be read. */
async function read(content: string | Uint8Array) {
  const reading = await readFile(write(content));
  if (reading.refused !== null) throw new Error(reading.refused);
  const { preview, table, blank } = reading;
  return {
    names: preview.columns.map(({ name }) => name),
    rows: table.rows,
    reported: table.faults.map(({ line, reason }) => `${line} ${reason}`),
    blank,
    preview,
  };
}

function utf32(text: string, littleEndian: boolean, mark: boolean): Buffer {
  const characters = [...(mark ? `\ufeff${text}` : text)];
  const bytes = Buffer.alloc(characters.length * 4);
  characters.forEach((character, i) => {
    const code = character.codePointAt(0)!;
    if (littleEndian) bytes.writeUInt32LE(code, i * 4);
    else bytes.writeUInt32BE(code, i * 4);
  });
  return bytes;
}

const noise = (seed: number, length: number) => {
  const random = randomFrom(seed);
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
};
const png = Buffer.concat([Buffer.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), noise(1, 500)]);
const zip = Buffer.concat([Buffer.of(0x50, 0x4b, 3, 4, 20, 0), deflateRawSync('xl/workbook.xml'.repeat(50))]);
const table = 'id,date,value\nA,2024-04-01,1\nB,2024-04-02,2\n';

describe('headers', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'of object members',
      '__proto__,constructor,toString,hasOwnProperty',
      ['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
    ],
    ['that are empty', ',b,,d', ['#1', 'b', '#3', 'd']],
    ['that repeat', 'a,a,a,a (2)', ['a', 'a (2)', 'a (3)', 'a (2) (2)']],
    ['from right to left', 'שם,تاريخ,\u202eabc\u202c,ערך', ['שם', 'تاريخ', 'abc', 'ערך']],
    ['with zero-width characters', '\u200bid,na\u200bme,\ufeffdate,\u2060', ['id', 'name', 'date', '#4']],
    ['with control characters', 'i\u0007d,a\u0000b,c\u001bd,e', ['i d', 'a b', 'c d', 'e']],
    ['with line breaks', '"a\r\nb","c\nd",e,f', ['a b', 'c d', 'e', 'f']],
    ['in full width', 'ｉｄ,日　付,①,㈱', ['ｉｄ', '日 付', '①', '㈱']],
    ['like formulas', '=1+1,@x,+a,-b', ['=1+1', '@x', '+a', '-b']],
    ['with emoji', '🙂,👨‍👩‍👧,🇯🇵,x', ['🙂', '👨‍👩‍👧', '🇯🇵', 'x']],
    ['with spaces before quotes', '"a,1", "b,2", "c", "d"', ['a,1', 'b,2', 'c', 'd']],
    [
      'that differ in a long tail',
      `${'x'.repeat(300)}1,${'x'.repeat(300)}2,c,d`,
      ['x'.repeat(190), `${'x'.repeat(190)} (2)`, 'c', 'd'],
    ],
  ])('%s become names that can be told apart', async (_, line, names) => {
    const given = await read(`${line}\n1,2,3,4\n5,6,7,8\n`);
    expect(given.names).toEqual(names);
    expect(given.rows).toEqual([
      ['1', '2', '3', '4'],
      ['5', '6', '7', '8'],
    ]);
  });

  it('are read whole at 500 columns and refused with a count at 501 and 10,000', async () => {
    const wide = (count: number) => {
      const cells = Array.from({ length: count }, (_, i) => `c${i}`);
      return `${cells.join(',')}\n${cells.map((_, i) => i).join(',')}\n`;
    };
    expect((await read(wide(500))).rows[0]?.[499]).toBe('499');
    expect(await readFile(write(wide(501)))).toEqual({ refused: 'tooManyColumns' });
    expect(await readFile(write(wide(10_000)))).toEqual({ refused: 'tooManyColumns' });
  });

  it('are the same after a sep= line, whichever lines a person skips', async () => {
    const path = write('sep=;\nid;value\nA;1\n');
    for (const options of [{}, { skipRows: 0 }, { skipRows: 1 }]) {
      const reading = await readFile(path, options);
      if (reading.refused !== null) throw new Error(reading.refused);
      expect(reading.preview.columns.map(({ name }) => name)).toEqual(['id', 'value']);
      expect(reading.table.rows).toEqual([['A', '1']]);
    }
  });

  it('are found below a title whose quote was never closed, once its line is skipped', async () => {
    const reading = await readFile(write('"June report\nid,value\nA,1\nB,2\n'), { skipRows: 1 });
    if (reading.refused !== null) throw new Error(reading.refused);
    expect(reading.preview.columns.map(({ name }) => name)).toEqual(['id', 'value']);
    expect(reading.table.rows.length).toBe(2);
  });
});

describe('files that are no table of text', () => {
  it.each<[string, Uint8Array | string, ErrorCode]>([
    ['a zip or xlsx', zip, 'fileNotText'],
    ['an xls', Buffer.concat([Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), noise(2, 600)]), 'fileNotText'],
    ['a PNG', png, 'fileNotText'],
    ['a gzip', gzipSync(table), 'fileNotText'],
    ['a PDF', '%PDF-1.7\n1 0 obj\n<<>>\n', 'fileNotText'],
    ['noise', noise(3, 4000), 'fileNotText'],
    ['NULs only', new Uint8Array(64), 'fileNotText'],
    ['UTF-32LE with a mark', utf32(table, true, true), 'fileNotText'],
    ['UTF-32BE with a mark', utf32(table, false, true), 'fileNotText'],
    ['UTF-32LE without', utf32(table, true, false), 'fileNotText'],
    ['UTF-32BE without', utf32(table, false, false), 'fileNotText'],
    [
      'a web page called .xls',
      '\ufeff\r\n<!DOCTYPE html><html><table><tr><td>1</td></tr></table>',
      'fileNotText',
    ],
    ['an XML spreadsheet', '<?xml version="1.0"?>\n<Workbook/>', 'fileNotText'],
    ['RTF', '{\\rtf1 a,b}', 'fileNotText'],
    ['nothing', '', 'fileEmpty'],
    ['a UTF-8 mark only', Buffer.of(0xef, 0xbb, 0xbf), 'fileEmpty'],
    ['a UTF-16LE mark only', Buffer.of(0xff, 0xfe), 'fileEmpty'],
    ['a UTF-16BE mark only', Buffer.of(0xfe, 0xff), 'fileEmpty'],
    ['spaces and line breaks', ' \r\n\t\n\u3000\r', 'fileEmpty'],
    ['delimiters only', ',,,\n,,,\n', 'fileEmpty'],
    ['a sep= line only', 'sep=;\r\n', 'fileEmpty'],
  ])('%s is refused', async (_, content, code) => {
    expect(await readFile(write(content))).toEqual({ refused: code });
  });

  it.each<[string, Uint8Array | string]>([
    ['spreadsheet', Buffer.concat([Buffer.from('PK\u0003\u0004xl/workbook.xml'), noise(5, 300)])],
    ['spreadsheet', Buffer.concat([Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), noise(2, 600)])],
    ['archive', zip],
    ['pdf', '%PDF-1.7\n1 0 obj\n<<>>\n'],
    ['json', '[{"id":1,"name":"A"},{"id":2,"name":"B"}]'],
    ['json', '{"id":1}\n{"id":2}\n'],
    ['json', ' [[1,2],[3,4]]'],
    ['markup', '<?xml version="1.0"?>\n<Workbook/>'],
    ['other', png],
  ])('are called %s', async (form, content) => {
    const result = await previewCsv(write(content), {});
    expect(result).toMatchObject({ ok: false, error: { code: 'fileNotText', detail: { form } } });
  });

  it('are not those with a header in brackets', async () => {
    expect(await readFile(write('[id],[name]\n1,a\n2,b\n'))).toMatchObject({ refused: null });
  });

  it('a workspace is refused', async () => {
    const database = await createDatabase();
    const image = database.exportImage();
    database.close();
    expect(await readFile(write(image))).toEqual({ refused: 'fileNotText' });
  });
});

describe('gigantic cells and lines', () => {
  it.each<[string, () => string]>([
    ['a quoted cell of 50 MB', () => `id,a\n1,"${'x'.repeat(50 << 20)}"\n2,b\n`],
    ['a cell of 50 MB', () => `id,a\n1,${'x'.repeat(50 << 20)}\n2,b\n`],
    ['a quote that is never closed in 6 MB', () => `id,a\n1,"open\n${'2,x\n'.repeat(1_600_000)}`],
  ])('%s is refused with its line, and other work goes on', { timeout: 20_000 }, async (_, make) => {
    const path = write(make());
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    expect(await readFile(path)).toEqual({ refused: 'cellTooLarge' });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it('a cell of 65 KiB, or of 3 MB with line breaks, costs its row only', async () => {
    const given = await read(`id,a\n1,${'x'.repeat(65_537)}\n2,b\n3,"${'y\n'.repeat(1_500_000)}"\n4,d\n`);
    expect(given.rows).toEqual([
      ['2', 'b'],
      ['4', 'd'],
    ]);
    expect(given.reported).toEqual(['2 cellTooLarge', '4 cellTooLarge']);
  });

  it.each<[string, string, number, number]>([
    ['2,000,000 blank lines', `a,b\n1,2\n${'\n'.repeat(2_000_000)}3,4`, 2, 2_000_000],
    ['a million one-letter lines', `x\n${'1\n'.repeat(1_000_000)}`, 1_000_000, 0],
  ])('%s are read while other work goes on', { timeout: 20_000 }, async (_, text, rows, blank) => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const given = await read(text);
    clearInterval(timer);
    expect([given.rows.length, given.blank]).toEqual([rows, blank]);
    expect(turns).toBeGreaterThan(5);
  });

  it.each([
    ['stray quotes in every row', '1,"x"y\n'],
    ['an open quote in every row', '1,"x\n'],
  ])('%s are reported one by one', { timeout: 20_000 }, async (_, row) => {
    const given = await read(`id,a\n${row.repeat(100_000)}`);
    expect([given.rows.length, given.reported.length]).toEqual([0, 100_000]);
  });
});

describe('damaged text', () => {
  it.each<[string, string | Uint8Array, readonly string[][], readonly string[]]>([
    ['a NUL', 'a,b\n1,x\0y\n2,z\n', [['2', 'z']], ['2 nulCharacter']],
    ['a quote out of place', 'a,b\n1,"x"y\n2,z\n', [['2', 'z']], ['2 malformedQuote']],
    [
      'a quote without its twin',
      'a,b\n1,"x\n2,z\n3,"w"\n',
      [
        ['2', 'z'],
        ['3', 'w'],
      ],
      ['2 unterminatedQuote'],
    ],
    [
      'inches',
      'a,b\n1,5" pipe\n2,z\n',
      [
        ['1', '5" pipe'],
        ['2', 'z'],
      ],
      [],
    ],
    ['backslashes before quotes', 'a,b\n1,"x\\"y"\n2,z\n', [['2', 'z']], ['2 malformedQuote']],
    ['CR CR LF line ends', 'a,b\r\r\n1,x\r\r\n', [['1', 'x']], []],
    ['form feeds and vertical tabs', 'a,b\n1,x\f\v\n', [['1', 'x\f\v']], []],
    ['U+2028 and U+0085 inside cells', 'a,b\n1,x\u2028y\u0085z\n', [['1', 'x\u2028y\u0085z']], []],
    ['spaces around quoted cells', 'a,b\n "1" , "x,y" \n', [['1', 'x,y']], []],
    [
      'empty cells behind the last column',
      'a,b\n1,x,,,\n2,y, \n',
      [
        ['1', 'x'],
        ['2', 'y'],
      ],
      [],
    ],
    ['text behind the last column', 'a,b\n1,x,,q\n2,y\n', [['2', 'y']], ['2 tooManyCells']],
    ['two byte-order marks', '\ufeff\ufeffa,b\n1,x\n', [['1', 'x']], []],
    [
      'a mark of UTF-16 before UTF-8',
      Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('a,b\n1,x\n')]),
      [['1', 'x']],
      [],
    ],
  ])('%s costs at most its row', async (_, content, rows, reported) => {
    const given = await read(content);
    expect(given.names).toEqual(['a', 'b']);
    expect(given.rows).toEqual(rows);
    expect(given.reported).toEqual(reported);
  });

  it.each<[string, Uint8Array]>([
    ['UTF-8 cut inside a character', Buffer.from('id,名前\n1,東京').subarray(0, -1)],
    [
      'UTF-16LE cut inside a character',
      Buffer.concat([iconv.encode('id,x\n1,東', 'utf-16le', { addBOM: true }), Buffer.of(0x71)]),
    ],
    [
      'a lone surrogate in UTF-16',
      Buffer.concat([
        iconv.encode('id,x\n1,', 'utf-16le', { addBOM: true }),
        Buffer.of(0x00, 0xd8, 0x0a, 0x00),
      ]),
    ],
    [
      'an encoded surrogate in UTF-8',
      Buffer.concat([Buffer.from('id,x\n1,'), Buffer.of(0xed, 0xa0, 0x80, 0x0a)]),
    ],
  ])('%s is counted as undecodable, and the row stays', async (_, bytes) => {
    const reading = await readFile(write(bytes), bytes[0] === 0xff ? {} : { encoding: 'utf-8' });
    if (reading.refused !== null) throw new Error(reading.refused);
    expect(reading.preview.undecodable).toBeGreaterThan(0);
    expect(reading.table.rows.length).toBe(1);
    expect(reading.table.result).toMatchObject({ ok: true, value: { firstUndecodableLine: 2 } });
  });
});
