import type { Language } from '../i18n/language.ts';

const units = ['B', 'KB', 'MB', 'GB'] as const;

/** A file size in the largest unit that gives at least 1: 12 B, 3.4 KB, 90 MB (steps of 1,000). */
export function formatSize(sizeBytes: number, language: Language): string {
  let value = sizeBytes;
  let step = 0;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  const digits = step === 0 || value >= 10 ? 0 : 1;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)} ${units[step]}`;
}
