import { describe, expect, it } from 'vitest';
import { escapeCell } from '../../../shared/csv/escape-cell.ts';
import { csvLine, writeCsv } from '../../../shared/csv/write-csv.ts';

describe('escapeCell', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠a',
    ' =1',
    '\n=1',
    '\t=1',
    '\r=1',
    '\0=1',
    '　=1',
    '\tabc',
    '\0abc',
  ])('puts an apostrophe before %j', (text) => {
    expect(escapeCell(text)).toBe(`'${text}`);
  });

  it.each(['', 'abc', '1-2', 'a=b', "'=1", '(=1)', '顧客'])('leaves %j alone', (text) => {
    expect(escapeCell(text)).toBe(text);
  });
});

describe('writeCsv', () => {
  it('writes a byte-order mark, CR LF and quotes where they are needed', () => {
    expect(
      writeCsv(
        ['id', 'a,b'],
        [
          ['7', 'say "hi"'],
          ['x', 'two\nlines'],
          [' y', null],
        ],
      ),
    ).toBe('\uFEFFid,"a,b"\r\n7,"say ""hi"""\r\nx,"two\nlines"\r\n" y",\r\n');
  });

  it('keeps numbers numbers and makes text safe, headers too', () => {
    expect(csvLine([-5, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '-5'])).toBe("-5,1.5,,,'-5\r\n");
    expect(writeCsv(['=cmd'], [])).toBe("\uFEFF'=cmd\r\n");
  });

  it('writes a lone empty cell so that it is no blank line', () => {
    expect(csvLine([''])).toBe('""\r\n');
  });
});
