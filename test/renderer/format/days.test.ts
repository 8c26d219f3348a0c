import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatDayInSentence,
  formatMonth,
  parseDay,
  parseTypedDay,
} from '../../../renderer/format/days.ts';

const midYear = 19904; // 2024-06-30

describe('formatDay', () => {
  it('writes the calendar day whatever the time zone', () => {
    expect(formatDay(midYear)).toBe('2024-06-30');
    expect(formatDay(0)).toBe('1970-01-01');
    expect(formatDay(null)).toBe('–');
  });

  it('is undone by parseDay', () => {
    fc.assert(
      fc.property(fc.integer({ min: -36525, max: 73050 }), (day) => parseDay(formatDay(day)) === day),
    );
  });
});

describe('formatDayInSentence', () => {
  it('writes the day as each language says it', () => {
    expect(formatDayInSentence(midYear, 'ja')).toBe('2024年6月30日');
    expect(formatDayInSentence(midYear, 'en')).toBe('30 June 2024');
  });
});

describe('formatMonth', () => {
  it('counts from January 1970, back too', () => {
    expect(formatMonth(653)).toBe('2024-06');
    expect(formatMonth(-1)).toBe('1969-12');
  });
});

describe('parseDay', () => {
  it('refuses days that do not exist and other writings', () => {
    expect(parseDay('2023-02-29')).toBeNull();
    expect(parseDay('2024/06/30')).toBeNull();
    expect(parseDay('')).toBeNull();
  });
});

describe('parseTypedDay', () => {
  it('reads the day in the writings of both languages', () => {
    const day = parseDay('2024-06-05');
    for (const typed of ['2024-06-05', ' 2024/6/5 ', '2024.06.05', '2024年6月5日', '２０２４／６／５']) {
      expect(parseTypedDay(typed)).toBe(day);
    }
  });

  it('refuses days that do not exist and anything else', () => {
    for (const typed of ['2023-02-29', '2024-13-01', '6/5/2024', '2024-06', 'abc', '']) {
      expect(parseTypedDay(typed)).toBeNull();
    }
  });
});
