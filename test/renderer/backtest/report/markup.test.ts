import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, html } from '../../../../renderer/features/backtest/report/markup.ts';
import { elementsOf, parseMarkup } from '../../../helpers/parse-markup.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '"><script>',
    "' onload='x",
    '&lt;',
    ']]>',
    '\u202eabc',
    '👩‍💻',
  ),
);

/** What may not stand in a document, and the invisible letters that turn the direction. */
function isUnwanted(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  return (
    (code < 32 && code !== 9 && code !== 10) ||
    (code >= 0x7f && code <= 0x9f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0xfffe ||
    code === 0xffff
  );
}

describe('html', () => {
  it('keeps any text a text, in an element and in an attribute', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { markup } = html`<p title="${text}">${text}</p>`;
        const element = parseMarkup(markup);
        const kept = [...text.toWellFormed()].filter((sign) => !isUnwanted(sign)).join('');
        expect(elementsOf(element)).toHaveLength(1);
        expect(element.attributes).toEqual({ title: kept });
        expect(element.children.join('')).toBe(kept);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves what it made itself as it is, and lists too', () => {
    const items = ['a & b', html`<b>c</b>`, null, 3];
    expect(html`<p>${items}</p>`.markup).toBe('<p>a &amp; b<b>c</b>3</p>');
  });
});

describe('escapeText', () => {
  it('takes out what turns the direction of the rest of a line', () => {
    expect(escapeText('a\u202egnp.exe\u2066')).toBe('agnp.exe');
  });

  it('keeps Japanese, Arabic and emoji', () => {
    expect(escapeText('株式会社 شركة 👩‍💻')).toBe('株式会社 شركة 👩‍💻');
  });
});
