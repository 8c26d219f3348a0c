import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromYmd, formatDay, ymdFromDay } from '../../../shared/csv/calendar.ts';
import { parseDate } from '../../../shared/csv/parse-date.ts';
import { type DateFormat, dateFormats } from '../../../shared/schemas/import-plan.ts';

function read(text: string, format: DateFormat, utcOffsetMinutes?: number): string {
  const zone = { name: 'fixed', offsetAt: () => utcOffsetMinutes ?? 0 };
  const day = parseDate(text, { format, zone });
  return typeof day === 'number' ? formatDay(day) : day;
}

describe('parseDate', () => {
  it.each<[DateFormat, string, string]>([
    ['iso', '2024-04-01', '2024-04-01'],
    ['iso', '2024-4-1', '2024-04-01'],
    ['iso', ' ２０２４－０４－０１ ', '2024-04-01'],
    ['iso', '2024-02-29', '2024-02-29'],
    ['iso', '2000-02-29', '2000-02-29'],
    ['slashYmd', '2024/4/1', '2024-04-01'],
    ['slashYmd', '2024.04.01', '2024-04-01'],
    ['slashYmd', '2024/04/01 0:00', '2024-04-01'],
    ['slashYmd', '2024/4/1 13:05:59', '2024-04-01'],
    ['dmy', '01/04/2024', '2024-04-01'],
    ['dmy', '1-4-2024', '2024-04-01'],
    ['dmy', '31.12.99', '1999-12-31'],
    ['dmy', '1/4/68', '2068-04-01'],
    ['dmy', '1/4/69', '1969-04-01'],
    ['dmy', '1 Apr 2024', '2024-04-01'],
    ['dmy', '01-APR-24', '2024-04-01'],
    ['mdy', '4/26/19', '2019-04-26'],
    ['mdy', '04-01-2024', '2024-04-01'],
    ['mdy', 'April 1, 2024', '2024-04-01'],
    ['mdy', 'Sept 1 2024', '2024-09-01'],
    ['mdy', '4/1/2024 1:30 PM', '2024-04-01'],
    ['yearMonth', '2024-04', '2024-04-01'],
    ['yearMonth', '2024/4', '2024-04-01'],
    ['yearMonth', '202404', '2024-04-01'],
    ['yearMonth', '2024年4月', '2024-04-01'],
    ['yearMonth', '2024年4月分', '2024-04-01'],
    ['yearMonth', '令和6年4月', '2024-04-01'],
    ['yearMonth', 'Apr 2024', '2024-04-01'],
    ['japanese', '2024年4月1日', '2024-04-01'],
    ['japanese', '２０２４年４月１日', '2024-04-01'],
    ['japanese', '2024年4月1日(月)', '2024-04-01'],
    ['japanese', '2024年04月01日 10:00', '2024-04-01'],
    ['japanese', '令和6年4月1日', '2024-04-01'],
    ['japanese', '令和元年5月1日', '2019-05-01'],
    ['japanese', 'R6.4.1', '2024-04-01'],
    ['japanese', 'r06/04/01', '2024-04-01'],
    ['japanese', '平成31年4月30日', '2019-04-30'],
    ['japanese', '平成36年4月1日', '2024-04-01'],
    ['japanese', 'H1.1.8', '1989-01-08'],
    ['japanese', '㍻元年1月8日', '1989-01-08'],
    ['japanese', '昭和64年1月7日', '1989-01-07'],
    ['japanese', 'S1.12.25', '1926-12-25'],
    ['japanese', '大正元年7月30日', '1912-07-30'],
    ['compact', '20240401', '2024-04-01'],
    ['excelSerial', '45383', '2024-04-01'],
    ['excelSerial', '45383.75', '2024-04-01'],
    ['excelSerial', '1', '1900-01-01'],
    ['excelSerial', '59', '1900-02-28'],
    ['excelSerial', '61', '1900-03-01'],
    ['timestamp', '2024-04-01T23:30:00Z', '2024-04-01'],
    ['timestamp', '2024-04-01 23:30:00', '2024-04-01'],
    ['timestamp', '2024-04-01T23:30:00.123456', '2024-04-01'],
    ['timestamp', '2024/4/1 9:05', '2024-04-01'],
    ['timestamp', '2024-04-01', '2024-04-01'],
  ])('%s: %s is %s', (format, text, expected) => {
    expect(read(text, format)).toBe(expected);
  });

  it.each<[DateFormat, string]>([
    ['iso', '2023-02-29'],
    ['iso', '2023-02-30'],
    ['iso', '1900-02-29'],
    ['iso', '2024-13-01'],
    ['iso', '2024-00-10'],
    ['iso', '2024-04-31'],
    ['iso', '0024-04-01'],
    ['iso', '2024-04-01x'],
    ['iso', '20a4-04-01'],
    ['iso', '2024/04/01'],
    ['slashYmd', '24/4/1'],
    ['slashYmd', '2024/4.1'],
    ['dmy', '4/26/19'],
    ['dmy', '1/4/024'],
    ['mdy', '26/4/19'],
    ['mdy', '2/29/2023'],
    ['mdy', 'Foo 1 2024'],
    ['yearMonth', '2024-13'],
    ['yearMonth', '2024'],
    ['japanese', '2024年2月30日'],
    ['japanese', '令和0年4月1日'],
    ['japanese', '令和元年4月30日'],
    ['japanese', '平成元年1月7日'],
    ['japanese', 'X6.4.1'],
    ['compact', '20240431'],
    ['compact', '2024041'],
    ['excelSerial', '60'],
    ['excelSerial', '0'],
    ['excelSerial', '2958466'],
    ['timestamp', '2024-04-01T25:00:00'],
    ['timestamp', '2024-04-01T10:60'],
    ['timestamp', 'yesterday'],
  ])('%s: refuses %s', (format, text) => {
    expect(read(text, format)).toBe('invalid');
  });

  it('states a zoned timestamp in the asked zone', () => {
    expect(read('2024-04-01T23:30:00Z', 'timestamp', 540)).toBe('2024-04-02');
    expect(read('2024-04-01T14:59:59Z', 'timestamp', 540)).toBe('2024-04-01');
    expect(read('2024-04-01T15:00:00Z', 'timestamp', 540)).toBe('2024-04-02');
    expect(read('2024-04-01T08:59:00+09:00', 'timestamp')).toBe('2024-03-31');
    expect(read('2024-04-01T20:00:00-0500', 'timestamp')).toBe('2024-04-02');
    expect(read('2024-04-01T23:30:00', 'timestamp', 540)).toBe('2024-04-01');
  });

  it('takes white space as blank in every format', () => {
    for (const format of dateFormats)
      expect([read('', format), read(' 　', format)]).toEqual(['blank', 'blank']);
  });

  it('reads back every day of 1000–9999 as it was written', () => {
    const days = fc.integer({ min: dayFromYmd(1000, 1, 1), max: dayFromYmd(9999, 12, 31) });
    fc.assert(
      fc.property(days, (day) => {
        const { year, month, dayOfMonth } = ymdFromDay(day);
        expect(parseDate(formatDay(day), { format: 'iso' })).toBe(day);
        expect(parseDate(`${year}/${month}/${dayOfMonth}`, { format: 'slashYmd' })).toBe(day);
        expect(parseDate(`${dayOfMonth}.${month}.${year}`, { format: 'dmy' })).toBe(day);
        expect(parseDate(`${month}/${dayOfMonth}/${year}`, { format: 'mdy' })).toBe(day);
        expect(parseDate(`${year}年${month}月${dayOfMonth}日`, { format: 'japanese' })).toBe(day);
        expect(parseDate(formatDay(day).replaceAll('-', ''), { format: 'compact' })).toBe(day);
      }),
    );
  });
});
