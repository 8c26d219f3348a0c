import { toHalfWidth } from './half-width.ts';

const words: readonly (readonly [pattern: RegExp, months: number])[] = [
  [/^((one )?month(ly)?|month to month|mtm|(月|月次|月間|月額|月払い?|毎月)(契約)?)$/, 1],
  [/^(quarter(ly)?|四半期(契約)?|3ヶ?月払い?)$/, 3],
  [/^(semi ?annual(ly)?|half ?year(ly)?|半年|半期|半年契約)$/, 6],
  [/^(annual(ly)?|(one )?year(ly)?|per year|(年|年次|年間|年額|年払い?|毎年)(契約)?)$/, 12],
  [/^(two years?|二年契約)$/, 24],
  [/^(three years?|三年契約)$/, 36],
];

/**
 * Length of a contract's term in months, > 0, from a number of months (12, 12 months, 12ヶ月), of years (2 years, 2年) or
 * a word (monthly, annual, 月契約, 年間), any case, full width or not; `'blank'` or `'invalid'` otherwise.
 */
export function parseTerm(text: string): number | 'blank' | 'invalid' {
  const word = toHalfWidth(text).trim().toLowerCase().replace(/[_-]/g, ' ');
  if (word === '') return 'blank';
  const counted =
    /^(\d{1,3})(?:\.0+)? ?(months?|mos?|m|years?|yrs?|y|[ヶケカか箇]?月(?:間|契約)?|年(?:間|契約)?)?$/.exec(
      word,
    );
  if (counted !== null) {
    const isYears = /^(y|年)/.test(counted[2] ?? '');
    const months = Number(counted[1]) * (isYears ? 12 : 1);
    return months > 0 ? months : 'invalid';
  }
  return words.find(([pattern]) => pattern.test(word))?.[1] ?? 'invalid';
}
