import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeCell } from '../../../shared/csv/escape-cell.ts';
import { guardCell, unguardCell } from '../../../shared/csv/guard-cell.ts';

const nasty = fc.array(fc.constantFrom("'", '=', '＝', '-', '@', ' ', '\t', '\n', 'a', '1', '\u3000'), {
  maxLength: 6,
});

describe('guardCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    ['＠x', "'＠x"],
    ["'quoted'", "'quoted'"],
    ['plain', 'plain'],
    ['', ''],
  ])('writes %j as %j', (text, written) => {
    expect(guardCell(text)).toBe(written);
    expect(unguardCell(written)).toBe(text);
  });

  it('can be taken back for every text, and leaves none that a spreadsheet would run', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          nasty.map((parts) => parts.join('')),
        ),
        (text) => {
          const written = guardCell(text);
          expect(unguardCell(written)).toBe(text);
          expect(escapeCell(written)).toBe(written);
        },
      ),
    );
  });
});
