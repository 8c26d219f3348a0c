import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  dayFromYmd,
  endOfMonth,
  endOfQuarter,
  endOfWeek,
  formatDay,
  isRealDate,
  periodEnd,
  periodEndOfIndex,
  periodIndex,
  startOfMonth,
  storedDay,
  weekday,
  ymdFromDay,
} from '../../../shared/csv/calendar.ts';
import { type DateMarks, dateMarks } from '../../../shared/schemas/import-plan.ts';
import { grains } from '../../../shared/schemas/measure.ts';

const anyDay = fc.integer({ min: dayFromYmd(1200, 1, 1), max: dayFromYmd(9000, 12, 31) });

function day(text: string): number {
  const [year, month, dayOfMonth] = text.split('-').map(Number) as [number, number, number];
  return dayFromYmd(year, month, dayOfMonth);
}

describe('calendar', () => {
  it('counts days from 1970-01-01, a Thursday', () => {
    expect(dayFromYmd(1970, 1, 1)).toBe(0);
    expect(weekday(0)).toBe(4);
    expect(weekday(day('2024-04-01'))).toBe(1);
    expect(formatDay(-1)).toBe('1969-12-31');
  });

  it('knows leap years', () => {
    expect(isRealDate(2024, 2, 29)).toBe(true);
    expect(isRealDate(2023, 2, 29)).toBe(false);
    expect(isRealDate(2000, 2, 29)).toBe(true);
    expect(isRealDate(1900, 2, 29)).toBe(false);
    expect(isRealDate(2024, 4, 31)).toBe(false);
    expect(isRealDate(2024, 1.5, 1)).toBe(false);
  });

  it('ends months, quarters and weeks on their last day', () => {
    expect(formatDay(endOfMonth(day('2024-02-01')))).toBe('2024-02-29');
    expect(formatDay(endOfQuarter(day('2024-02-10')))).toBe('2024-03-31');
    expect(formatDay(endOfQuarter(day('2024-12-31')))).toBe('2024-12-31');
    expect(formatDay(endOfWeek(day('2024-04-01')))).toBe('2024-04-07');
    expect(formatDay(endOfWeek(day('2024-04-07')))).toBe('2024-04-07');
    expect(formatDay(startOfMonth(day('2024-02-29')))).toBe('2024-02-01');
  });

  it('keeps the day of the month or takes the last one', () => {
    expect(formatDay(addMonths(day('2024-01-31'), 1))).toBe('2024-02-29');
    expect(formatDay(addMonths(day('2023-01-31'), 1))).toBe('2023-02-28');
    expect(formatDay(addMonths(day('2024-01-15'), -1))).toBe('2023-12-15');
    expect(formatDay(addMonths(day('2024-11-30'), 15))).toBe('2026-02-28');
  });

  it('turns a day into a date and back', () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        const { year, month, dayOfMonth } = ymdFromDay(value);
        expect(isRealDate(year, month, dayOfMonth)).toBe(true);
        expect(dayFromYmd(year, month, dayOfMonth)).toBe(value);
      }),
    );
  });

  it('numbers consecutive periods consecutively, each ending where the next begins', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...grains), (value, grain) => {
        const index = periodIndex(value, grain);
        const end = periodEndOfIndex(index, grain);
        expect(periodEnd(value, grain)).toBe(end);
        expect(end).toBeGreaterThanOrEqual(value);
        expect(periodIndex(end, grain)).toBe(index);
        expect(periodIndex(end + 1, grain)).toBe(index + 1);
      }),
    );
  });

  it.each<[DateMarks, string, string]>([
    ['day', '2024-06-15', '2024-06-15'],
    ['monthStart', '2024-06-01', '2024-06-30'],
    ['monthEnd', '2024-06-30', '2024-06-30'],
    ['monthEnd', '2024-06-15', '2024-06-30'],
    ['weekStart', '2024-04-01', '2024-04-07'],
    ['weekEnd', '2024-04-07', '2024-04-07'],
    ['quarterStart', '2024-04-01', '2024-06-30'],
    ['quarterEnd', '2024-06-30', '2024-06-30'],
  ])('stores a %s of %s on %s', (marks, date, stored) => {
    expect(formatDay(storedDay(day(date), marks))).toBe(stored);
  });

  it('stores a period that does not follow the calendar after its end, never before', () => {
    expect(formatDay(storedDay(day('2024-03-31'), 'weekStart'))).toBe('2024-04-07');
    expect(formatDay(storedDay(day('2024-02-01'), 'quarterStart'))).toBe('2024-06-30');
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...dateMarks), (value, marks) => {
        const length = { weekStart: 6, monthStart: 27, quarterStart: 88 }[marks as string] ?? 0;
        expect(storedDay(value, marks)).toBeGreaterThanOrEqual(value + length);
      }),
    );
  });
});
