import type { Language } from '../i18n/language.ts';
import { missingMark } from './numbers.ts';

const msPerDay = 86_400_000;

/** A day as tables show it, whatever the language: 2024-06-30. */
export function formatDay(day: number | null): string {
  return day === null ? missingMark : new Date(day * msPerDay).toISOString().slice(0, 10);
}

/** A day inside a sentence: 2024年6月30日 / 30 June 2024. */
export function formatDayInSentence(day: number | null, language: Language): string {
  if (day === null) return missingMark;
  return new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(day * msPerDay);
}

/** A month counted from 1970-01: 653 → 2024-06. */
export function formatMonth(month: number): string {
  const year = 1970 + Math.floor(month / 12);
  return `${year}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

/** The time of day of an instant, on this computer's clock: 10:42. */
export function formatTime(instantMs: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(
    instantMs,
  );
}

/** An instant as date and time on this computer's clock: 2024-06-30 10:42. */
export function formatInstant(instantMs: number | null): string {
  if (instantMs === null) return missingMark;
  const at = new Date(instantMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The day of `2024-06-30` as typed or given by a date field; null for anything else. */
export function parseDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const instantMs = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(instantMs)) return null;
  const day = instantMs / msPerDay;
  return formatDay(day) === text ? day : null;
}

/** The day of what somebody typed: 2024/6/5, 2024.06.05, ２０２４年６月５日; null for anything else. */
export function parseTypedDay(text: string): number | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').trim());
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
