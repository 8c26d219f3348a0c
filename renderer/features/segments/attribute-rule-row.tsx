import {
  CloseButton,
  Group,
  MultiSelect,
  NumberInput,
  Paper,
  Select,
  Stack,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';
import type { AttributeOperator, AttributeRule } from './list-filter.ts';

type Attribute = DataSummary['attributes'][number];

export interface AttributeRuleRowProps {
  readonly rule: AttributeRule;
  readonly attributes: readonly Attribute[];
  /** Null takes the rule away. */
  readonly onChange: (rule: AttributeRule | null) => void;
}

const operators = ['isOneOf', 'isNotOneOf', 'contains', 'atLeast', 'below'] as const;

/** One attribute condition: which attribute, how, and which values. */
export function AttributeRuleRow({ rule, attributes, onChange }: AttributeRuleRowProps) {
  const { t } = useTranslation('lists');
  const attribute = attributes.find(({ name }) => name === rule.attribute);
  const offered = operators.filter(
    (operator) => attribute?.numeric === true || shapeOf(operator) !== 'number' || operator === rule.operator,
  );
  const names = new Set([...attributes.map(({ name }) => name), rule.attribute]);
  const setAttribute = (name: string | null) => {
    const next = attributes.find((other) => other.name === name);
    if (next === undefined || next.name === rule.attribute) return;
    onChange({ ...rule, attribute: next.name, operator: next.numeric ? 'atLeast' : 'isOneOf', values: [] });
  };
  const setOperator = (value: string | null) => {
    const operator = operators.find((known) => known === value);
    if (operator === undefined) return;
    const values = shapeOf(operator) === shapeOf(rule.operator) ? rule.values : [];
    onChange({ ...rule, operator, values });
  };
  return (
    <Paper withBorder p={8} role="group" aria-label={rule.attribute}>
      <Stack gap={4}>
        <Group gap={4} wrap="nowrap">
          <Select
            size="xs"
            flex={1}
            searchable
            allowDeselect={false}
            aria-label={t('filter.attribute')}
            data={[...names]}
            value={rule.attribute}
            onChange={setAttribute}
          />
          <CloseButton
            size="sm"
            aria-label={t('filter.remove', { attribute: rule.attribute })}
            onClick={() => onChange(null)}
          />
        </Group>
        <Select
          size="xs"
          allowDeselect={false}
          aria-label={t('filter.operator')}
          data={offered.map((operator) => ({ value: operator, label: t(`operator.${operator}`) }))}
          value={rule.operator}
          onChange={setOperator}
        />
        <RuleValue rule={rule} attribute={attribute} onChange={(values) => onChange({ ...rule, values })} />
      </Stack>
    </Paper>
  );
}

interface RuleValueProps {
  readonly rule: AttributeRule;
  readonly attribute: Attribute | undefined;
  readonly onChange: (values: readonly string[]) => void;
}

function RuleValue({ rule, attribute, onChange }: RuleValueProps) {
  const { t } = useTranslation('lists');
  const label = t('filter.values', { attribute: rule.attribute });
  const known = attribute?.values ?? [];
  const first = rule.values[0] ?? '';
  switch (shapeOf(rule.operator)) {
    case 'number':
      return (
        <NumberInput
          size="xs"
          aria-label={label}
          placeholder={t('filter.number')}
          value={first === '' ? '' : Number(first)}
          onChange={(value) => onChange(value === '' ? [] : [String(value)])}
        />
      );
    case 'text':
      return (
        <TextInput
          size="xs"
          aria-label={label}
          placeholder={t('filter.text')}
          maxLength={400}
          value={first}
          onChange={({ currentTarget: { value } }) => onChange(value === '' ? [] : [value])}
        />
      );
    case 'list': {
      const shared = { size: 'xs' as const, 'aria-label': label, value: [...rule.values], onChange };
      const isWhole = attribute !== undefined && attribute.distinct <= known.length;
      // More values than the summary lists: they can be typed too.
      if (!isWhole) return <TagsInput {...shared} data={known} placeholder={t('filter.typed')} />;
      const data = [...new Set([...known, ...rule.values])];
      return <MultiSelect {...shared} searchable data={data} placeholder={t('filter.pick')} />;
    }
  }
}

function shapeOf(operator: AttributeOperator): 'list' | 'text' | 'number' {
  switch (operator) {
    case 'isOneOf':
    case 'isNotOneOf':
      return 'list';
    case 'contains':
      return 'text';
    case 'atLeast':
    case 'below':
      return 'number';
  }
}
