import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../../../shared/schemas/lab-autopsy.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Explained, type Term } from '../../../ui/explained.tsx';
import { useLab } from '../lab/lab-context.ts';
import { CaseCard } from './case-card.tsx';

const atFirst = 8;

/** Each churner's year beside as many accounts that were red and stayed: to be read, not counted. */
export function CaseBoard() {
  const { t } = useTranslation('backtest');
  const { cases } = useLab().lab;
  const of = (kind: Case['kind']) => cases.cases.filter((told) => told.kind === kind);
  return (
    <Stack gap="xs">
      <Text size="sm">
        {t('story.why')} <Explained term="fallenMeasures">{t('story.fallen')}</Explained>
      </Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <CaseColumn
          title={t('story.churned')}
          term="detectionLead"
          cases={of('churned')}
          all={cases.churned}
        />
        <CaseColumn title={t('story.kept')} term="everRed" cases={of('kept')} all={cases.kept} />
      </SimpleGrid>
    </Stack>
  );
}

interface CaseColumnProps {
  readonly title: string;
  readonly term: Term;
  readonly cases: readonly Case[];
  readonly all: number;
}

function CaseColumn({ title, term, cases, all }: CaseColumnProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const [shown, setShown] = useState(atFirst);
  return (
    <section aria-label={title}>
      <Group gap="xs" mb="xs">
        <Title order={3} size="h6">
          <Explained term={term}>{title}</Explained>
        </Title>
        <Text size="xs" c="dimmed">
          {t('story.of', { shown: Math.min(shown, cases.length), all: format.number(all, 0) })}
        </Text>
      </Group>
      {cases.length === 0 && <Text size="sm">{t('story.none')}</Text>}
      <SimpleGrid cols={2} spacing="xs">
        {cases.slice(0, shown).map((told) => (
          <CaseCard key={told.life} told={told} />
        ))}
      </SimpleGrid>
      {cases.length > shown && (
        <Button size="xs" variant="default" mt="xs" onClick={() => setShown(shown + 4 * atFirst)}>
          {t('story.more', { rest: format.number(cases.length - shown, 0) })}
        </Button>
      )}
    </section>
  );
}
