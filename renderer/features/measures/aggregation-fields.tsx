import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Aggregation } from '../../../shared/schemas/measure.ts';
import { useAppStore } from '../../client/app-store.ts';
import { EventFields } from './event-fields.tsx';
import { FormulaField } from './formula-field.tsx';
import { LookbackFields } from './lookback-fields.tsx';
import { grainOf, switchMetric } from './measure-draft.ts';
import { PartFields } from './part-fields.tsx';
import { RecordFields } from './record-fields.tsx';
import type { MeasureParts } from './use-measure-parts.ts';
import { wholeNumber } from './whole-number.ts';

export interface AggregationFieldsProps {
  /** The edited measure: nothing it is made from may lead back to it. */
  readonly measureId: string;
  readonly value: Aggregation;
  readonly onChange: (value: Aggregation) => void;
  readonly parts: MeasureParts;
}

/** The fields that the chosen way of computing needs, and no others. */
export function AggregationFields({ measureId, value, onChange, parts }: AggregationFieldsProps) {
  const { t } = useTranslation('measures');
  const summary = useAppStore((state) => state.summary);
  if (value.type === 'tenure') return null;
  if ('source' in value) return <RecordFields value={value} onChange={onChange} />;
  if (value.type === 'formula')
    return <FormulaField measureId={measureId} value={value} onChange={onChange} />;
  if (value.type === 'attribute') {
    return (
      <Select
        label={t('editor.attribute')}
        data={(summary?.attributes ?? []).map(({ name }) => name)}
        value={value.attribute || null}
        onChange={(attribute) => onChange({ ...value, attribute: attribute ?? '' })}
        searchable
        allowDeselect={false}
      />
    );
  }
  if ('eventSource' in value) return <EventFields value={value} onChange={onChange} />;
  if (!('metric' in value)) {
    return <PartFields measureId={measureId} value={value} onChange={onChange} parts={parts} />;
  }
  return (
    <>
      <Select
        label={t('editor.metric')}
        data={(summary?.metrics ?? []).map(({ name }) => name)}
        value={value.metric || null}
        onChange={(metric) => onChange(switchMetric(value, metric ?? '', summary))}
        searchable
        allowDeselect={false}
      />
      {value.type === 'latest' && (
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
      {'lookback' in value && <WindowFields value={value} onChange={onChange} />}
    </>
  );
}

type Windowed = Extract<Aggregation, { metric: string; lookback: number }>;

function WindowFields(props: { readonly value: Windowed; readonly onChange: (value: Aggregation) => void }) {
  const { value, onChange } = props;
  const { t } = useTranslation('measures');
  const summary = useAppStore((state) => state.summary);
  const unit = t(`lookbackUnit.${grainOf(value.metric, summary)}`);
  return (
    <>
      <LookbackFields unit={unit} value={value} onChange={(window) => onChange({ ...value, ...window })} />
      {'noRow' in value && (
        <Select
          label={t('editor.noRow')}
          data={(['byKind', 'zero', 'missing'] as const).map((key) => ({
            value: key,
            label: t(`noRow.${key}`),
          }))}
          value={value.noRow}
          onChange={(noRow) => noRow !== null && onChange({ ...value, noRow })}
          allowDeselect={false}
        />
      )}
    </>
  );
}
