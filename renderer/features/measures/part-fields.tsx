import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Aggregation } from '../../../shared/schemas/measure.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useDesign } from '../../client/use-design.ts';
import { wholeNumber } from './whole-number.ts';

export interface PartFieldsProps {
  readonly measureId: string;
  readonly value: Extract<Aggregation, { type: 'ratio' | 'zScore' | 'peerPercentile' }>;
  readonly onChange: (value: Aggregation) => void;
}

/** Fields of a measure made from one or two others. */
export function PartFields({ measureId, value, onChange }: PartFieldsProps) {
  const { t } = useTranslation('measures');
  const attributes = useAppStore((state) => state.summary?.attributes) ?? [];
  const data = (useDesign()?.measures ?? [])
    .filter(({ id }) => id !== measureId)
    .map(({ id, name }) => ({ value: id, label: name }));
  const select = (
    label: 'numerator' | 'denominator' | 'measure',
    chosen: string,
    choose: (id: string) => void,
  ) => (
    <Select
      label={t(`editor.${label}`)}
      data={data}
      value={chosen || null}
      onChange={(id) => choose(id ?? '')}
      searchable
      allowDeselect={false}
    />
  );
  if (value.type === 'ratio') {
    return (
      <>
        {select('numerator', value.numerator, (numerator) => onChange({ ...value, numerator }))}
        {select('denominator', value.denominator, (denominator) => onChange({ ...value, denominator }))}
      </>
    );
  }
  return (
    <>
      {select('measure', value.measure, (measure) => onChange({ ...value, measure }))}
      {value.type === 'zScore' ? (
        <NumberInput
          label={t('editor.steps')}
          description={t('editor.stepsHint')}
          value={value.steps}
          onChange={(typed) => onChange({ ...value, steps: wholeNumber(typed) })}
          min={6}
          max={60}
          allowDecimal={false}
        />
      ) : (
        <Select
          label={t('editor.peers')}
          placeholder={t('editor.peersAll')}
          data={attributes.map(({ name }) => name)}
          value={value.attribute}
          onChange={(attribute) => onChange({ ...value, attribute })}
          searchable
          clearable
        />
      )}
    </>
  );
}
