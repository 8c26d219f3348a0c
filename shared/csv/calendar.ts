import type { Grain } from '../schemas/measure.ts';

/** Days since 1970-01-01 of a calendar date; month 1–12. The date must exist. */
export function dayFromYmd(year: number, month: number, dayOfMonth: number): number {
  return Math.round(Date.UTC(year, month - 1, dayOfMonth) / 86400000);
}

/** Calendar date of a day; month 1–12. */
export function ymdFromDay(day: number): { year: number; month: number; dayOfMonth: number } {
  const date = new Date(day * 86400000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
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

/** Last day of the month of a day. */
export function endOfMonth(day: number): number {
  return periodEnd(day, 'month');
}

/** Last day of the quarter of a day. */
export function endOfQuarter(day: number): number {
  return periodEnd(day, 'quarter');
}
