import { useTranslation } from 'react-i18next';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { type Format, useFormat } from '../../format/use-format.ts';
import type { Words } from './build-verdict-sentence.ts';
import type { SettingField } from './validate-settings.ts';

export interface SettingText {
  readonly field: SettingField;
  readonly name: string;
  readonly value: string;
}

/** Each setting in words. `chosenTestFrom` is what an automatic split came to; null = none. */
export function useSettingTexts(settings: BacktestSettings, chosenTestFrom?: number | null): SettingText[] {
  const { t } = useTranslation(['backtest', 'common']);
  const format = useFormat();
  return buildSettingTexts(settings, { t, format }, chosenTestFrom);
}

/** The same in the language of the words given. */
export function buildSettingTexts(
  settings: BacktestSettings,
  { t, format }: { readonly t: Words; readonly format: Format },
  chosenTestFrom?: number | null,
): SettingText[] {
  const { schedule, testFrom } = settings;
  const days = (value: number) => format.count(value, 'day');
  const splitText = () => {
    if (testFrom === null) return t('settings.none');
    if (testFrom !== 'auto') return format.day(testFrom);
    return chosenTestFrom === undefined
      ? t('settings.auto')
      : `${t('settings.auto')} (${format.day(chosenTestFrom)})`;
  };
  const outcome = settings.outcome ?? 'churn';
  const values: Record<SettingField, string> = {
    outcome: t(settings.voluntaryOnly ? 'set.voluntaryChurn' : `set.outcome.${outcome}`),
    segment: settings.segment?.name ?? t('set.everybody'),
    schedule:
      schedule.type === 'typed'
        ? t('settings.typedDays', {
            count: schedule.days.length,
            value: format.number(schedule.days.length, 0),
          })
        : t('settings.range', {
            type:
              schedule.type === 'renewal'
                ? t('set.beforeRenewal', { value: format.number(schedule.daysBefore, 0) })
                : t(`settings.type.${schedule.type}`),
            from: format.day(schedule.firstDay),
            to: format.day(schedule.lastDay),
          }),
    gapDays: days(settings.gapDays),
    horizonDays: days(settings.horizonDays),
    minimumTenureDays: days(settings.minimumTenureDays),
    outcomeDate: t(`settings.${settings.outcomeDate}`),
    knownThrough: format.day(settings.knownThrough),
    testFrom: splitText(),
    capacityPerAsOf: t(`settings.capacity.${schedule.type === 'renewal' ? 'monthly' : schedule.type}`, {
      value: format.number(settings.capacityPerAsOf, 0),
    }),
    incumbent: settings.incumbent ?? t('set.noIncumbent'),
  };
  return settingFields.map((field) => ({ field, name: t(`settings.${field}`), value: values[field] }));
}

const settingFields = [
  'outcome',
  'schedule',
  'segment',
  'gapDays',
  'horizonDays',
  'minimumTenureDays',
  'outcomeDate',
  'knownThrough',
  'testFrom',
  'capacityPerAsOf',
  'incumbent',
] as const satisfies readonly SettingField[];
