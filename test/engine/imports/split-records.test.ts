import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { normaliseLineBreaks } from '../../../electron/engine/imports/normalise-line-breaks.ts';
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
    rows.push(...batch.rows);
    lines.push(...batch.lines);
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

  it('drops spaces before an opening quote, on both ways', () => {
    expect(split('a,b\n1, "x,y"\n  "2", "z"\n').rows).toEqual([
      ['a', 'b'],
      ['1', 'x,y'],
      ['2', 'z'],
    ]);
    expect(split('1,"q"r\n2, "x,y"\n3, z "w"\n').rows.slice(1)).toEqual([
      ['2', 'x,y'],
      ['3', ' z "w"'],
    ]);
  });

  it('equals papaparse on texts with line feeds only and no space before a quote', () => {
    fc.assert(
      fc.property(awkwardText, (raw) => {
        const text = raw.replaceAll('\r', '').replace(/ +(?=")/g, '');
        fc.pre(text !== '');
        const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
        if (text.endsWith('\n') && data.at(-1)?.join('|') === '') data.pop();
        expect(split(text).rows).toEqual(data);
      }),
      { numRuns: 1000 },
    );
  });

  it('names quotes that do not fit', () => {
    expect(split('a,b\n1,"2"x\n3,4').faults).toEqual(['2 malformedQuote']);
    expect(split('a,b\n1,2\n3,"4\n5,6').faults).toEqual(['3 unterminatedQuote']);
    expect(split('a,b\n1,2"x"\n3,"4"').faults).toEqual([]);
  });
});

describe('normaliseLineBreaks', () => {
  it('leaves quoted breaks alone and turns all others into line feeds', () => {
    expect(normaliseLineBreaks('a\r\nb\rc\n"x\r\ny\rz"\r\n"q""\r\n"\r', ',')).toBe(
      'a\nb\nc\n"x\r\ny\rz"\n"q""\r\n"\n',
    );
  });

  it('does not take a quote inside a cell for an opening one', () => {
    expect(normaliseLineBreaks('5" pipe\r\n6" pipe\r\n', ',')).toBe('5" pipe\n6" pipe\n');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const once = normaliseLineBreaks(text, ',');
        expect(normaliseLineBreaks(once, ',')).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
});
