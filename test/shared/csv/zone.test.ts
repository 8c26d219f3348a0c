import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../shared/csv/calendar.ts';
import { dateReadingOf } from '../../../shared/csv/date-reading.ts';
import { parseDate } from '../../../shared/csv/parse-date.ts';
import { readZones, suggestZone } from '../../../shared/csv/suggest-zone.ts';
import { findZone, instantOf } from '../../../shared/csv/zone.ts';

const minutes = (iso: string) => Date.parse(iso) / 60_000;

function dayIn(text: string, zone: string, writtenZone?: string): string {
  const column = {
    dateFormat: 'timestamp' as const,
    zone,
    ...(writtenZone === undefined ? {} : { writtenZone }),
  };
  const day = parseDate(text, dateReadingOf(column));
  return typeof day === 'number' ? formatDay(day) : day;
}

describe('a time zone', () => {
  it.each([
    ['Asia/Tokyo', '2024-07-01T00:00Z', 540],
    ['Asia/Kolkata', '2024-07-01T00:00Z', 330],
    ['America/New_York', '2024-01-15T12:00Z', -300],
    ['America/New_York', '2024-07-15T12:00Z', -240],
    ['America/New_York', '2024-03-10T06:59Z', -300],
    ['America/New_York', '2024-03-10T07:00Z', -240],
    ['Australia/Lord_Howe', '2024-01-15T12:00Z', 660],
    ['UTC', '2024-07-01T00:00Z', 0],
    ['-03:30', '2024-07-01T00:00Z', -210],
  ])('%s at %s lies %i minutes east of UTC', (name, at, offset) => {
    expect(findZone(name)?.offsetAt(minutes(at))).toBe(offset);
  });

  it.each(['', 'Nowhere/Land', '+9', '+99:00', '__proto__', '../etc', 'Asia/Tokyo\n'])(
    'is not %j',
    (name) => {
      expect(findZone(name)).toBeNull();
    },
  );

  it('gives each instant back from its local time, but in the second of an hour shown twice', () => {
    const zone = findZone('Europe/Berlin')!;
    const range = { min: minutes('1980-01-01T00:00Z'), max: minutes('2037-12-31T00:00Z') };
    fc.assert(
      fc.property(fc.integer(range), (utc) => {
        const found = instantOf(utc + zone.offsetAt(utc), zone);
        expect([0, 60]).toContain(utc - found);
        expect(found + zone.offsetAt(found)).toBe(utc + zone.offsetAt(utc));
      }),
      { numRuns: 300 },
    );
    expect(instantOf(minutes('2024-03-31T02:30Z'), zone)).toBe(minutes('2024-03-31T01:30Z'));
  });
});

describe('the calendar day of a date-time', () => {
  it.each([
    ['2024-04-01T23:30:00Z', 'Asia/Tokyo', '2024-04-02'],
    ['2024-04-01T23:30:00Z', 'UTC', '2024-04-01'],
    ['2024-04-01T08:30:00+09:00', 'UTC', '2024-03-31'],
    ['2024-04-01T08:30:00+09:00', '+09:00', '2024-04-01'],
    ['2024-03-10T06:59:59Z', 'America/New_York', '2024-03-10'],
    ['2024-03-10T04:59:59Z', 'America/New_York', '2024-03-09'],
    ['2024-11-03T04:59:00Z', 'America/New_York', '2024-11-03'],
    ['2024-11-04T04:59:00Z', 'America/New_York', '2024-11-03'],
    ['2024/4/1 23:30', 'Asia/Tokyo', '2024-04-01'],
    ['2024-04-01', 'Asia/Tokyo', '2024-04-01'],
  ])('%s in %s is %s', (text, zone, day) => {
    expect(dayIn(text, zone)).toBe(day);
  });

  it('moves times that state no zone only when a person says which they are in', () => {
    expect(dayIn('2024-04-01 23:30', 'Asia/Tokyo', 'UTC')).toBe('2024-04-02');
    expect(dayIn('2024-04-01 23:30', 'Asia/Tokyo', 'Asia/Tokyo')).toBe('2024-04-01');
    expect(dayIn('2024-04-01', 'Asia/Tokyo', 'UTC')).toBe('2024-04-01');
  });

  it('is the same whatever zone and language the machine has', () => {
    const before = process.env.TZ;
    const days = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((zone) => {
      process.env.TZ = zone;
      return dayIn('2024-03-10T09:30:00Z', 'America/Los_Angeles') + dayIn('2024-04-01 00:10', 'UTC');
    });
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(new Set(days)).toEqual(new Set(['2024-03-102024-04-01']));
  });
});

describe('the zone proposed for date-times', () => {
  it('is the one that all of them state', () => {
    expect(suggestZone(['2024-04-01T08:30:00+09:00', '2024-04-02 08:30+0900'])).toBe('+09:00');
    expect(suggestZone(['2024-04-01T08:30:00Z', '2024-04-02T08:30:00 UTC'])).toBe('UTC');
    expect(suggestZone(['2024-04-01T08:30:00Z', '2024-04-02T08:30:00-05:00'])).toBe('UTC');
    expect(suggestZone(['2024-04-01 08:30', '2024-04-01'])).toBeNull();
  });

  it('is asked about where times state none, but not for midnights', () => {
    expect(readZones(['2024-04-01 08:30', '2024-04-01 0:00', '2024-04-01']).unstated).toBe(1);
  });
});
