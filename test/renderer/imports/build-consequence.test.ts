import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildConsequence, readSamples } from '../../../renderer/features/imports/build-consequence.ts';
import { describeConsequence } from '../../../renderer/features/imports/describe-consequence.ts';
import { formatDayInSentence } from '../../../renderer/format/days.ts';
import { english, japanese } from '../../../renderer/i18n/catalogues.ts';
import type { Language } from '../../../renderer/i18n/language.ts';
import { dayFromYmd } from '../../../shared/csv/calendar.ts';
import type { DateMarks, FileKind } from '../../../shared/schemas/import-plan.ts';

const i18n = i18next.createInstance();

beforeAll(() => i18n.init({ resources: { ja: japanese, en: english }, lng: 'ja', ns: ['data', 'common'] }));

function sentence(
  text: string,
  dateMarks: DateMarks,
  { lagDays = 0, language = 'ja' as Language, kind = 'metricsWide' as FileKind } = {},
): string {
  const plan = { kind, dateMarks, lagDays };
  const t = i18n.getFixedT(language, ['data', 'common'] as const);
  const format = {
    dayInSentence: (day: number | null) => formatDayInSentence(day, language),
    count: (value: number) => t('common:unit.day', { count: value, value }),
  };
  const consequence = buildConsequence({
    role: 'date',
    reading: { format: 'iso' },
    plan,
    samples: ['', text],
  });
  return describeConsequence(consequence, { t, format, language });
}

describe('consequence of a date column', () => {
  it('uses June’s value from the end of 30 June', () => {
    expect(sentence('2024-06-01', 'monthStart')).toContain(
      '2024年6月の値は2024年6月30日の終わりから使います',
    );
    expect(sentence('2024-06-30', 'monthEnd')).toContain('2024年6月の値は2024年6月30日の終わりから使います');
    expect(sentence('2024-06-01', 'monthStart', { language: 'en' })).toContain(
      'value of June 2024 is used from the end of 30 June 2024',
    );
  });

  it('waits for the reporting lag', () => {
    expect(sentence('2024-06-01', 'monthStart', { lagDays: 5 })).toContain('2024年7月5日の終わり');
  });

  it('takes a day as a day', () => {
    expect(sentence('2024-06-01', 'day')).toContain('2024年6月1日の値は2024年6月1日の終わりから');
  });

  it('names weeks and quarters by their first and last part', () => {
    expect(sentence('2024-06-24', 'weekStart')).toContain('2024年6月24日〜2024年6月30日の値は2024年6月30日');
    expect(sentence('2024-04-01', 'quarterStart', { language: 'en' })).toContain('April 2024 – June 2024');
  });

  it.each<[DateMarks, string, string, number]>([
    ['day', '2024-06-10', '2024年6月10日の値は2024年6月10日', 0],
    ['weekStart', '2024-06-10', '2024年6月10日〜2024年6月16日の値は2024年6月16日', 0],
    ['weekEnd', '2024-06-16', '2024年6月10日〜2024年6月16日の値は2024年6月16日', 0],
    ['monthStart', '2024-06-01', '2024年6月の値は、3 日後の2024年7月3日', 3],
    ['monthEnd', '2024-06-30', '2024年6月の値は2024年6月30日', 0],
    ['quarterStart', '2024-04-01', '2024年4月〜2024年6月の値は2024年6月30日', 0],
    ['quarterEnd', '2024-06-30', '2024年4月〜2024年6月の値は、10 日後の2024年7月10日', 10],
  ])('of %s marks tells the period and the day for %s', (marks, text, words, lagDays) => {
    expect(sentence(text, marks, { lagDays })).toContain(words);
  });

  it('counts a record on its own day, whatever the marks', () => {
    const plan = { kind: 'records' as const, dateMarks: 'monthStart' as const, lagDays: 9 };
    const input = {
      role: 'date' as const,
      reading: { format: 'iso' } as const,
      plan,
      samples: ['2024-06-10'],
    };
    expect(buildConsequence(input)).toEqual({
      type: 'recordDate',
      text: '2024-06-10',
      day: dayFromYmd(2024, 6, 10),
    });
  });

  it('says when no sample is a date in the format', () => {
    const plan = { kind: 'accounts' as const, dateMarks: 'day' as const, lagDays: 0 };
    const input = {
      role: 'startOn' as const,
      reading: { format: 'dmy' as const },
      plan,
      samples: ['2024-06-10'],
    };
    expect(buildConsequence(input)).toEqual({ type: 'unreadable' });
  });

  it('reads one text in both orders', () => {
    expect(readSamples(['03/04/2024'], 'dmy')[0]?.day).toBe(dayFromYmd(2024, 4, 3));
    expect(readSamples(['03/04/2024'], 'mdy')[0]?.day).toBe(dayFromYmd(2024, 3, 4));
    expect(readSamples(['13/04/2024'], 'mdy')[0]?.day).toBeNull();
  });
});
