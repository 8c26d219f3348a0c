import { ActionIcon, Button, Group, NumberInput, Select, Stack, TagsInput, Text } from '@mantine/core';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VariantCondition } from '../../../shared/schemas/scorecard.ts';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';
import { useAppStore } from '../../client/app-store.ts';
import { withCondition } from './build-variants.ts';

export interface VariantConditionsProps {
  readonly conditions: readonly VariantCondition[];
  readonly onChange: (conditions: VariantCondition[]) => void;
}

const attributeOperators = ['isOneOf', 'isNotOneOf', 'contains', 'atLeast', 'below'] as const;
const tenureOperators = ['below', 'atLeast'] as const;

/** The conditions an account must meet, all of them. */
export function VariantConditions({ conditions, onChange }: VariantConditionsProps) {
  const { t } = useTranslation('scorecard');
  const attributes = useAppStore((state) => state.summary?.attributes ?? noAttributes);
  const first = attributes[0]?.name;
  const isFull = conditions.length >= 10;
  return (
    <Stack gap={4}>
      <Text size="xs" fw={500}>
        {t('rules.variants.conditions')}
      </Text>
      {conditions.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('rules.variants.noConditions')}
        </Text>
      )}
      {conditions.map((condition, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
        <Group key={i} gap={4} wrap="nowrap" align="flex-end">
          {condition.type === 'attribute' ? (
            <AttributeFields
              attributes={attributes}
              condition={condition}
              onChange={(next) => onChange(withCondition(conditions, i, next))}
            />
          ) : (
            <TenureFields
              condition={condition}
              onChange={(next) => onChange(withCondition(conditions, i, next))}
            />
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('rules.variants.removeCondition', { n: i + 1 })}
            onClick={() => onChange(withCondition(conditions, i, null))}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group gap={4}>
        <Button
          size="compact-xs"
          variant="default"
          disabled={first === undefined || isFull}
          onClick={() =>
            first !== undefined &&
            onChange([
              ...conditions,
              { type: 'attribute', attribute: first, operator: 'isOneOf', values: [] },
            ])
          }
        >
          {t('rules.variants.addAttribute')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={isFull}
          onClick={() => onChange([...conditions, { type: 'tenure', operator: 'below', days: 90 }])}
        >
          {t('rules.variants.addTenure')}
        </Button>
      </Group>
    </Stack>
  );
}

type Attribute = Pick<DataSummary['attributes'][number], 'name' | 'values'>;
const noAttributes: readonly Attribute[] = [];

interface FieldsProps<Type extends VariantCondition['type']> {
  readonly condition: Extract<VariantCondition, { type: Type }>;
  readonly onChange: (condition: VariantCondition) => void;
}

function AttributeFields({
  attributes,
  condition,
  onChange,
}: FieldsProps<'attribute'> & { readonly attributes: readonly Attribute[] }) {
  const { t } = useTranslation('scorecard');
  const { attribute, operator, values } = condition;
  const names = [...new Set([...attributes.map(({ name }) => name), attribute])];
  return (
    <Stack gap={4} flex={1}>
      <Group gap={4} grow wrap="nowrap" align="flex-end">
        <Select
          label={t('rules.variants.attribute')}
          size="xs"
          data={names}
          value={attribute}
          onChange={(name) => name !== null && onChange({ ...condition, attribute: name, values: [] })}
          allowDeselect={false}
        />
        <Select
          label={t('rules.variants.operator')}
          size="xs"
          data={attributeOperators.map((value) => ({
            value,
            label: t(`rules.variants.operatorOf.${value}`),
          }))}
          value={operator}
          onChange={(next) => next !== null && onChange({ ...condition, operator: next })}
          allowDeselect={false}
        />
      </Group>
      <TagsInput
        label={t('rules.variants.values')}
        size="xs"
        data={attributes.find(({ name }) => name === attribute)?.values ?? []}
        value={values}
        maxTags={200}
        onChange={(next) => onChange({ ...condition, values: next })}
      />
    </Stack>
  );
}

function TenureFields({ condition, onChange }: FieldsProps<'tenure'>) {
  const { t } = useTranslation('scorecard');
  return (
    <Group gap={4} grow wrap="nowrap" flex={1} align="flex-end">
      <NumberInput
        label={t('rules.variants.tenure')}
        size="xs"
        min={0}
        max={36600}
        allowDecimal={false}
        value={condition.days}
        onChange={(days) =>
          typeof days === 'number' && days !== condition.days && onChange({ ...condition, days })
        }
      />
      <Select
        label={t('rules.variants.operator')}
        size="xs"
        data={tenureOperators.map((value) => ({ value, label: t(`rules.variants.operatorOf.${value}`) }))}
        value={condition.operator}
        onChange={(operator) => operator !== null && onChange({ ...condition, operator })}
        allowDeselect={false}
      />
    </Group>
  );
}
