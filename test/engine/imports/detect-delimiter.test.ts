import { describe, expect, it } from 'vitest';
import { detectDelimiter } from '../../../electron/engine/imports/detect-delimiter.ts';

describe('detectDelimiter', () => {
  it.each([
    [',', 'id,value\n1,2\n3,4\n'],
    ['\t', 'id\tvalue\n1\t2,5\n3\t4,5\n'],
    [';', 'id;value\n1;2,5\n3;4,5\n'],
    [';', '1,5;2,5;3,5\n1,7;2,7;3,7\n'],
    [';', '1,5;2\n3,5;4\n'],
    ['|', 'id|note\n1|a, b\n2|c\n'],
    [',', 'id,note\n1,"a;b;c"\n2,"d;e;f"\n'],
    [',', 'id,note\n1,a;b\n2,c\n'],
    [',', 'Report;2024\n\nid,a,b\n1,2,3\n4,5,6\n7,8,9\n'],
    [',', 'id,"two\nlines;x"\n1,2\n'],
    [',', 'alone\n1\n2\n'],
    [',', ''],
  ])('sees %j in %j', (delimiter, text) => {
    expect(detectDelimiter(text)).toEqual({ delimiter, hasSepLine: false });
  });

  it('obeys a first line sep=', () => {
    expect(detectDelimiter('sep=;\r\na,b;c,d\r\n')).toEqual({ delimiter: ';', hasSepLine: true });
    expect(detectDelimiter('SEP=|')).toEqual({ delimiter: '|', hasSepLine: true });
  });

  it.each(['^', '~', '\u0001', '\u001f'])('sees %j where no ordinary delimiter cuts', (delimiter) => {
    expect(detectDelimiter(`a${delimiter}b\n1${delimiter}2\n`).delimiter).toBe(delimiter);
    expect(detectDelimiter(`a${delimiter}b,c\n1${delimiter}2,3\n`).delimiter).toBe(',');
  });

  it('does not take a sign inside quoted cells for the delimiter', () => {
    expect(detectDelimiter('"a;b","c;d"\n"1;2","3;4"\n').delimiter).toBe(',');
  });

  it('skips a sep= line that names no delimiter it knows', () => {
    expect(detectDelimiter('sep=#\na;b\n1;2\n')).toEqual({ delimiter: ';', hasSepLine: true });
  });
});
