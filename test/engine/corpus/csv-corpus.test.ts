import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewCsv } from '../../../electron/engine/imports/preview-file.ts';
import { enData } from '../../../renderer/i18n/en/data.ts';
import { enErrors } from '../../../renderer/i18n/en/errors.ts';
import { jaData } from '../../../renderer/i18n/ja/data.ts';
import { jaErrors } from '../../../renderer/i18n/ja/errors.ts';
import { detectDateFormat } from '../../../shared/csv/detect-date-format.ts';
import { parseDate } from '../../../shared/csv/parse-date.ts';
import { parseNumber } from '../../../shared/csv/parse-number.ts';
import { suggestMapping } from '../../../shared/csv/suggest-mapping.ts';
import { corpusExpectations } from '../../fixtures/corpus-expectations.ts';
import { tempFiles } from '../imports/temp-file.ts';
import { readFile } from './read-file.ts';

const write = tempFiles();
const corpus = join(import.meta.dirname, '../../fixtures/csv-corpus');
const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.[ct]sv$/.test(name))
  .map((name) => name.replaceAll('\\', '/'))
  .sort();

async function tableOf(name: string) {
  const reading = await readFile(join(corpus, name));
  if (reading.refused !== null) throw new Error(`${name}: ${reading.refused}`);
  return reading;
}

