import type { TFunction } from 'i18next';
import { ymdFromDay } from '../../../shared/csv/calendar.ts';
import type { Format } from '../../format/use-format.ts';
import type { Consequence } from './build-consequence.ts';

type Words = TFunction<['data', 'common']>;

/** One sentence: what a date column's dates will do. */
export function describeConsequence(consequence: Consequence, t: Words, format: Format): string {
  if (consequence.type === 'unreadable') return t('consequence.unreadable');
  if (consequence.type !== 'value') {
    const { type, text, day } = consequence;
    return t(`consequence.${type}`, { text, day: format.dayInSentence(day) });
  }
  const { text, lagDays, usedFrom, first, last } = consequence;
  const words = { text, period: periodName(consequence, t, format), day: format.dayInSentence(usedFrom) };
  if (lagDays > 0) return t('consequence.valueLate', { ...words, lag: format.count(lagDays, 'day') });
  return first === last ? t('consequence.valueDay', words) : t('consequence.value', words);
}

function periodName(
  { grain, first, last }: Extract<Consequence, { type: 'value' }>,
  t: Words,
  format: Format,
): string {
  const { year, month } = ymdFromDay(last);
  switch (grain) {
    case 'day':
      return format.dayInSentence(last);
    case 'week':
      return t('consequence.week', { first: format.dayInSentence(first), last: format.dayInSentence(last) });
    case 'month':
      return t('consequence.month', { year, month, name: t(`month.${month as Month}`) });
    case 'quarter':
      return t('consequence.quarter', { year, from: month - 2, to: month, quarter: month / 3 });
  }
}

type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
