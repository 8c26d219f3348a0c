import type { DateFormat, DateMarks } from '../schemas/import-plan.ts';
import { addMonths, endOfMonth, endOfQuarter, startOfMonth, weekday } from './calendar.ts';
import { plainName } from './column-names.ts';
import { parseDate } from './parse-date.ts';

/**
 * What a series' date column marks, from its name and its sample texts: a day unless every date is the first or the
 * last of a month (quarter), or the column says "week" and every date is the same weekday.
 * First-of-month dates of a column that is not named after a period need three different months.
 * A weekly date is a start, later known and so the safer reading, unless it is a Saturday or is named an end.
 */
export function suggestDateMarks(name: string, format: DateFormat, texts: readonly string[]): DateMarks {
  if (format === 'yearMonth') return 'monthStart';
  const days = new Set<number>();
  for (const text of texts) {
    const day = parseDate(text, { format });
    if (typeof day === 'number') days.add(day);
  }
  const all = [...days];
  if (all.length === 0) return 'day';
  const words = plainName(name);
  if (/week|週/.test(words)) return weekMarks(words, all);
  const namedPeriod = /month|quarter|period|年月|月|四半期|期/.test(words);
  if (!namedPeriod && all.length < 3) return 'day';
  if (/quarter|四半期/.test(words)) return quarterMarks(all);
  if (all.every((day) => day === startOfMonth(day))) return 'monthStart';
  return all.every((day) => day === endOfMonth(day)) ? 'monthEnd' : 'day';
}

function weekMarks(words: string, days: readonly number[]): DateMarks {
  const first = weekday(days[0]!);
  if (!days.every((day) => weekday(day) === first)) return 'day';
  return first === 6 || /\bend|ending|末/.test(words) ? 'weekEnd' : 'weekStart';
}

function quarterMarks(days: readonly number[]): DateMarks {
  if (days.every((day) => day === endOfQuarter(day))) return 'quarterEnd';
  const starts = days.every(
    (day) => day === startOfMonth(day) && endOfQuarter(day) === addMonths(day, 3) - 1,
  );
  return starts ? 'quarterStart' : 'day';
}
