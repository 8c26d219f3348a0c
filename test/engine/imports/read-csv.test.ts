import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { csvLimits } from '../../../electron/engine/imports/csv-limits.ts';
import { escapeCell } from '../../../shared/csv/escape-cell.ts';
import { writeCsv } from '../../../shared/csv/write-csv.ts';
import { readAll } from './read-all.ts';
import { tempFiles } from './temp-file.ts';

const write = tempFiles();
const fixtures = join(import.meta.dirname, '../../fixtures');
const spectrum = join(fixtures, 'csv-corpus/csv-spectrum');

/** The copies lost the CR LF that the names and the expected .json of the _crlf files speak of: it is put back. */
function spectrumFile(name: string): string {
  const path = join(spectrum, name);
  if (!name.includes('_crlf')) return path;
  return write(readFileSync(path, 'utf8').replace(/\r?\n/g, '\r\n'));
}

describe('readCsv', () => {
  it.each(readdirSync(spectrum).filter((name) => name.endsWith('.csv')))(
    'reads csv-spectrum %s exactly',
    async (name) => {
      const { result, rows, faults } = await readAll(spectrumFile(name));
      const expected: unknown = JSON.parse(
        readFileSync(join(spectrum, name.replace('.csv', '.json')), 'utf8'),
      );
      const header = result.ok ? (result.value.header ?? []) : [];
      expect(rows.map((row) => Object.fromEntries(row.map((cell, i) => [header[i], cell])))).toEqual(
        expected,
      );
      expect(faults).toEqual([]);
    },
  );

  it('keeps every row of saas-panel', async () => {
    const { result, rows, lines } = await readAll(join(fixtures, 'saas-panel/usage_metrics.csv'));
    expect(result).toMatchObject({
      ok: true,
      value: { rowsRead: 113893, rowsKept: 113893, columns: 4, undecodable: 0 },
    });
    expect(rows.length).toBe(113893);
    expect(lines.at(-1)).toBe(113894);
    expect(rows[0]).toEqual(['1', '2022-04-01', '13', '231']);
  });

  it('keeps texts as they are: 007, NA, dates, __proto__', async () => {
    const path = write('__proto__,constructor,__proto__\n007,NA,2024-04-01\n1e5,TRUE, x \n');
    const { result, rows } = await readAll(path);
    expect(result.ok && result.value.header).toEqual(['__proto__', 'constructor', '__proto__']);
    expect(rows).toEqual([
      ['007', 'NA', '2024-04-01'],
      ['1e5', 'TRUE', ' x '],
    ]);
  });

  it.each([
    ['shift_jis', 'cp932'],
    ['euc-jp', 'eucjp'],
    ['utf-16le', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
  ] as const)('reads %s', async (encoding, writer) => {
    const path = write(iconv.encode('顧客,表示\r\n東京、ソニー,①\r\n', writer));
    const { rows } = await readAll(path, { encoding });
    expect(rows).toEqual([['東京、ソニー', '①']]);
  });

  it('counts rows kept, faulty and blank, and names line and reason', async () => {
    const path = write('id,a,b\n1,x,y\n2,x\n\n3,x,y,z\n4,x,y,,\n,,\n5,"q"r,y\n');
    const { result, rows, lines, faults } = await readAll(path);
    expect(result).toMatchObject({ ok: true, value: { rowsKept: 2, blankRows: 2, rowsFaulty: 3 } });
    expect(rows.map((row) => row[0])).toEqual(['1', '4']);
    expect(lines).toEqual([2, 6]);
    expect(faults.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'tooFewCells'],
      [5, 'tooManyCells'],
      [8, 'malformedQuote'],
    ]);
    expect(result.ok && result.value.rowsRead).toBe(rows.length + faults.length);
  });

  it('reports NUL, an unterminated quote and a cell above the limit by line and column', async () => {
    const long = 'x'.repeat(csvLimits.cellCharacters + 1);
    const path = write(`id,a\n1,"two\nlines"\n2,a\0b\n3,${long}\n4,${long.slice(1)}\n5,"open\n6,x\n`);
    const { rows, faults } = await readAll(path);
    expect(rows.map((row) => row[0])).toEqual(['1', '4', '6']);
    expect(faults.map(({ line, reason, column }) => [line, reason, column])).toEqual([
      [4, 'nulCharacter', 1],
      [5, 'cellTooLarge', 1],
      [7, 'unterminatedQuote', null],
    ]);
    expect(faults.every(({ value }) => value.length <= 200)).toBe(true);
  });

  it('counts lines of mixed breaks and skipped lines', async () => {
    const path = write('title\r\n\rid,a\r1,x\n2,"a\r\nb"\r\n3,y');
    const { rows, lines } = await readAll(path, { skipRows: 2 });
    expect(rows.map((row) => row[0])).toEqual(['1', '2', '3']);
    expect(lines).toEqual([4, 5, 7]);
  });

  it('takes the first row as data without a header', async () => {
    const { result, rows, lines } = await readAll(write('1,2\n3,4\n'), { hasHeader: false });
    expect(rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(lines).toEqual([1, 2]);
    expect(result.ok && result.value.header).toBeNull();
  });

  it('names the first row with undecodable bytes', async () => {
    const path = write(
      Buffer.concat([Buffer.from('id,a\n1,x\n2,"y\nz"\n3,'), Buffer.of(0xff, 0x0a, 0xfe, 0x0a)]),
    );
    const { result } = await readAll(path, { columnCount: 2 });
    expect(result).toMatchObject({ ok: true, value: { undecodable: 2, firstUndecodableLine: 5 } });
  });

  it('fails with a code where nothing can be read', async () => {
    const code = async (...call: Parameters<typeof readAll>) => {
      const { result } = await readAll(...call);
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await code('/no/such/file.csv')).toBe('fileMissing');
    expect(await code(write(''))).toBe('fileEmpty');
    expect(await code(write('\n\n \n'))).toBe('fileEmpty');
    expect(await code(write('a,b\n1,2\n'), { limitBytes: 7 })).toBe('fileTooLarge');
    expect(await code(write('a,b\n1,2\n'), { limitBytes: 8 })).toBe('ok');
    expect(await code(write(Array.from({ length: 501 }, (_, i) => `c${i}`).join(',')))).toBe(
      'tooManyColumns',
    );
    expect(await code(write(Array.from({ length: 500 }, (_, i) => `c${i}`).join(',')))).toBe('ok');
    expect(await code(write(`a,b\n1,"${'x'.repeat(csvLimits.openRowCharacters + (2 << 20))}`))).toBe(
      'cellTooLarge',
    );
    expect(await code(write('a,b\n1,2\n'), { isCancelled: () => true })).toBe('cancelled');
  });

  it('stops between chunks when cancelled, and reports progress in bytes', async () => {
    const path = write(`id,a\n${'123456789,abcdefghi\n'.repeat(200_000)}`);
    const progress: number[] = [];
    const { result, rows } = await readAll(path, {
      onProgress: ({ bytesRead }) => progress.push(bytesRead),
      isCancelled: () => progress.length === 2,
    });
    expect(result).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(progress).toEqual([1 << 19, 1 << 20]);
    expect(rows.length).toBeLessThan(200_000);
  });

  it('lets other work run while it reads', async () => {
    const path = write(`id,a\n${'123456789,abcdefghi\n'.repeat(200_000)}`);
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await readAll(path);
    clearInterval(timer);
    expect(turns).toBeGreaterThanOrEqual(2);
  });

  it('reads back what writeCsv wrote', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '7', '顧', '😀', ',', '"', '\n', '\r', '\t', ' ', '=', '-', ';'),
      maxLength: 12,
    });
    const table = fc.integer({ min: 1, max: 5 }).chain((columns) =>
      fc.record({
        header: fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: columns, maxLength: columns }),
        rows: fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { maxLength: 8 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(table, async ({ header, rows }) => {
        const filled = rows.filter((row) => row.some((cell) => escapeCell(cell).trim() !== ''));
        const read = await readAll(write(writeCsv(header, filled)));
        expect(read.faults).toEqual([]);
        expect(read.rows).toEqual(filled.map((row) => row.map(escapeCell)));
        expect(read.result.ok && read.result.value.header).toEqual(header);
      }),
      { numRuns: 200 },
    );
  });
});
