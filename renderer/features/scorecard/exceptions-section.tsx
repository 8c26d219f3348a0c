import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Plus } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { HelpTip } from '../../ui/help-tip.tsx';
import { newException } from './build-exceptions.ts';
import { addException } from './edit-rules.ts';
import { ExceptionCard } from './exception-card.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';
import { useIdleException } from './use-idle-exception.ts';

/** The rules that stop the weighted result, in the order they act, each with whom it changes. */
export const ExceptionsSection = memo(function ExceptionsSection({
  parts,
}: {
  readonly parts: ScorecardParts;
}) {
  const { t } = useTranslation('scorecard');
  const { card, actions, measures } = parts;
  const { exceptions = [] } = card;
  const worst = card.bands.at(-1);
  const idle = useIdleException(parts);
  const first = parts.selectedId ?? measures[0]?.id ?? null;
  const add = () => {
    if (first === null) return;
    const value = middleOf(parts, first);
    const made = newException(crypto.randomUUID(), { measureId: first, value }, card.bands);
    actions.commit({
      target: 'exceptions',
      name: 'addException',
      parameters: { name: parts.nameOf(first) },
      edit: addException(made),
    });
  };
  return (
    <Stack gap="xs" component="section" aria-label={t('rules.exceptions.title')}>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('rules.exceptions.title')}
        </Title>
        <HelpTip text={t('rules.exceptions.help')} />
      </Group>
      {exceptions.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('rules.exceptions.none', { band: worst?.label || worst?.symbol || '' })}
        </Text>
      )}
      {exceptions.length > 0 && (
        <ol className="rule-cards">
          {exceptions.map((exception, i) => (
            <ExceptionCard key={exception.id} parts={parts} exception={exception} number={i + 1} />
          ))}
        </ol>
      )}
      <Group>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          disabled={first === null || exceptions.length >= 30}
          onClick={add}
        >
          {t('rules.exceptions.add')}
        </Button>
        {idle !== null && exceptions.length < 30 && (
          <Button size="compact-sm" variant="default" onClick={() => void idle.add()}>
            {idle.label}
          </Button>
        )}
      </Group>
    </Stack>
  );
});

/** The first fifth's upper end: low enough to be an exception, high enough to bite. */
function middleOf(parts: ScorecardParts, measureId: string): number {
  return parts.figuresOf(measureId)?.fifths[0]?.high ?? 0;
}
