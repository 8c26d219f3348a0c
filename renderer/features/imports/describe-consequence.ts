import type { TFunction } from 'i18next';
import type { Format } from '../../format/use-format.ts';
import type { Language } from '../../i18n/language.ts';
import type { Consequence } from './build-consequence.ts';

export interface ConsequenceWords {
  readonly t: TFunction<readonly ['data', 'common']>;
  readonly format: Pick<Format, 'dayInSentence' | 'count'>;
  readonly language: Language;
}

/** One sentence: what the dates of a column will do. */
export function describeConsequence(consequence: Consequence, words: ConsequenceWords): string {
  const { t, format } = words;
  if (consequence.type === 'unreadable') return t('consequence.unreadable');
  if (consequence.type !== 'value') {
    const { type, text, day } = consequence;
    return t(`consequence.${type}`, { text, day: format.dayInSentence(day) });
  }
  const { text, lagDays, usedFrom } = consequence;
  const values = {
    text,
    period: periodName(consequence, words),
    day: format.dayInSentence(usedFrom),
  };
  if (lagDays === 0) return t('consequence.value', values);
  return t('consequence.valueLate', { ...values, lag: format.count(lagDays, 'day') });
}

function periodName(
  { grain, first, last }: Extract<Consequence, { type: 'value' }>,
  { t, language }: ConsequenceWords,
): string {
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  const hasDays = grain === 'day' || grain === 'week';
  const parts = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const write = new Intl.DateTimeFormat(locale, hasDays ? { ...parts, day: 'numeric' } : parts);
  const [from, to] = [first * 86_400_000, last * 86_400_000];
  if (grain === 'day' || grain === 'month') return write.format(to);
  return t('consequence.range', { from: write.format(from), to: write.format(to) });
}
