import { assertNever } from '../ipc/assert-never.ts';
import type { DateMarks } from '../schemas/import-plan.ts';
import type { Grain } from '../schemas/measure.ts';

/**
 * Days since 1970-01-01 of a calendar date; month 1–12, year 100–9999.
 * The date must exist (`isRealDate`): a day of month past the end rolls over.
 */
export function dayFromYmd(year: number, month: number, dayOfMonth: number): number {
  return Math.round(Date.UTC(year, month - 1, dayOfMonth) / 86400000);
}

/**
 * Calendar date of a day of the proleptic Gregorian calendar; month 1–12. Whole-number arithmetic on years that begin
 * in March, as it runs once per observation. Source: Howard Hinnant, "chrono-compatible low-level date algorithms".
 */
export function ymdFromDay(day: number): { year: number; month: number; dayOfMonth: number } {
  const sinceMarch0 = day + 719468;
  const era = Math.floor(sinceMarch0 / 146097);
  const dayOfEra = sinceMarch0 - era * 146097;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/**
 * Whether a calendar date exists: month 1–12, a day its month has in that year, years 1000–9999.
 * False for 2023-02-29, true for 2024-02-29; non-integers are not dates.
 */
export function isRealDate(year: number, month: number, dayOfMonth: number): boolean {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && dayOfMonth >= 1)) return false;
  if (!(Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(dayOfMonth))) return false;
  return dayOfMonth <= 28 || dayOfMonth <= daysInMonth(year, month);
}

/** ISO text of a day, 2024-06-30. */
export function formatDay(day: number): string {
  return new Date(day * 86400000).toISOString().slice(0, 10);
}

/** Day of the week, 1 = Monday … 7 = Sunday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Index of the period a day lies in; consecutive periods have consecutive integers. Weeks run Monday to Sunday. */
export function periodIndex(day: number, grain: Grain): number {
  if (grain === 'day') return day;
  if (grain === 'week') return Math.floor((day + 3) / 7);
  const { year, month } = ymdFromDay(day);
  const months = year * 12 + month - 1;
  return grain === 'month' ? months : Math.floor(months / 3);
}

/** Last day of the period with this index. */
export function periodEndOfIndex(index: number, grain: Grain): number {
  if (grain === 'day') return index;
  if (grain === 'week') return index * 7 + 3;
  const months = grain === 'month' ? index + 1 : (index + 1) * 3;
  return dayFromYmd(Math.floor(months / 12), (months % 12) + 1, 1) - 1;
}

/** Last day of the period that holds a day. */
export function periodEnd(day: number, grain: Grain): number {
  return periodEndOfIndex(periodIndex(day, grain), grain);
}

/** First day of the month of a day. */
export function startOfMonth(day: number): number {
  const { year, month } = ymdFromDay(day);
  return dayFromYmd(year, month, 1);
}

/** Last day of the month of a day. */
export function endOfMonth(day: number): number {
  return periodEnd(day, 'month');
}

/** Sunday of the week of a day; weeks run Monday to Sunday. */
export function endOfWeek(day: number): number {
  return periodEnd(day, 'week');
}

/** Last day of the calendar quarter of a day. */
export function endOfQuarter(day: number): number {
  return periodEnd(day, 'quarter');
}

/**
 * The same day of the month, `months` later (earlier when negative).
 * A day its month lacks becomes the last one: 31 January + 1 month is 28 or 29 February.
 */
export function addMonths(day: number, months: number): number {
  const { year, month, dayOfMonth } = ymdFromDay(day);
  const index = year * 12 + month - 1 + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return dayFromYmd(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}

/** Period that a date of this kind marks: 'day' for a day, 'month' for the start or end of one. */
export function grainOfMarks(marks: DateMarks): Grain {
  switch (marks) {
    case 'day':
      return 'day';
    case 'weekStart':
    case 'weekEnd':
      return 'week';
    case 'monthStart':
    case 'monthEnd':
      return 'month';
    case 'quarterStart':
    case 'quarterEnd':
      return 'quarter';
    default:
      return assertNever(marks);
  }
}

/**
 * The day on which a value dated `day` is stored: the last day of the calendar period it belongs to.
 * A start mark names the period that begins on that day, so a week that starts on a Sunday or a quarter that
 * starts in February is stored at the end of the calendar period its last day falls in: later than the period's
 * own end, never before it. An end mark, or any day inside the period, gives the end of the period that holds it.
 */
export function storedDay(day: number, marks: DateMarks): number {
  switch (marks) {
    case 'day':
      return day;
    case 'weekStart':
      return periodEnd(day + 6, 'week');
    case 'monthStart':
      return periodEnd(addMonths(day, 1) - 1, 'month');
    case 'quarterStart':
      return periodEnd(addMonths(day, 3) - 1, 'quarter');
    default:
      return periodEnd(day, grainOfMarks(marks));
  }
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
