import type { Language } from '../i18n/language.ts';

/** What stands where a number is missing. */
export const missingMark = '–';

/** 0.0417 → "4.2%" (one decimal unless asked otherwise); a missing share shows as a dash. */
export function formatPercent(share: number | null, language: Language, digits = 1): string {
  if (share === null || Number.isNaN(share)) return missingMark;
  const written = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return withMinus(written.format(share));
}

/** A number with at most `digits` decimals and the language's separators. */
export function formatNumber(value: number | null, language: Language, digits = 2): string {
  if (value === null || Number.isNaN(value)) return missingMark;
  return withMinus(new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value));
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

/** A minus sign where `Intl` writes a hyphen; what rounds to nothing has no sign. */
function withMinus(text: string): string {
  return /[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', '');
}

function withoutZero(text: string): string {
  return text.replace(/^0\./, '.');
}