/** Records that hold anything, counted with no code of the import: a quote toggles, a line break outside quotes ends. */
function countRecords(text: string): number {
  let [records, filled, quoted] = [0, false, false];
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if ((character === '\n' || character === '\r') && !quoted) {
      if (filled) records++;
      filled = false;
    } else if (!/[\s,;|\t"\ufeff]/.test(character)) filled = true;
  }
  return records + (filled ? 1 : 0);
}

/** Quotes that toggling cannot follow; a UTF-16 mark before UTF-8; rows of nothing but empty quotes. */
const countedByEye = ['rvl-corpus/backslash_escape.csv', 'rvl-corpus/unterminated_quote.csv'];

describe('csv-corpus', () => {
  it('is in the table, every file of it', () => {
    expect(files).toEqual(Object.keys(corpusExpectations).sort());
    expect(files.length).toBeGreaterThanOrEqual(180);
  });

  it.each(files)('reads %s as the table says', { timeout: 10_000 }, async (name) => {
    const expected = corpusExpectations[name]!;
    const reading = await readFile(join(corpus, name));
    if ('refused' in expected || reading.refused !== null) {
      expect(reading).toEqual(expected);
      return;
    }
    const { preview, table } = reading;
    expect({
      columns: preview.columns.map((column) => column.name),
      rows: table.rows.length,
      first: table.rows[0],
      last: table.rows.length > 1 ? table.rows.at(-1) : undefined,
      reported: Object.fromEntries(table.faults.map(({ line, reason }) => [line, reason])),
      blank: reading.blank,
      skip: preview.skipRows,
      hasHeader: preview.hasHeader,
      delimiter: preview.delimiter,
      encoding: preview.encoding,
      asked: !preview.encodingConfident,
    }).toEqual({
      ...{
        reported: {},
        blank: 0,
        skip: 0,
        hasHeader: true,
        delimiter: ',',
        encoding: 'utf-8',
        asked: false,
      },
      ...{ first: undefined, last: undefined },
      ...expected,
    });
  });

  it.each(files.filter((name) => !('refused' in corpusExpectations[name]!) && !countedByEye.includes(name)))(
    'keeps or reports every row of %s',
    async (name) => {
      const { preview, table } = await tableOf(name);
      const label = preview.encoding === 'windows-1252' ? 'latin1' : preview.encoding;
      const text = new TextDecoder(label).decode(readFileSync(join(corpus, name)));
      const lines = text.split(/\r\n?|\n/).slice(preview.skipRows);
      const header = preview.hasHeader ? 1 : 0;
      expect(table.rows.length + table.faults.length + header).toBe(countRecords(lines.join('\n')));
    },
  );

  it.each(readdirSync(join(corpus, 'csv-spectrum')).filter((name) => name.endsWith('.csv')))(
    'reads csv-spectrum %s exactly as its .json',
    async (name) => {
      const path = join(corpus, 'csv-spectrum', name);
      const source = readFileSync(path, 'utf8');
      // The copies lost the CR LF that the names and the .json of the _crlf files speak of.
      const crlf = name.includes('_crlf') ? write(source.replace(/\r?\n/g, '\r\n')) : path;
      const reading = await readFile(crlf);
      if (reading.refused !== null) throw new Error(reading.refused);
      const { preview, table } = reading;
      const objects = table.rows.map((row) =>
        Object.fromEntries(preview.columns.map((column) => [column.name, row[column.index]])),
      );
      expect(objects).toEqual(JSON.parse(readFileSync(path.replace('.csv', '.json'), 'utf8')));
      expect(table.faults).toEqual([]);
    },
  );

  it.each<[string, number, readonly (number | 'blank' | 'invalid')[]]>([
    ['rvl-corpus/accounting_parentheses.csv', 1, [-1234.56, -1234.56, 'invalid', 'invalid', 1234.56]],
    ['rvl-corpus/currency_values.csv', 1, [1234.56, -7890, -12.34]],
    ['rvl-corpus/locale_decimal.csv', 1, [1234.56, 12345]],
    ['rvl-corpus/numeric_thousands.csv', 1, [1234, 12345.67]],
    ['rvl-corpus/percent_values.csv', 1, [10, 3.5]],
    ['rvl-corpus/plus_sign_numbers.csv', 1, [10, 1234, 123]],
    ['rvl-corpus/scientific_notation.csv', 1, [1000, -0.00025]],
    ['rvl-corpus/missingness_numeric_vs_missing.csv', 1, ['blank', 100, 'invalid', 200]],
    ['csvkit/test_locale.csv', 0, [1.7]],
    ['csvkit/test_no_leading_zeroes.csv', 1, [0.11]],
    ['nkmk-python-snippets/sample_space.csv', 1, [12, 22, 32]],
  ])('reads the numbers of %s', async (name, column, expected) => {
    const { preview, table } = await tableOf(name);
    const { encoding, delimiter, hasHeader, skipRows, columns, sampleRows } = preview;
    const read = { encoding, delimiter, hasHeader, skipRows };
    const { plan } = suggestMapping({ fileName: name, columns, rows: sampleRows, read });
    expect(table.rows.map((row) => parseNumber(row[column] ?? '', plan))).toEqual(expected);
  });

  it.each([
    ['csvkit/test_date_format.csv', 0, 'dmy', '2014-01-02'],
    ['csvkit/test_numeric_date_format.csv', 0, 'compact', '2014-01-02'],
    ['csvkit/testxlsx_converted.csv', 1, 'iso', '1971-01-01'],
    ['csvkit/testxlsx_noinference_converted.csv', 5, 'timestamp', '1971-01-01'],
    ['csvkit/test_geo.csv', 9, 'mdy', '2012-03-30'],
    ['nkmk-python-snippets/sample_date_jp.csv', 0, 'japanese', '2017-11-01'],
    ['nkmk-python-snippets/sample_datetime_multi.csv', 0, 'timestamp', '2017-11-01'],
    ['nkmk-python-snippets/sample_datetime_multi.csv', 1, 'japanese', '2017-11-01'],
  ] as const)('reads the dates of %s, column %i, as %s', async (name, column, format, first) => {
    const { table } = await tableOf(name);
    const texts = table.rows.map((row) => row[column] ?? '').filter((text) => text !== '');
    expect(detectDateFormat(texts)).toMatchObject({ format, ambiguous: false });
    expect(parseDate(texts[0]!, { format })).toBe(Date.parse(first) / 86_400_000);
  });

  it('has a sentence in both languages for every refusal and every reason in the table', () => {
    for (const expected of Object.values(corpusExpectations)) {
      const codes = 'refused' in expected ? [expected.refused] : [];
      const reasons = 'refused' in expected ? [] : Object.values(expected.reported ?? {});
      for (const sentences of [enErrors, jaErrors])
        expect(Object.keys(sentences)).toEqual(expect.arrayContaining(codes));
      for (const { reason } of [enData, jaData])
        expect(Object.keys(reason)).toEqual(expect.arrayContaining(reasons));
    }
  });

  it('obeys a person who knows better than the vote', async () => {
    const stated = await previewCsv(join(corpus, 'rvl-corpus/ambiguous_delimiter.csv'), { delimiter: ';' });
    expect(stated.ok && stated.value.columns.map(({ name }) => name)).toEqual(['h1,h2', 'h3']);
  });
});
