import {
  ActionIcon,
  Autocomplete,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Select,
  Stack,
  Text,
} from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Aggregation, RecordFilter } from '../../../shared/schemas/measure.ts';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useRecordNames } from '../../format/use-record-names.ts';
import { firstColumn } from './first-columns.ts';
import { wholeNumber } from './whole-number.ts';

type RecordAggregation = Extract<Aggregation, { source: string }>;
type Source = DataSummary['recordSources'][number];

export interface RecordFieldsProps {
  readonly value: RecordAggregation;
  readonly onChange: (value: Aggregation) => void;
}

/** Fields of a measure over dated records: which, how far back, under which conditions. */
export function RecordFields({ value, onChange }: RecordFieldsProps) {
  const { t } = useTranslation('measures');
  const names = useRecordNames();
  const sources = useAppStore((state) => state.summary?.recordSources) ?? [];
  const source = sources.find(({ name }) => name === value.source);
  const setFilters = (filters: RecordFilter[]) => onChange({ ...value, filters });
  const addFilter = () =>
    setFilters([...value.filters, { column: source?.columns[0]?.name ?? '', operator: 'equals', value: '' }]);
  return (
    <>
      <Select
        label={t('editor.source')}
        data={sources.map(({ name }) => ({ value: name, label: names.sourceName(name) }))}
        value={value.source || null}
        onChange={(name) => onChange(switchSource(value, name ?? '', sources))}
        allowDeselect={false}
        disabled={sources.length === 0}
      />
      {'column' in value && (
        <Select
          label={t('editor.column')}
          description={t('editor.columnHint')}
          data={columnsOf(source, names)}
          value={value.column || null}
          onChange={(column) => onChange({ ...value, column: column ?? '' })}
          searchable
          allowDeselect={false}
        />
      )}
      {value.type === 'latestRecord' && (
        <NumberInput
          label={t('editor.staleAfter')}
          description={t('editor.staleHint')}
          value={value.staleAfterDays ?? ''}
          onChange={(typed) =>
            onChange({ ...value, staleAfterDays: typed === '' ? null : wholeNumber(typed) })
          }
          min={1}
          max={3660}
          allowDecimal={false}
        />
      )}
      {'lookbackDays' in value && (
        <NumberInput
          label={t('editor.lookback')}
          suffix={` ${t('lookbackUnit.day')}`}
          value={value.lookbackDays}
          onChange={(typed) => onChange({ ...value, lookbackDays: wholeNumber(typed) })}
          min={1}
          max={3660}
          allowDecimal={false}
        />
      )}
      {value.type === 'recordCount' && source?.hasClosedDay === true && (
        <Checkbox
          label={t('editor.openOnly')}
          checked={value.openOnly}
          onChange={(event) => onChange({ ...value, openOnly: event.currentTarget.checked })}
        />
      )}
      <Stack gap="xs" role="group" aria-label={t('editor.filters')}>
        <Text size="sm" fw={500}>
          {t('editor.filters')}
        </Text>
        {value.filters.map((filter, i) => (
          <FilterRow
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
            key={i}
            index={i}
            filter={filter}
            source={source}
            onChange={(next) => setFilters(value.filters.map((other, o) => (o === i ? next : other)))}
            onRemove={() => setFilters(value.filters.filter((_, o) => o !== i))}
          />
        ))}
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Plus size={14} aria-hidden />}
            disabled={source === undefined || value.filters.length >= 10}
            onClick={addFilter}
          >
            {t('editor.addFilter')}
          </Button>
        </Group>
      </Stack>
    </>
  );
}

function columnsOf(source: Source | undefined, { columnName }: ReturnType<typeof useRecordNames>) {
  return (source?.columns ?? []).map(({ name }) => ({
    value: name,
    label: columnName(source?.name ?? '', name),
  }));
}

/** Another kind of record: its first column of numbers, and no conditions, since those named columns of the old one. */
function switchSource(value: RecordAggregation, name: string, sources: readonly Source[]): RecordAggregation {
  const moved = { ...value, source: name, filters: [] };
  if (!('column' in moved)) return moved;
  const source = sources.find((candidate) => candidate.name === name);
  return { ...moved, column: firstColumn(source, value.type) };
}

interface FilterRowProps {
  readonly index: number;
  readonly filter: RecordFilter;
  readonly source: Source | undefined;
  readonly onChange: (filter: RecordFilter) => void;
  readonly onRemove: () => void;
}

const operators = ['equals', 'notEquals', 'contains', 'atLeast', 'atMost'] as const;

function FilterRow({ index, filter, source, onChange, onRemove }: FilterRowProps) {
  const { t } = useTranslation('measures');
  const names = useRecordNames();
  const columns = source?.columns ?? [];
  return (
    <Group gap="xs" wrap="nowrap">
      <Select
        aria-label={t('editor.filterColumn')}
        data={columnsOf(source, names)}
        value={filter.column || null}
        onChange={(column) => onChange({ ...filter, column: column ?? '', value: '' })}
        allowDeselect={false}
      />
      <Select
        aria-label={t('editor.filterOperator')}
        w={130}
        data={operators.map((value) => ({ value, label: t(`operator.${value}`) }))}
        value={filter.operator}
        onChange={(operator) => operator !== null && onChange({ ...filter, operator })}
        allowDeselect={false}
      />
      <Autocomplete
        aria-label={t('editor.filterValue')}
        data={[...new Set(columns.find(({ name }) => name === filter.column)?.values ?? [])].filter(Boolean)}
        value={filter.value}
        onChange={(value) => onChange({ ...filter, value })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('editor.removeFilter', { n: index + 1 })}
        onClick={onRemove}
      >
        <X size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
