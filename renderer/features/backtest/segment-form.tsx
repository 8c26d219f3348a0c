import { MultiSelect, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { Segment } from '../../../shared/schemas/segment.ts';
import { useDesign } from '../../client/use-design.ts';
import { useQuery } from '../../client/use-query.ts';
import type { SettingFormProps } from './setting-form.tsx';

type Condition = NonNullable<BacktestSettings['segment']>['conditions'][number];
const everybody = 'all';
const byAttribute = 'attribute';

/** Everybody, a saved segment that asks for attributes only, or one attribute's values. */
export function SegmentForm({ draft, onChange }: SettingFormProps) {
  const { t } = useTranslation('backtest');
  const segments = useDesign()?.segments ?? [];
  const usable = segments.filter((segment) => attributeConditions(segment) !== null);
  const [choice, setChoice] = useState(() => choiceOf(draft, usable));
  const choose = (value: string) => {
    setChoice(value);
    const segment = usable.find(({ id }) => id === value);
    const conditions = segment === undefined ? null : attributeConditions(segment);
    const { segment: _, ...rest } = draft;
    onChange(
      segment === undefined || conditions === null
        ? rest
        : { ...rest, segment: { name: segment.name, conditions } },
    );
  };
  return (
    <Stack gap="sm">
      <Select
        label={t('settings.segment')}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data={[
          { value: everybody, label: t('set.everybody') },
          { value: byAttribute, label: t('set.byAttribute') },
          ...usable.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={choice}
        onChange={(value) => value !== null && choose(value)}
      />
      {choice === byAttribute && <AttributeFields draft={draft} onChange={onChange} />}
      {usable.length < segments.length && (
        <Text size="xs" c="dimmed">
          {t('set.segmentsLeftOut')}
        </Text>
      )}
    </Stack>
  );
}

function AttributeFields({ draft, onChange }: SettingFormProps) {
  const { t } = useTranslation('backtest');
  const summary = useQuery('data.summary', {});
  const attributes = summary.value?.attributes ?? [];
  const condition = draft.segment?.conditions[0];
  const [attribute, setAttribute] = useState(condition?.attribute ?? null);
  const values = attributes.find(({ name }) => name === attribute)?.values ?? [];
  const set = (name: string, chosen: string[]) => {
    const { segment: _, ...rest } = draft;
    if (chosen.length === 0) return onChange(rest);
    const conditions: Condition[] = [
      { type: 'attribute', attribute: name, operator: 'isOneOf', values: chosen },
    ];
    return onChange({
      ...rest,
      segment: { name: `${name}: ${chosen.join(', ')}`.slice(0, 120), conditions },
    });
  };
  if (summary.status === 'ready' && attributes.length === 0)
    return <Text size="sm">{t('set.noAttributes')}</Text>;
  return (
    <>
      <Select
        label={t('set.attribute')}
        data={attributes.map(({ name }) => name)}
        value={attribute}
        comboboxProps={{ withinPortal: false }}
        onChange={(name) => {
          setAttribute(name);
          set('', []);
        }}
      />
      {attribute !== null && (
        <MultiSelect
          label={t('set.values')}
          data={values}
          value={condition?.values ?? []}
          comboboxProps={{ withinPortal: false }}
          onChange={(chosen) => set(attribute, chosen)}
        />
      )}
    </>
  );
}

/** The conditions of a segment that can hold for the past: those on attributes; null where it asks for anything else. */
export function attributeConditions({ conditions }: Segment): Condition[] | null {
  const found = conditions.flatMap((condition) => (condition.type === 'attribute' ? condition : []));
  return found.length === conditions.length && found.length > 0 ? found : null;
}

function choiceOf({ segment }: BacktestSettings, usable: readonly Segment[]): string {
  if (segment === undefined) return everybody;
  const text = JSON.stringify(segment.conditions);
  return usable.find((saved) => JSON.stringify(attributeConditions(saved)) === text)?.id ?? byAttribute;
}
