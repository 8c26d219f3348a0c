import type { Language } from '../i18n/language.ts';

/** What stands where a number is missing. */
export const missingMark = '–';

/** Making one takes longer than all the numbers it writes while a hand moves. */
const writers = new Map<string, Intl.NumberFormat>();

/** 0.0417 → "4.2%" (one decimal unless asked otherwise); a missing share shows as a dash. */
export function formatPercent(share: number | null, language: Language, digits = 1): string {
  if (share === null || Number.isNaN(share)) return missingMark;
  return withMinus(writerOf('percent', language, digits).format(share));
}

/** A number with at most `digits` decimals and the language's separators. */
export function formatNumber(value: number | null, language: Language, digits = 2): string {
  if (value === null || Number.isNaN(value)) return missingMark;
  return withMinus(writerOf('decimal', language, digits).format(value));
}

/** A score with its one decimal: 72 → "72.0". */
export function formatScore(score: number | null): string {
  return score === null || Number.isNaN(score) ? missingMark : score.toFixed(1);
}

/** A figure between 0 and 1 as AUC is written: .784 → ".78", 1 → "1.00". */
export function formatAuc(value: number | null, digits = 2): string {
  if (value === null || Number.isNaN(value)) return missingMark;
  return withoutZero(value.toFixed(digits));
}

/** A difference of two AUCs with its sign: "+.06", "−.02". */
export function formatDifference(value: number | null, digits = 2): string {
  if (value === null || Number.isNaN(value)) return missingMark;
  const text = withoutZero(Math.abs(value).toFixed(digits));
  if (Number(text) === 0) return `±${text}`;
  return value < 0 ? `−${text}` : `+${text}`;
}

/** "[.71–.84]"; empty where there is no interval. `write` formats each end. */
export function formatInterval(
  low: number | null,
  high: number | null,
  write: (value: number) => string = formatAuc,
): string {
  return low === null || high === null ? '' : `[${write(low)}–${write(high)}]`;
}

function writerOf(style: 'percent' | 'decimal', language: Language, digits: number): Intl.NumberFormat {
  const key = `${style} ${language} ${digits}`;
  const known = writers.get(key);
  if (known !== undefined) return known;
  const minimumFractionDigits = style === 'percent' ? digits : 0;
  const writer = new Intl.NumberFormat(language, {
    style,
    minimumFractionDigits,
    maximumFractionDigits: digits,
  });
  writers.set(key, writer);
  return writer;
}

/** A minus sign where `Intl` writes a hyphen; what rounds to nothing has no sign. */
function withMinus(text: string): string {
  return /[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', '');
}

function withoutZero(text: string): string {
  return text.replace(/^0\./, '.');
}
