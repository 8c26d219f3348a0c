import { NumberInput, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { scheduleDays } from '../../../shared/backtest/build-schedule.ts';
import { formatDay, parseDay } from '../../format/days.ts';
import { DayInput } from '../../ui/day-input.tsx';
import type { SettingFormProps } from './setting-form.tsx';

const types = ['monthly', 'weekly', 'quarterly', 'renewal', 'typed'] as const;
const usualDaysBefore = 90;

/** Step, first and last day; or the days themselves. */
export function ScheduleForm({ draft, onChange }: SettingFormProps) {
  const { t } = useTranslation('backtest');
  const { schedule } = draft;
  const [text, setText] = useState(() => scheduleDays(schedule).map(formatDay).join('\n'));
  const changeType = (type: (typeof types)[number]) => {
    const days = scheduleDays(schedule);
    const [first = draft.knownThrough, last = draft.knownThrough] = [days[0], days.at(-1)];
    const range = { firstDay: first, lastDay: Math.max(first, Math.min(last, draft.knownThrough)) };
    if (type === 'renewal') {
      return onChange({ ...draft, schedule: { type, daysBefore: usualDaysBefore, ...range } });
    }
    if (type !== 'typed') return onChange({ ...draft, schedule: { type, ...range } });
    setText(days.map(formatDay).join('\n'));
    return onChange({ ...draft, schedule: { type, days } });
  };
  return (
    <Stack gap="xs">
      <Select
        label={t('settings.step')}
        data={types.map((value) => ({ value, label: t(`settings.type.${value}`) }))}
        value={schedule.type}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(type) => type !== null && changeType(type)}
      />
      {schedule.type === 'typed' ? (
        <Textarea
          label={t('settings.days')}
          autosize
          minRows={4}
          maxRows={10}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            onChange({ ...draft, schedule: { type: 'typed', days: parseDays(event.currentTarget.value) } });
          }}
        />
      ) : (
        <>
          {schedule.type === 'renewal' && (
            <NumberInput
              label={t('set.daysBefore')}
              description={t('set.renewalHelp')}
              value={Number.isNaN(schedule.daysBefore) ? '' : schedule.daysBefore}
              allowDecimal={false}
              allowNegative={false}
              clampBehavior="none"
              suffix={` ${t('settings.unitDays')}`}
              onChange={(days) =>
                onChange({
                  ...draft,
                  schedule: { ...schedule, daysBefore: typeof days === 'number' ? days : Number.NaN },
                })
              }
            />
          )}
          <DayInput
            label={t('settings.firstDay')}
            day={schedule.firstDay}
            onChange={(firstDay) => onChange({ ...draft, schedule: { ...schedule, firstDay } })}
          />
          <DayInput
            label={t('settings.lastDay')}
            day={schedule.lastDay}
            onChange={(lastDay) => onChange({ ...draft, schedule: { ...schedule, lastDay } })}
          />
        </>
      )}
    </Stack>
  );
}

/** One day a line; a line that is no day becomes NaN, so that validation refuses the list. */
export function parseDays(text: string): number[] {
  const lines = text.split(/[\s,、]+/).filter((line) => line !== '');
  return lines.map((line) => parseDay(line) ?? Number.NaN);
}
