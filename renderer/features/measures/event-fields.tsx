import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Aggregation } from '../../../shared/schemas/measure.ts';
import { useAppStore } from '../../client/app-store.ts';
import { LookbackFields } from './lookback-fields.tsx';

type EventAggregation = Extract<Aggregation, { eventSource: string }>;

const usualLookback = { day: 28, week: 1, month: 1 } as const;

export interface EventFieldsProps {
  readonly value: EventAggregation;
  readonly onChange: (value: Aggregation) => void;
}

/** Fields of a measure over user-level events: which file, days or whole periods, which events count. */
export function EventFields({ value, onChange }: EventFieldsProps) {
  const { t } = useTranslation('measures');
  const sources = useAppStore((state) => state.summary?.eventSources) ?? [];
  const source = sources.find(({ name }) => name === value.eventSource);
  const setPeriod = (period: EventAggregation['period']) =>
    onChange({ ...value, period, lookback: usualLookback[period], shift: 0 });
  return (
    <>
      <Select
        label={t('editor.eventSource')}
        data={sources.map(({ name }) => name)}
        value={value.eventSource || null}
        onChange={(name) => onChange({ ...value, eventSource: name ?? '', events: [] })}
        allowDeselect={false}
        disabled={sources.length === 0}
      />
      <Select
        label={t('editor.period')}
        data={(['day', 'week', 'month'] as const).map((key) => ({ value: key, label: t(`period.${key}`) }))}
        value={value.period}
        onChange={(period) => period !== null && setPeriod(period)}
        allowDeselect={false}
      />
      <LookbackFields
        unit={t(`lookbackUnit.${value.period}`)}
        value={value}
        onChange={(window) => onChange({ ...value, ...window })}
      />
      <MultiSelect
        label={t(value.type === 'distinctFeatures' ? 'editor.keyFeatures' : 'editor.events')}
        description={t('editor.eventsHint')}
        data={[...new Set([...(source?.events ?? []), ...value.events])]}
        value={value.events}
        onChange={(events) => onChange({ ...value, events: events.slice(0, 100) })}
        searchable
        clearable
      />
    </>
  );
}
