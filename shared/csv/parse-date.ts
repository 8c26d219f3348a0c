import { assertNever } from '../ipc/assert-never.ts';
import type { DateFormat } from '../schemas/import-plan.ts';
import { dayFromYmd, isRealDate } from './calendar.ts';
import { toHalfWidth } from './half-width.ts';
import { parseEraDate, parseEraMonth } from './parse-era-date.ts';
import { parseTimestamp } from './parse-timestamp.ts';
import type { Zone } from './zone.ts';

const utc: Zone = { name: 'UTC', offsetAt: () => 0 };

export interface DateReading {
  readonly format: DateFormat;
  /** Zone in which a timestamp's calendar day is told; UTC when absent. */
  readonly zone?: Zone;
  /** Zone of timestamps that state none; absent = they are taken as written. */
  readonly writtenZone?: Zone;
}

/**
 * Reads one cell as a day (days since 1970-01-01), `'blank'` (white space only) or `'invalid'`.
 * Only dates that exist: 2023-02-30 is invalid. `yearMonth` gives the first of the month. A time of day behind a
 * date is ignored, but in `timestamp` the day is that of the instant in `zone`.
 * Two-digit years (`dmy`, `mdy` only): 69–99 are 19xx, 00–68 are 20xx, as POSIX. Years 1000–9999.
 */
export function parseDate(text: string, reading: DateReading): number | 'blank' | 'invalid' {
  if (reading.format === 'iso' && text.length === 10) {
    const day = parseIsoDate(text);
    if (day !== null) return day;
  }
  const trimmed = toHalfWidth(text).trim();
  if (trimmed === '') return 'blank';
  return parseTrimmed(trimmed, reading) ?? 'invalid';
}

function parseTrimmed(text: string, reading: DateReading): number | null {
  switch (reading.format) {
    case 'iso':
      return numericDate(/^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text), [1, 2, 3]);
    case 'slashYmd':
      return numericDate(/^(\d{4})([/.])(\d{1,2})\2(\d{1,2})$/.exec(withoutTime(text)), [1, 3, 4]);
    case 'dmy':
      return (
        numericDate(shortDate.exec(withoutTime(text)), [4, 3, 1]) ??
        namedDate(/^(\d{1,2})(?:st|nd|rd|th)?[ .-]*([a-z]{3,9})\.?,?[ .-]*(\d{4}|\d{2})$/i, text, [3, 2, 1])
      );
    case 'mdy':
      return (
        numericDate(shortDate.exec(withoutTime(text)), [4, 1, 3]) ??
        namedDate(/^([a-z]{3,9})\.?[ .-]*(\d{1,2})(?:st|nd|rd|th)?,?[ .-]+(\d{4}|\d{2})$/i, text, [3, 1, 2])
      );
    case 'yearMonth':
      return parseYearMonth(text);
    case 'japanese':
      return parseEraDate(withoutTime(text));
    case 'compact':
      return numericDate(/^(\d{4})(\d{2})(\d{2})$/.exec(text), [1, 2, 3]);
    case 'excelSerial':
      return parseExcelSerial(text);
    case 'timestamp':
      return parseTimestamp(text, { zone: utc, ...reading });
    default:
      return assertNever(reading.format);
  }
}

const shortDate = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;

/** 2024-04-01 by character codes: nearly every date of a large file has this shape. */
function parseIsoDate(text: string): number | null {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  let digits = 0;
  for (let i = 0; i < 10; i++) {
    if (i === 4 || i === 7) continue;
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return null;
    digits = digits * 10 + digit;
  }
  return dayOf(Math.floor(digits / 10000), Math.floor(digits / 100) % 100, digits % 100);
}

type Groups = readonly [year: number, month: number, dayOfMonth: number];

function numericDate(match: RegExpExecArray | null, groups: Groups): number | null {
  if (match === null) return null;
  const [year, month, dayOfMonth] = groups;
  return dayOf(fullYear(match[year]!), Number(match[month]), Number(match[dayOfMonth]));
}

const monthNames = 'january february march april may june july august september october november december';

function namedDate(pattern: RegExp, text: string, groups: Groups): number | null {
  const match = pattern.exec(withoutTime(text));
  if (match === null) return null;
  const [year, month, dayOfMonth] = groups;
  return dayOf(fullYear(match[year]!), monthOfName(match[month]!), Number(match[dayOfMonth]));
}

/** 1–12 for a month's English name or its first three letters; 0 for another word. */
function monthOfName(name: string): number {
  const word = name.toLowerCase() === 'sept' ? 'sep' : name.toLowerCase();
  return monthNames.split(' ').findIndex((month) => month === word || month.slice(0, 3) === word) + 1;
}

function parseYearMonth(text: string): number | null {
  const match = /^(\d{4})(?:[-/.]?(\d{2})|[-/.](\d))$/.exec(text);
  if (match !== null) return dayOf(Number(match[1]), Number(match[2] ?? match[3]), 1);
  const named = /^([a-z]{3,9})\.?[ -]+(\d{4})$/i.exec(text);
  if (named !== null) return dayOf(Number(named[2]), monthOfName(named[1]!), 1);
  return parseEraMonth(text);
}

/** Day count of Excel's 1900 system, whose serial 60 is a 29 February 1900 that never was. */
function parseExcelSerial(text: string): number | null {
  if (!/^\d{1,7}(\.\d+)?$/.test(text)) return null;
  const serial = Math.floor(Number(text));
  if (serial < 1 || serial === 60 || serial > 2958465) return null;
  return serial > 60 ? serial - 25569 : serial - 25568;
}

/** Without 12:24, 3:05 PM, 午後3:05 or 12時24分 behind the date. */
function withoutTime(text: string): string {
  return text.replace(timeOfDay, '');
}

const timeOfDay =
  /(?:(?:T|\s+)(?:午[前後] ?)?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M)?|\s*(?:午[前後] ?)?\d{1,2}時(?: ?\d{1,2}分(?: ?\d{1,2}秒)?)?)$/i;

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year >= 69 ? 1900 + year : 2000 + year;
}

function dayOf(year: number, month: number, dayOfMonth: number): number | null {
  return isRealDate(year, month, dayOfMonth) ? dayFromYmd(year, month, dayOfMonth) : null;
}
