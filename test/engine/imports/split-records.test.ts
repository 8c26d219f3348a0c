import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createRecordSplitter } from '../../../electron/engine/imports/split-records.ts';

/** Rows, start lines and faults of a text pushed in pieces cut at these places. */
function split(text: string, cuts: readonly number[] = [], delimiter: ',' | ';' = ',') {
  const splitter = createRecordSplitter(delimiter, 1);
  const places = [0, ...[...cuts].sort((a, b) => a - b), text.length];
  const rows: string[][] = [];
  const lines: number[] = [];
  const faults: string[] = [];
  for (let i = 1; i < places.length; i++) {
    const batch = splitter.push(text.slice(places[i - 1], places[i]), i === places.length - 1);
    for (const [row, fault] of batch.quoteFaults) faults.push(`${batch.lines[row]} ${fault}`);
    for (const row of batch.rows) rows.push(row);
    for (const line of batch.lines) lines.push(line);
  }
  return { rows, lines, faults };
}

const awkwardText = fc.string({
  unit: fc.constantFrom('a', 'é', '1', ',', '"', '\n', '\r', '\r\n', ' ', '""', ',"'),
  maxLength: 60,
});

describe('createRecordSplitter', () => {
  it('knows the line of every row, quoted line breaks counted', () => {
    const text = 'id,note\n1,"two\nlines"\r\n2,"three\r\nmore\rlines"\r3,x\n\n4,y';
    const { rows, lines } = split(text);
    expect(rows.map((row) => row[0])).toEqual(['id', '1', '2', '3', '', '4']);
    expect(lines).toEqual([1, 2, 4, 7, 8, 9]);
    expect(rows[2]).toEqual(['2', 'three\r\nmore\rlines']);
  });

  it('gives the same rows and lines wherever a regular text is cut', () => {
    const text = 'id,note\r\n1,"say ""hi"", ok"\r\n2,"a\r\nb"\r\n"3"  ,plain\r\r4,\n"5","end"';
    const whole = split(text);
    for (let cut = 0; cut <= text.length; cut++) expect(split(text, [cut])).toEqual(whole);
    expect(
      split(
        text,
        Array.from({ length: text.length }, (_, i) => i),
      ),
    ).toEqual(whole);
  });

  it('gives the same rows wherever any text is cut', () => {
    fc.assert(
      fc.property(awkwardText, fc.array(fc.nat(60), { maxLength: 5 }), (text, cuts) => {
        const places = cuts.map((cut) => Math.min(cut, text.length));
        expect(split(text, places)).toEqual(split(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('drops spaces before an opening quote and behind a closing one', () => {
    expect(split('a,b\n1, "x,y"\n  "2", "z" \n3, z "w"\n').rows).toEqual([
      ['a', 'b'],
      ['1', 'x,y'],
      ['2', 'z'],
      ['3', ' z "w"'],
    ]);
    expect(split('1,"x"\u3000,y\n')).toEqual({ rows: [['1', 'x', 'y']], lines: [1], faults: [] });
  });

  it('equals papaparse where no quote is out of place', () => {
    let compared = 0;
    fc.assert(
      fc.property(awkwardText, (raw) => {
        const text = raw.replaceAll('\r', '').replace(/ +(?=")/g, '');
        const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
        if (text === '' || errors.length > 0) return;
        compared++;
        if (text.endsWith('\n') && data.at(-1)?.join('|') === '') data.pop();
        expect(split(text).rows).toEqual(data);
      }),
      { numRuns: 2000 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('gives every line to exactly one row, whatever its quotes', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const { rows, lines, faults } = split(text);
        const breaks = text.match(/\r\n?|\n/g)?.length ?? 0;
        const total = breaks + (text === '' || /[\r\n]$/.test(text) ? 0 : 1);
        const taken = rows.map((row) => 1 + (row.join('|').match(/\r\n?|\n/g)?.length ?? 0));
        expect(taken.reduce((sum, count) => sum + count, 0)).toBe(total);
        expect(lines).toEqual(taken.map((_, i) => 1 + taken.slice(0, i).reduce((a, b) => a + b, 0)));
        expect(faults.length).toBeLessThanOrEqual(rows.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('loses only the row whose quote is out of place', () => {
    const text = 'a,b\n1,"2"x\n3,"4"\n5,"6\n7,"8"\n9,"10\n11,12\n';
    const { rows, faults } = split(text);
    expect(faults).toEqual(['2 malformedQuote', '4 unterminatedQuote', '6 unterminatedQuote']);
    expect(rows.map((row) => row.join('|'))).toEqual([
      'a|b',
      '1|"2"x',
      '3|4',
      '5|"6',
      '7|8',
      '9|"10',
      '11|12',
    ]);
  });

  it('names quotes that do not fit', () => {
    expect(split('a,b\n1,"2"x\n3,4').faults).toEqual(['2 malformedQuote']);
    expect(split('a,b\n1,2\n3,"4\n5,6').faults).toEqual(['3 unterminatedQuote']);
    expect(split('a,b\n1,2"x"\n3,"4"').faults).toEqual([]);
  });
});
