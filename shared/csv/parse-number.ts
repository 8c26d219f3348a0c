import { toHalfWidth } from './half-width.ts';

export interface NumberFormat {
  /** The decimal mark; the other of `.` and `,` separates thousands. */
  readonly decimal: '.' | ',';
  /** Trimmed texts that mean "no value", beside the empty one. */
  readonly blanks?: ReadonlySet<string>;
}

/**
 * Reads one cell as a number, `'blank'` (no value) or `'invalid'`.
 * Accepts full-width digits, a sign, ¥ $ € £ 円 and %, thousands separators (`,` or `.`, space, apostrophe) in
 * groups of three, an exponent, and the negatives of accounting: (1,234), ▲1,234, △1,234.
 * A percent keeps its number: 12% is 12. Hex, Infinity, NaN and numbers past the double range are invalid.
 */
export function parseNumber(text: string, format: NumberFormat): number | 'blank' | 'invalid' {
  const plain = parsePlain(text, format.decimal);
  if (!Number.isNaN(plain)) return plain;
  const trimmed = text.trim();
  if (trimmed === '' || format.blanks?.has(trimmed) === true) return 'blank';
  return parseDecorated(trimmed, format.decimal);
}

/**
 * Digits with at most one decimal mark between digits and a leading minus: the shape of nearly every cell. NaN for
 * another text. Up to 15 digits and a power of ten are both exact doubles, so their quotient is rounded once, as
 * Number would.
 */
function parsePlain(text: string, decimal: '.' | ','): number {
  const { length } = text;
  const first = text.charCodeAt(0) === 45 ? 1 : 0;
  if (length === first || length > 16) return Number.NaN;
  const mark = decimal === '.' ? 46 : 44;
  let digits = 0;
  let markAt = -1;
  for (let position = first; position < length; position++) {
    const code = text.charCodeAt(position);
    if (code >= 48 && code <= 57) digits = digits * 10 + (code - 48);
    else if (code !== mark || markAt >= 0 || position === first || position === length - 1) return Number.NaN;
    else markAt = position;
  }
  const decimals = markAt < 0 ? 0 : length - 1 - markAt;
  if (length - first - (markAt < 0 ? 0 : 1) > 15) return Number.NaN;
  const value = decimals === 0 ? digits : digits / 10 ** decimals;
  return first === 1 ? -value : value;
}

const decorated = {
  '.': numberPattern('\\.', ','),
  ',': numberPattern(',', '.'),
} as const;

/** Sign and currency in either order, grouped or plain digits, fraction, exponent, a unit behind. */
function numberPattern(decimal: string, group: string): RegExp {
  const digits = `(\\d{1,3}(?<group>[${group} '’])\\d{3}(?:\\k<group>\\d{3})*|\\d+)(${decimal}\\d*)?|${decimal}\\d+`;
  return new RegExp(
    `^(?<sign>[+-]?) ?[¥$€£\\\\]? ?(?<inner>[+-]?)(?<body>(?:${digits})(?:e[+-]?\\d+)?) ?(?:円|[€$£%])?$`,
    'i',
  );
}

function parseDecorated(trimmed: string, decimal: '.' | ','): number | 'invalid' {
  const plain = toHalfWidth(trimmed)
    .replace(/[−‐‑–]/g, '-')
    .replace(/^[▲△] ?/, '-')
    .trim();
  const inBrackets = /^\((.*)\)$/.exec(plain);
  const groups = decorated[decimal].exec((inBrackets?.[1] ?? plain).trim())?.groups;
  if (groups === undefined) return 'invalid';
  const signs = `${groups.sign}${groups.inner}`;
  if (signs.length > 1 || (inBrackets !== null && signs !== '')) return 'invalid';
  const separators = decimal === '.' ? /[, '’]/g : /[. '’]/g;
  const value = Number(groups.body!.replace(separators, '').replace(',', '.'));
  if (!Number.isFinite(value)) return 'invalid';
  return inBrackets !== null || signs === '-' ? -value : value;
}
