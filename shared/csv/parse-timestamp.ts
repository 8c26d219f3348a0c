import { dayFromYmd, isRealDate } from './calendar.ts';
import { instantOf, type Zone } from './zone.ts';

const pattern =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:(?:T| +)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?))?)?$/i;

/** In which zone the calendar day is told, and in which the times are meant that state none (absent: as written). */
export interface ZoneReading {
  readonly zone: Zone;
  readonly writtenZone?: Zone;
}

/**
 * Calendar day of an ISO date-time in a zone, or null. 2024-04-01T23:30:00Z is 2 April in Asia/Tokyo.
 * A time without a zone is taken as written, unless a zone for it is given; a date alone always is.
 * Separators - or /, T or space; 24:00:00 is the end of its day and a leap second :60 is allowed.
 */
export function parseTimestamp(text: string, { zone, writtenZone }: ZoneReading): number | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[3]), Number(match[4])];
  if (!isRealDate(year, month, dayOfMonth)) return null;
  const day = dayFromYmd(year, month, dayOfMonth);
  if (match[5] === undefined) return day;
  const [hour, minute, second] = [Number(match[5]), Number(match[6]), Number(match[7] ?? 0)];
  const inRange = hour < 24 ? minute < 60 && second <= 60 : hour === 24 && minute === 0 && second === 0;
  if (!inRange) return null;
  if (match[8] === undefined && writtenZone === undefined) return day;
  const local = day * 1440 + hour * 60 + minute;
  const utc = match[8] === undefined ? instantOf(local, writtenZone ?? zone) : local - offsetOf(match[8]);
  return Math.floor((utc + zone.offsetAt(utc)) / 1440);
}

/** Minutes east of UTC of `Z`, `UTC`, `+09`, `+0900` or `+09:00`. */
function offsetOf(zone: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (parts === null) return 0;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  return parts[1] === '-' ? -minutes : minutes;
}
