import { describe, expect, it } from 'vitest';
import { detectDateFormat } from '../../../shared/csv/detect-date-format.ts';

describe('detectDateFormat', () => {
  it.each([
    ['iso', ['2024-04-01', '', '2024-12-31']],
    ['slashYmd', ['2024/4/1', '2024/12/31 0:00']],
    ['japanese', ['令和6年4月1日', 'R6.4.2', '2024年4月3日']],
    ['yearMonth', ['2024-04', '2024-05']],
    ['yearMonth', ['202404', '202405']],
    ['compact', ['20240401', '20241231']],
    ['excelSerial', ['45383', '45384']],
    ['timestamp', ['2024-04-01T10:00:00Z', '2024-04-01 11:00']],
    ['mdy', ['4/26/19', '4/11/19', '5/3/19']],
    ['dmy', ['26/4/19', '11/4/19', '3/5/19']],
  ])('recognises %s in %j', (format, samples) => {
    const detected = detectDateFormat(samples);
    expect(detected.format).toBe(format);
    expect(detected.alternatives).toEqual([format]);
    expect(detected.ambiguous).toBe(false);
  });

  it('lists both readings where no day is above 12, and guesses none in silence', () => {
    const detected = detectDateFormat(['01/04/2024', '02/05/2024']);
    expect(detected.ambiguous).toBe(true);
    expect([...detected.alternatives].sort()).toEqual(['dmy', 'mdy']);
  });

  it('lets one day above 12 settle it', () => {
    const many = Array.from({ length: 99 }, () => '01/04/2024');
    expect(detectDateFormat([...many, '13/04/2024'])).toMatchObject({ format: 'dmy', ambiguous: false });
    expect(detectDateFormat([...many, '04/13/2024'])).toMatchObject({ format: 'mdy', ambiguous: false });
  });

  it('stays ambiguous where texts contradict both readings', () => {
    const many = Array.from({ length: 98 }, () => '01/04/2024');
    expect(detectDateFormat([...many, '13/04/2024', '04/13/2024']).ambiguous).toBe(true);
  });

  it('tolerates a few texts that are no dates', () => {
    const dates = Array.from({ length: 19 }, (_, i) => `2024-04-${String(i + 1).padStart(2, '0')}`);
    expect(detectDateFormat([...dates, 'n/a']).format).toBe('iso');
    expect(detectDateFormat([...dates.slice(0, 5), 'n/a', 'n/a']).format).toBeNull();
  });

  it('says when texts are bare numbers', () => {
    expect(detectDateFormat(['20240401']).bareNumbers).toBe(true);
    expect(detectDateFormat(['2024-04-01']).bareNumbers).toBe(false);
    expect(detectDateFormat(['12', '13']).format).toBeNull();
  });

  it('finds no format in no text', () => {
    expect(detectDateFormat(['', ' ']).format).toBeNull();
    expect(detectDateFormat([]).alternatives).toEqual([]);
  });
});
