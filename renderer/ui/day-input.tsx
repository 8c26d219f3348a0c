import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { formatDay, parseDay } from '../format/days.ts';

export interface DayInputProps {
  readonly label: string;
  /** NaN = nothing readable. */
  readonly day: number;
  readonly onChange: (day: number) => void;
  readonly description?: string;
  /** Said under the field in place of nothing. */
  readonly error?: string | null;
  /** May be emptied by a button of its own; for days that need not be said. */
  readonly isOptional?: boolean;
}

/** A day, picked or typed as 2024-06-30. */
export function DayInput({ label, day, onChange, description, error, isOptional = false }: DayInputProps) {
  const { t } = useTranslation('backtest');
  return (
    <DateInput
      label={label}
      {...(description === undefined ? {} : { description })}
      error={error ?? undefined}
      clearable={isOptional}
      value={Number.isNaN(day) ? null : formatDay(day)}
      valueFormat="YYYY-MM-DD"
      placeholder="2024-06-30"
      monthLabelFormat="YYYY-MM"
      weekendDays={[]}
      hideOutsideDates
      ariaLabels={{
        previousMonth: t('settings.previous'),
        previousYear: t('settings.previous'),
        previousDecade: t('settings.previous'),
        nextMonth: t('settings.next'),
        nextYear: t('settings.next'),
        nextDecade: t('settings.next'),
      }}
      popoverProps={{ withinPortal: false }}
      onChange={(value) => onChange(value === null ? Number.NaN : (parseDay(value) ?? Number.NaN))}
    />
  );
}
