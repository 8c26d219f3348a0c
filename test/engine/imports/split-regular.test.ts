import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { splitRegular } from '../../../electron/engine/imports/split-regular.ts';

const whole = (text: string) => splitRegular({ text, from: 0, delimiter: ',', line: 1, last: true });

const lineFeeds = (text: string) => text.replace(/\r\n?/g, '\n');

/** The slow twin: papaparse, without the empty row behind a last line break. */
function byPapaparse(text: string) {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
  if (/[\r\n]$/.test(text) && data.at(-1)?.length === 1 && data.at(-1)?.[0] === '') data.pop();
  return { data, errors };
}

const piece = fc.constantFrom('a', '1', ',', '"', '""', '\n', ' b', ',"', '",');
const anyText = fc.string({ unit: piece, minLength: 1, maxLength: 40 });
const cell = fc.oneof(
  fc.stringMatching(/^[a-z0-9 ]{0,4}$/),
  fc.string({ unit: piece, maxLength: 6 }).map((text) => `"${text.replaceAll('"', '""')}"`),
);
const regularText = fc
  .array(fc.tuple(fc.array(cell, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n', '\r')), {
    minLength: 1,
  })
  .map((rows) => rows.map(([cells, lineBreak]) => cells.join(',') + lineBreak).join(''));

describe('splitRegular', () => {
  it('reads every regular text as papaparse does', () => {
    fc.assert(
      fc.property(regularText, (text) => {
        const { rows, stoppedBy } = whole(text);
        expect(stoppedBy).toBeNull();
        expect(rows.map((row) => row.map(lineFeeds))).toEqual(byPapaparse(lineFeeds(text)).data);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads any text as papaparse does up to the first row that papaparse objects to', () => {
    let [regular, stopped] = [0, 0];
    fc.assert(
      fc.property(anyText, (text) => {
        const split = whole(text);
        const { data, errors } = byPapaparse(text);
        const firstFault = errors.find(({ type }) => type === 'Quotes')?.row ?? data.length;
        expect(split.rows).toEqual(data.slice(0, firstFault));
        expect(split.stoppedBy !== null).toBe(firstFault < data.length);
        if (split.stoppedBy === null) regular++;
        else stopped++;
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(regular, stopped)).toBeGreaterThan(300);
  });

  it.each([
    ['1,2\n"a"x,b\n', 'strayQuote'],
    ['1,2\na,"b', 'openQuote'],
    ['1,2\n"a""', 'openQuote'],
  ])('stops before the irregular row of %j: %s', (text, stoppedBy) => {
    expect(whole(text)).toMatchObject({ rows: [['1', '2']], stoppedBy, consumed: 4, nextLine: 2 });
  });

  it('forgives spaces around a quoted cell', () => {
    expect(whole('1,2\n "a" \t, "b" ')).toMatchObject({
      rows: [
        ['1', '2'],
        ['a', 'b'],
      ],
      stoppedBy: null,
    });
  });

  it('holds back a row that may go on', () => {
    for (const open of ['3,"x', '3,"x"', '3,x', '3,', '3,x\r']) {
      const split = splitRegular({
        text: `1,a\r\n2,"b\nc"\n${open}`,
        from: 0,
        delimiter: ',',
        line: 5,
        last: false,
      });
      expect(split).toMatchObject({
        rows: [
          ['1', 'a'],
          ['2', 'b\nc'],
        ],
        consumed: 13,
        nextLine: 8,
      });
      expect(split.lines).toEqual([5, 6]);
    }
  });
});
