import { describe, expect, it } from 'vitest';
import { buildListTsv } from '../../../renderer/features/segments/build-list-tsv.ts';

describe('buildListTsv', () => {
  it('keeps one line per row and one cell per tab', () => {
    const text = buildListTsv({
      headers: ['id', 'note'],
      rows: [
        ['A', 'one\ttwo\r\nthree'],
        ['B', null],
      ],
    });
    expect(text.split('\r\n').map((line) => line.split('\t'))).toEqual([
      ['id', 'note'],
      ['A', 'one two three'],
      ['B', ''],
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@a', '＝1', ' \t=1', '\0=1'])('makes %j safe to paste', (danger) => {
    const cells = buildListTsv({ headers: ['h'], rows: [[danger]] }).split('\r\n');
    expect(cells[1]!.startsWith("'")).toBe(true);
  });

  it('leaves numbers as numbers', () => {
    expect(buildListTsv({ headers: ['h'], rows: [[-5.5], [Number.NaN]] })).toBe('h\r\n-5.5\r\n');
  });
});
