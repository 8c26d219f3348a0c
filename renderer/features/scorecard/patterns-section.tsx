import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { Plus } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPattern, firstCut, mostPatterns, newPattern } from './edit-patterns.ts';
import { PatternEditor } from './pattern-editor.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';

/** Two measures crossed: four kinds of customer, each with its own action. They change no score. */
export const PatternsSection = memo(function PatternsSection({ parts }: { readonly parts: ScorecardParts }) {
  const { t } = useTranslation('scorecard');
  const { card, actions, measures } = parts;
  const { patterns = [] } = card;
  const [chosen, choose] = useState<string | null>(null);
  const shown = patterns.find(({ id }) => id === chosen) ?? patterns[0];
  const used = card.groups.flatMap((group) => group.measures.map(({ measureId }) => measureId));
  const [x, y] = [...new Set([...used, ...measures.map(({ id }) => id)])];
  const add = () => {
    if (x === undefined || y === undefined) return;
    const name = t('panels.patterns.defaultName', { across: parts.nameOf(x), upward: parts.nameOf(y) });
    const pattern = newPattern(crypto.randomUUID(), name.slice(0, 120), {
      across: { measureId: x, cut: firstCut(parts.figuresOf(x)) },
      upward: { measureId: y, cut: firstCut(parts.figuresOf(y)) },
    });
    actions.commit({
      target: 'patterns',
      name: 'addPattern',
      parameters: { name },
      edit: addPattern(pattern),
    });
    choose(pattern.id);
  };
  return (
    <Stack gap="sm" component="section" aria-label={t('panels.sections.patterns')}>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('panels.sections.patterns')}
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          disabled={y === undefined || patterns.length >= mostPatterns}
          onClick={add}
        >
          {t('panels.patterns.add')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('panels.patterns.text')}
      </Text>
      {y === undefined && <Text size="sm">{t('panels.patterns.needsMeasures')}</Text>}
      {shown === undefined && y !== undefined && (
        <Text size="xs" c="dimmed">
          {t('panels.patterns.none')}
        </Text>
      )}
      {patterns.length > 1 && shown !== undefined && (
        <SegmentedControl
          size="xs"
          className="variant-scope"
          aria-label={t('panels.patterns.chosen')}
          data={patterns.map(({ id, name }) => ({ value: id, label: name }))}
          value={shown.id}
          onChange={choose}
        />
      )}
      {shown !== undefined && <PatternEditor key={shown.id} parts={parts} pattern={shown} />}
    </Stack>
  );
});
