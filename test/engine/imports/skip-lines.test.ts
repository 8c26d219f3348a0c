import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineSkipper } from '../../../electron/engine/imports/skip-lines.ts';

describe('createLineSkipper', () => {
  it('drops whole lines whatever ends them and wherever the text is cut', () => {
    const text = 'one\r\ntwo\rthree\nfour\r\n\r\nsix';
    const rest = [
      'one\r\ntwo\rthree\nfour\r\n\r\nsix',
      'two\rthree\nfour\r\n\r\nsix',
      'three\nfour\r\n\r\nsix',
    ];
    fc.assert(
      fc.property(fc.nat(2), fc.nat(text.length), fc.nat(text.length), (lines, a, b) => {
        const skip = createLineSkipper(lines);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const pieces = [text.slice(0, from), text.slice(from, to), text.slice(to)];
        expect(pieces.map(skip).join('')).toBe(rest[lines]);
      }),
    );
  });

  it('leaves nothing of a text with fewer lines', () => {
    expect(createLineSkipper(9)('a\nb\n')).toBe('');
  });
});
