import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Aggregation } from '../../../shared/schemas/measure.ts';
import { useAppStore } from '../../client/app-store.ts';
import type { MeasureParts } from './use-measure-parts.ts';
import { wholeNumber } from './whole-number.ts';

export interface PartFieldsProps {
  readonly measureId: string;
  readonly value: Extract<Aggregation, { type: 'ratio' | 'zScore' | 'peerPercentile' }>;
  readonly onChange: (value: Aggregation) => void;
  readonly parts: MeasureParts;
}

/** Fields of a measure made from one or two others. */
export function PartFields({ measureId, value, onChange, parts }: PartFieldsProps) {
  const { t } = useTranslation('measures');
  const attributes = useAppStore((state) => state.summary?.attributes) ?? [];
  if (value.type === 'ratio') {
    const part = (side: 'numerator' | 'denominator') => (
      <PartSelect
        label={t(`editor.${side}`)}
        chosen={value[side]}
        measureId={measureId}
        parts={parts}
        attributes={attributes.filter(({ numeric }) => numeric).map(({ name }) => name)}
        onChoose={(id) => onChange({ ...value, [side]: id })}
      />
    );
    return (
      <>
        {part('numerator')}
        {part('denominator')}
      </>
    );
  }
  return (
    <>
      <PartSelect
        label={t('editor.measure')}
        chosen={value.measure}
        measureId={measureId}
        parts={parts}
        attributes={[]}
        onChoose={(measure) => onChange({ ...value, measure })}
      />
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

interface PartSelectProps {
  readonly label: string;
  readonly chosen: string;
  readonly measureId: string;
  readonly parts: MeasureParts;
  /** Attributes to choose from too; one without a measure gets it. */
  readonly attributes: readonly string[];
  readonly onChoose: (id: string) => void;
}

const attributeMark = 'attribute ';

/** Another measure, or an attribute that is none yet. */
function PartSelect({ label, chosen, measureId, parts, attributes, onChoose }: PartSelectProps) {
  const { t } = useTranslation('measures');
  const measures = parts.known.filter(({ id }) => id !== measureId);
  const isMeasure = (attribute: string) =>
    measures.some(
      ({ aggregation }) => aggregation.type === 'attribute' && aggregation.attribute === attribute,
    );
  const free = attributes.filter((attribute) => !isMeasure(attribute));
  const choose = (id: string) =>
    onChoose(id.startsWith(attributeMark) ? parts.ofAttribute(id.slice(attributeMark.length)) : id);
  return (
    <Select
      label={label}
      data={[
        {
          group: t('editor.partMeasures'),
          items: measures.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          group: t('editor.partAttributes'),
          items: free.map((name) => ({ value: `${attributeMark}${name}`, label: name })),
        },
      ].filter(({ items }) => items.length > 0)}
      value={chosen || null}
      onChange={(id) => choose(id ?? '')}
      searchable
      allowDeselect={false}
    />
  );
}
