import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../i18n/language.ts';
import { formatDay, formatDayInSentence, formatInstant, formatMonth, formatTime } from './days.ts';
import {
  formatAuc,
  formatDifference,
  formatInterval,
  formatNumber,
  formatPercent,
  formatScore,
} from './numbers.ts';
import { formatSize } from './sizes.ts';

/** What can be counted; each has its word per language under `common:unit`. */
export type CountUnit = 'account' | 'file' | 'item' | 'row' | 'day' | 'month' | 'churner' | 'measure';

export type Format = ReturnType<typeof createFormat>;

/** Every way of writing a value, in the window's language. */
export function useFormat(): Format {
  const { t, i18n } = useTranslation('common');
  const language: Language = i18n.language === 'ja' ? 'ja' : 'en';
  return useMemo(() => createFormat(language, t), [language, t]);
}

/** Every way of writing a value, in a language; `t` speaks it. */
export function createFormat(language: Language, t: TFunction<'common'>) {
  return {
    percent: (share: number | null, digits?: number) => formatPercent(share, language, digits),
    number: (value: number | null, digits?: number) => formatNumber(value, language, digits),
    score: formatScore,
    auc: formatAuc,
    difference: formatDifference,
    interval: formatInterval,
    percentInterval: (low: number | null, high: number | null) =>
      formatInterval(low, high, (value) => formatPercent(value, language)),
    day: formatDay,
    /** The date that accounts are shown as of; a list without dates has none. */
    asOf: (day: number | null) => (day === null ? t('withoutDate') : formatDay(day)),
    dayInSentence: (day: number | null) => formatDayInSentence(day, language),
    month: formatMonth,
    time: (instantMs: number) => formatTime(instantMs, language),
    instant: formatInstant,
    size: (sizeBytes: number) => formatSize(sizeBytes, language),
    /** A count expected over random order of ties: a whole number, with "about" unless it is one. */
    expected: (value: number, unit?: CountUnit) => {
      const number = formatNumber(value, language, 0);
      const whole =
        unit === undefined ? number : t(`unit.${unit}`, { count: Math.round(value), value: number });
      return Math.abs(value - Math.round(value)) < 1e-9 ? whole : t('about', { value: whole });
    },
    /** 412 → "412 社" / "412 accounts". */
    count: (value: number, unit: CountUnit) =>
      t(`unit.${unit}`, { count: value, value: formatNumber(value, language, 0) }),
  };
}
