import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { normaliseLineBreaks } from '../../../electron/engine/imports/normalise-line-breaks.ts';
import { splitRegular } from '../../../electron/engine/imports/split-regular.ts';

const whole = (text: string) => splitRegular({ text, delimiter: ',', line: 1, last: true });

/** The slow twin: papaparse on the text with line feeds only, without the empty row behind a last line break. */
function byPapaparse(text: string) {
  const { data, errors } = Papa.parse<string[]>(normaliseLineBreaks(text, ','), {
    delimiter: ',',
    newline: '\n',
  });
  if (/[\r\n]$/.test(text) && data.at(-1)?.length === 1 && data.at(-1)?.[0] === '') data.pop();
  return { data, errors };
}

const piece = fc.constantFrom('a', '1', ',', '"', '""', '\n', '\r', '\r\n', ' ', ',"', '",');
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
        expect(whole(text)?.rows).toEqual(byPapaparse(text).data);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads any text as papaparse does or leaves it to it', () => {
    let read = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const split = whole(text);
        if (split === null) return;
        read++;
        const expected = byPapaparse(text);
        expect(split.rows).toEqual(expected.data);
        expect(expected.errors.filter(({ type }) => type === 'Quotes')).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(300);
  });

  it.each(['"a"x,b\n', '"a" ,b\n', 'a,"b', '"a""'])('leaves %j to papaparse', (text) => {
    expect(whole(text)).toBeNull();
  });

  it('holds back a row that may go on', () => {
    for (const open of ['3,"x', '3,"x"', '3,x', '3,', '3,x\r']) {
      const split = splitRegular({ text: `1,a\r\n2,"b\nc"\n${open}`, delimiter: ',', line: 5, last: false });
      expect(split).toMatchObject({
        rows: [
          ['1', 'a'],
          ['2', 'b\nc'],
        ],
        consumed: 13,
        nextLine: 8,
      });
      expect([...(split?.lines ?? [])]).toEqual([5, 6]);
    }
  });
});
