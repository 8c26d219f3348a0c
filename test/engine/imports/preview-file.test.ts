import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { previewCsv } from '../../../electron/engine/imports/preview-file.ts';
import type { ReadOptions } from '../../../shared/schemas/import-plan.ts';
import { readAll } from './read-all.ts';
import { tempFiles } from './temp-file.ts';

const write = tempFiles();
const corpus = join(import.meta.dirname, '../../fixtures/csv-corpus');
const corpusFiles = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.[ct]sv$/.test(name))
  .sort();
const unreadable: Readonly<Record<string, string>> = {
  'csvkit/empty.csv': 'fileEmpty',
  'rvl-corpus/blank_only.csv': 'fileEmpty',
  'rvl-corpus/empty_file.csv': 'fileEmpty',
  'rvl-corpus/encoding_utf32be.csv': 'fileNotText',
  'rvl-corpus/only_blank_lines.csv': 'fileEmpty',
  'rvl-corpus/sep_only.csv': 'fileEmpty',
  'rvl-corpus/utf16le_bom.csv': 'fileEmpty',
  'rvl-corpus/utf32be_bom.csv': 'fileNotText',
};

async function preview(path: string, options: ReadOptions = {}) {
  const result = await previewCsv(path, options);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const names = ({ columns }: { columns: readonly { name: string }[] }) => columns.map(({ name }) => name);

describe('previewCsv', () => {
  it('finds the corpus', () => {
    expect(corpusFiles.length).toBeGreaterThan(160);
  });

  it.each(corpusFiles)('previews %s, and reading it gives as many rows', async (name) => {
    const path = join(corpus, name);
    const result = await previewCsv(path, {});
    expect(result.ok ? undefined : result.error.code).toBe(unreadable[name]);
    if (!result.ok) return;
    const { encoding, delimiter, hasHeader, skipRows, columns, estimatedRows } = result.value;
    const read = { encoding, delimiter, hasHeader, skipRows, columnCount: columns.length };
    const all = await readAll(path, read);
    expect(all.rows.length + all.faults.length).toBe(estimatedRows);
    expect(all.rows.every((row) => row.length === columns.length)).toBe(true);
  });

  it.each<[string, Partial<Awaited<ReturnType<typeof preview>>>]>([
    ['nkmk-python-snippets/sample_header_shift_jis.csv', { encoding: 'shift_jis' }],
    ['csvkit/test_utf16_big.csv', { encoding: 'utf-16be' }],
    ['csvkit/test_utf16_little.csv', { encoding: 'utf-16le' }],
    ['csvkit/test_latin1.csv', { encoding: 'windows-1252' }],
    ['rvl-corpus/utf8_bom_sep_pipe.csv', { encoding: 'utf-8', delimiter: '|', skipRows: 1 }],
    ['rvl-corpus/sep_tab.csv', { delimiter: '\t', skipRows: 1, hasHeader: true }],
    ['rvl-corpus/semicolon_quoted.csv', { delimiter: ';' }],
    ['csvkit/bad_skip_lines.csv', { skipRows: 3, hasHeader: true }],
    ['csvkit/no_header_row.csv', { hasHeader: false, skipRows: 0 }],
  ])('sees how %s is written', async (name, expected) => {
    expect(await preview(join(corpus, name))).toMatchObject(expected);
  });

  it('names columns by their header: repeated, missing and dangerous ones kept apart', async () => {
    const value = await preview(write(' id ,,name,name,__proto__,\n1,2,3,4,5,\n'));
    expect(names(value)).toEqual(['id', '#2', 'name', 'name (2)', '__proto__']);
    expect(value.columns[4]?.samples).toEqual(['5', '', '']);
  });

  it('obeys stated options over its guesses', async () => {
    const path = write(iconv.encode('顧客;日付,x\n1;2,3\n', 'cp932'));
    const value = await preview(path, {
      encoding: 'shift_jis',
      delimiter: ',',
      hasHeader: false,
      skipRows: 1,
    });
    expect(value).toMatchObject({
      encoding: 'shift_jis',
      encodingConfident: true,
      delimiter: ',',
      skipRows: 1,
    });
    expect(value.rows).toEqual([['1;2', '3']]);
    expect(names(value)).toEqual(['#1', '#2']);
  });

  it('shows 100 rows of a large file and estimates the rest', async () => {
    const value = await preview(write(`id,value\n${'123456,78\n'.repeat(300_000)}`));
    expect(value.rows.length).toBe(100);
    expect(value.sampleRows.length).toBe(5000);
    expect(Math.abs(value.estimatedRows - 300_000)).toBeLessThan(100);
  });

  it('sees an encoding that shows only far into the file', async () => {
    const ascii = Buffer.from(`id,name\n${'123456,abc\n'.repeat(150_000)}`);
    const japanese = iconv.encode('1,株式会社東京システム\n2,使いこなせなかった\n', 'cp932');
    expect((await preview(write(Buffer.concat([ascii, japanese])))).encoding).toBe('shift_jis');
  });

  it('counts undecodable bytes', async () => {
    const value = await preview(write(Buffer.from([0x61, 0x2c, 0xff, 0x0a])), { encoding: 'utf-8' });
    expect(value.undecodable).toBe(1);
  });

  it.each([
    ['a zip', [0x50, 0x4b, 3, 4, 20, 0]],
    ['a gzip', [0x1f, 0x8b, 8, 0]],
    ['control bytes', Array.from({ length: 400 }, (_, i) => (i * 7) % 16)],
  ])('refuses %s as no text', async (_, bytes) => {
    const result = await previewCsv(write(Uint8Array.from(bytes)), {});
    expect(result).toMatchObject({ ok: false, error: { code: 'fileNotText' } });
  });

  it('fails with a code for a missing file and for too many columns', async () => {
    expect(await previewCsv('/no/such/file.csv', {})).toMatchObject({ error: { code: 'fileMissing' } });
    const wide = write(Array.from({ length: 501 }, (_, i) => `c${i}`).join(','));
    expect(await previewCsv(wide, {})).toMatchObject({ error: { code: 'tooManyColumns' } });
  });
});
