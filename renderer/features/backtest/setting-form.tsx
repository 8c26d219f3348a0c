import { NumberInput, Radio, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { useAppStore } from '../../client/app-store.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { SegmentForm } from './segment-form.tsx';
import { type NumberField, numberRanges, type SettingField } from './validate-settings.ts';

export interface SettingFormProps {
  readonly draft: BacktestSettings;
  readonly onChange: (draft: BacktestSettings) => void;
}

/** The fields of one setting. What is typed but unreadable becomes NaN, which validation names. */
export function SettingForm({ field, ...props }: SettingFormProps & { readonly field: SettingField }) {
  const { t } = useTranslation('backtest');
  const { draft, onChange } = props;
  switch (field) {
    case 'schedule':
      return <ScheduleForm {...props} />;
    case 'outcome':
      return <OutcomeForm {...props} />;
    case 'segment':
      return <SegmentForm {...props} />;
    case 'gapDays':
    case 'horizonDays':
    case 'minimumTenureDays':
    case 'capacityPerAsOf':
      return <NumberForm {...props} field={field} />;
    case 'outcomeDate':
      return (
        <Radio.Group
          label={t('settings.outcomeDate')}
          value={draft.outcomeDate}
          onChange={(value) =>
            onChange({ ...draft, outcomeDate: value === 'effective' ? 'effective' : 'noticeOrEffective' })
          }
        >
          <Stack gap="xs" mt="xs">
            <Radio value="noticeOrEffective" label={t('settings.noticeOrEffective')} />
            <Radio value="effective" label={t('settings.effective')} />
          </Stack>
        </Radio.Group>
      );
    case 'knownThrough':
      return (
        <DayInput
          label={t('settings.knownThrough')}
          day={draft.knownThrough}
          onChange={(knownThrough) => onChange({ ...draft, knownThrough })}
        />
      );
    case 'testFrom':
      return <SplitForm {...props} />;
    case 'incumbent':
      return <IncumbentForm {...props} />;
  }
}

function NumberForm({ draft, onChange, field }: SettingFormProps & { readonly field: NumberField }) {
  const { t } = useTranslation('backtest');
  const value = draft[field];
  return (
    <NumberInput
      data-autofocus
      label={t(`settings.${field}`)}
      value={Number.isNaN(value) ? '' : value}
      allowDecimal={false}
      allowNegative={false}
      min={numberRanges[field].low}
      max={numberRanges[field].high}
      clampBehavior="none"
      {...(field === 'capacityPerAsOf' ? {} : { suffix: ` ${t('settings.unitDays')}` })}
      onChange={(next) => onChange({ ...draft, [field]: typeof next === 'number' ? next : Number.NaN })}
    />
  );
}

/** The metric that holds a score the team uses today; the new score must beat it too. */
function IncumbentForm({ draft, onChange }: SettingFormProps) {
  const { t } = useTranslation('backtest');
  const metrics = useAppStore((state) => state.summary?.metrics) ?? [];
  const choose = (incumbent: string | null) => {
    const { incumbent: _, ...rest } = draft;
    onChange(incumbent === null ? rest : { ...rest, incumbent });
  };
  return (
    <Select
      label={t('settings.incumbent')}
      placeholder={t('set.noIncumbent')}
      clearable
      searchable
      comboboxProps={{ withinPortal: false }}
      data={metrics.map(({ name }) => name)}
      value={draft.incumbent ?? null}
      onChange={choose}
    />
  );
}

function SplitForm({ draft, onChange }: SettingFormProps) {
  const { t } = useTranslation('backtest');
  const { testFrom, schedule, knownThrough } = draft;
  const kind = testFrom === 'auto' ? 'auto' : testFrom === null ? 'none' : 'chosen';
  const firstGuess = schedule.type === 'typed' ? (schedule.days.at(-1) ?? knownThrough) : schedule.lastDay;
  const choose = (value: string) => {
    const chosen = typeof testFrom === 'number' ? testFrom : firstGuess;
    onChange({ ...draft, testFrom: value === 'auto' ? 'auto' : value === 'none' ? null : chosen });
  };
  return (
    <>
      <Radio.Group label={t('settings.testFrom')} value={kind} onChange={choose}>
        <Stack gap="xs" mt="xs">
          <Radio value="auto" label={t('settings.autoText')} />
          <Radio value="chosen" label={t('settings.chosen')} />
          <Radio value="none" label={t('settings.noneText')} />
        </Stack>
      </Radio.Group>
      {typeof testFrom === 'number' && (
        <DayInput
          label={t('settings.testFrom')}
          day={testFrom}
          onChange={(day) => onChange({ ...draft, testFrom: day })}
        />
      )}
    </>
  );
}
