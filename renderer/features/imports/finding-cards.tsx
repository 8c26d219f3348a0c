import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { TableProperties } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { buildFindings, type FindingCard } from './build-findings.ts';
import { isCrossSection } from './cross-section-note.tsx';
import { FindingDrawer, type OpenFinding } from './finding-drawer.tsx';
import { Section } from './section.tsx';

const symbols = { blocks: '×', bends: '△', note: '○' } as const;
const SUBJECTS_SHOWN = 4;

/** What stands out in the data, the most harmful to a back-test first; each opens its rows. */
export function FindingCards() {
  const { t } = useTranslation('data');
  const audit = useQuery('data.audit', {}, { refreshOn: ['data', 'design'] });
  const isFlagged = useAppStore((state) => isCrossSection(state.summary));
  const [open, setOpen] = useState<OpenFinding | null>(null);
  return (
    <Section title={t('findings.title')} text={t('findings.text')}>
      <QueryView
        query={audit}
        empty={({ findings }) =>
          findings.length === 0 && (
            <Text size="sm">{t(isFlagged ? 'findings.noneFlagged' : 'findings.none')}</Text>
          )
        }
      >
        {({ findings }) => (
          <ul className="finding-list">
            {buildFindings(findings).map((card) => (
              <li key={card.kind}>
                <FindingBox card={card} onOpen={setOpen} />
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      <FindingDrawer finding={open} onClose={() => setOpen(null)} />
    </Section>
  );
}

interface FindingBoxProps {
  readonly card: FindingCard;
  readonly onOpen: (finding: OpenFinding) => void;
}

function FindingBox({ card, onOpen }: FindingBoxProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const { kind, weight, count, accounts, churned } = card;
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
      {accounts > 0 && (
        <Text size="xs" c="dimmed">
          {t(kind === 'outcomesAfterUsage' ? 'findings.accountsOnly' : 'findings.touches', {
            count: accounts,
            accounts: format.number(accounts, 0),
            churned: format.number(churned, 0),
          })}
        </Text>
      )}
      <Stack component="dl" gap={2} my={4} className="finding-text">
        <div>
          <Text component="dt">{t('findings.does')}</Text>
          <Text component="dd">{t(`finding.${kind}.does`)}</Text>
        </div>
        <div>
          <Text component="dt">{t('findings.todo')}</Text>
          <Text component="dd">{t(`finding.${kind}.todo`)}</Text>
        </div>
      </Stack>
      <SubjectButtons card={card} onOpen={onOpen} />
    </Card>
  );
}

/** One button a subject: the rows of one metric, attribute or source. */
function SubjectButtons({ card: { kind, subjects }, onOpen }: FindingBoxProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  const withRows = subjects.filter(({ rows }) => rows > 0);
  if (withRows.length === 0) return null;
  const shown = showsAll ? withRows : withRows.slice(0, SUBJECTS_SHOWN);
  const hidden = withRows.length - shown.length;
  return (
    <Group gap={6} mt="auto">
      {shown.map(({ name, rows }) => {
        const value = format.number(rows, 0);
        return (
          <Button
            key={name}
            size="compact-xs"
            variant="default"
            leftSection={<TableProperties size={12} aria-hidden />}
            aria-label={t('findings.openOf', {
              name: name || t(`finding.${kind}.title`, { count: rows, value }),
              value,
            })}
            onClick={() => onOpen({ kind, subject: name })}
          >
            {name === '' ? t('findings.open') : t('findings.subject', { name, value })}
          </Button>
        );
      })}
      {(hidden > 0 || showsAll) && (
        <Button size="compact-xs" variant="subtle" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('findings.fewer') : t('findings.more', { value: format.number(hidden, 0) })}
        </Button>
      )}
    </Group>
  );
}
