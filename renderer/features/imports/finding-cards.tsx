import { Badge, Card, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { buildFindings, type Finding, type FindingCard } from './build-findings.ts';
import { Section } from './section.tsx';

const symbols = { blocks: '×', bends: '△', note: '○' } as const;

/** What stands out in the data, the most harmful to a back-test first. */
export function FindingCards({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation('data');
  const cards = buildFindings(findings);
  return (
    <Section title={t('findings.title')} text={t('findings.text')}>
      {cards.length === 0 ? (
        <Text size="sm">{t('findings.none')}</Text>
      ) : (
        <ul className="finding-list">
          {cards.map((card) => (
            <li key={card.kind}>
              <FindingBox card={card} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function FindingBox({ card }: { readonly card: FindingCard }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const { kind, weight, count, subjects } = card;
  const shown = subjects.slice(0, 5);
  return (
    <Card withBorder padding="sm" h="100%" className="finding" data-weight={weight} data-testid="finding">
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <Text size="sm" fw={600}>
          {t(`finding.${kind}.title`, { count, value: format.number(count, 0) })}
        </Text>
        <Badge color="gray" variant="outline" className="quiet-badge">
          {symbols[weight]} {t(`findings.${weight}`)}
        </Badge>
      </Group>
      <Text size="xs" mt={4}>
        {t(`finding.${kind}.text`)}
      </Text>
      {shown.length > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          {shown
            .map(({ name, count: each }) => t('findings.subject', { name, value: format.number(each, 0) }))
            .join(' · ')}
          {subjects.length > shown.length &&
            ` · ${t('findings.more', { value: format.number(subjects.length - shown.length, 0) })}`}
        </Text>
      )}
    </Card>
  );
}
