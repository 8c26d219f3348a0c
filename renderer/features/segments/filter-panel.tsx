import { Button, Checkbox, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Band, Pattern } from '../../../shared/schemas/scorecard.ts';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';
import { patternCellName } from '../../../shared/scoring/patterns.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { AttributeRuleRow } from './attribute-rule-row.tsx';
import { type AttributeRule, emptyFilter, isEmptyFilter, type ListFilter } from './list-filter.ts';

export interface FilterPanelProps {
  readonly bands: readonly Band[];
  readonly patterns: readonly Pattern[];
  readonly measureName: (id: string) => string;
  readonly attributes: DataSummary['attributes'];
  readonly filter: ListFilter;
  readonly onChange: (filter: ListFilter) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

const mostRules = 20;
const centred = { body: { alignItems: 'center' } };

/** The condition builder: all conditions must hold. */
export function FilterPanel(props: FilterPanelProps) {
  const { bands, patterns, attributes, filter, onChange, search, onSearch } = props;
  const { t } = useTranslation('lists');
  const setRule = (key: string, rule: AttributeRule | null) =>
    onChange({
      ...filter,
      rules: filter.rules.flatMap((other) => (other.key === key ? (rule ?? []) : other)),
    });
  const addRule = () => {
    const attribute = attributes[0];
    if (attribute === undefined) return;
    const operator = attribute.numeric ? 'atLeast' : 'isOneOf';
    const rule = { key: crypto.randomUUID(), attribute: attribute.name, operator, values: [] } as const;
    onChange({ ...filter, rules: [...filter.rules, rule] });
  };
  const isEmpty = isEmptyFilter(filter) && search === '';
  return (
    <Stack gap="md">
      <TextInput
        label={t('filter.search')}
        placeholder={t('filter.searchPlaceholder')}
        maxLength={200}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      <BandBoxes
        bands={bands}
        chosen={filter.bandIds}
        onChange={(bandIds) => onChange({ ...filter, bandIds })}
      />
      <ScoreBounds filter={filter} onChange={onChange} />
      {patterns.map((pattern) => (
        <PatternBoxes
          key={pattern.id}
          pattern={pattern}
          measureName={props.measureName}
          chosen={filter.cells[pattern.id] ?? []}
          onChange={(cells) => onChange({ ...filter, cells: { ...filter.cells, [pattern.id]: cells } })}
        />
      ))}
      <Stack gap="xs" role="group" aria-label={t('filter.attributes')}>
        <Text size="sm" fw={600}>
          {t('filter.attributes')}
        </Text>
        {filter.rules.map((rule) => (
          <AttributeRuleRow
            key={rule.key}
            rule={rule}
            attributes={attributes}
            onChange={(changed) => setRule(rule.key, changed)}
          />
        ))}
        {attributes.length === 0 ? (
          <Text size="xs" c="dimmed">
            {t('filter.noAttributes')}
          </Text>
        ) : (
          <Button
            size="xs"
            variant="default"
            onClick={addRule}
            disabled={filter.rules.length >= mostRules}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('filter.addAttribute')}
          </Button>
        )}
      </Stack>
      <Button
        size="xs"
        variant="subtle"
        disabled={isEmpty}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => {
          onChange(emptyFilter);
          onSearch('');
        }}
      >
        {t('filter.clear')}
      </Button>
    </Stack>
  );
}

interface BandBoxesProps {
  readonly bands: readonly Band[];
  readonly chosen: readonly string[];
  readonly onChange: (bandIds: readonly string[]) => void;
}

function BandBoxes({ bands, chosen, onChange }: BandBoxesProps) {
  const { t } = useTranslation('lists');
  return (
    <Checkbox.Group
      label={t('filter.bands')}
      description={t('filter.bandsHint')}
      value={[...chosen]}
      onChange={onChange}
    >
      <Stack gap={6} mt={6}>
        {bands.map((band) => (
          <Checkbox
            key={band.id}
            size="xs"
            value={band.id}
            label={<BandBadge band={band} />}
            styles={centred}
          />
        ))}
        <Checkbox size="xs" value="" label={<BandBadge band={null} />} styles={centred} />
      </Stack>
    </Checkbox.Group>
  );
}

interface PatternBoxesProps {
  readonly pattern: Pattern;
  readonly measureName: (id: string) => string;
  readonly chosen: readonly number[];
  readonly onChange: (cells: readonly number[]) => void;
}

function PatternBoxes({ pattern, measureName, chosen, onChange }: PatternBoxesProps) {
  return (
    <Checkbox.Group
      label={pattern.name}
      value={chosen.map(String)}
      onChange={(values) => onChange(values.map(Number).sort((a, b) => a - b))}
    >
      <Stack gap={6} mt={6}>
        {[0, 1, 2, 3].map((cell) => (
          <Checkbox
            key={cell}
            size="xs"
            value={String(cell)}
            label={patternCellName(pattern, cell, measureName)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function ScoreBounds({ filter, onChange }: Pick<FilterPanelProps, 'filter' | 'onChange'>) {
  const { t } = useTranslation('lists');
  const bound = (value: string | number) => (typeof value === 'number' ? value : null);
  const limits = { min: 0, max: 100, decimalScale: 1, size: 'xs', w: 104, hideControls: true } as const;
  return (
    <Stack gap={4} role="group" aria-label={t('filter.score')}>
      <Text size="sm" fw={600}>
        {t('filter.score')}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <NumberInput
          {...limits}
          label={t('filter.atLeast')}
          value={filter.scoreAtLeast ?? ''}
          onChange={(value) => onChange({ ...filter, scoreAtLeast: bound(value) })}
        />
        <NumberInput
          {...limits}
          label={t('filter.below')}
          value={filter.scoreBelow ?? ''}
          onChange={(value) => onChange({ ...filter, scoreBelow: bound(value) })}
        />
      </Group>
    </Stack>
  );
}
