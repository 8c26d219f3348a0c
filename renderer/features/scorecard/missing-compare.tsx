import { Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { MissingPolicy } from '../../../shared/schemas/scorecard.ts';
import { call } from '../../client/client.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { policyDesigns } from './build-missing.ts';
import { useLive } from './live-context.ts';
import type { ScorecardParts } from './scorecard-parts.ts';

type Compared = ChannelOutput<'live.compare'>['items'];

export interface MissingCompareProps {
  readonly parts: ScorecardParts;
  readonly measureId: string;
  readonly name: string;
  readonly onUse: (policy: MissingPolicy) => void;
  readonly onClose: () => void;
}

/** The bands of today's accounts under each missing policy of one measure, and who changes band. */
export function MissingCompare({ parts, measureId, name, onUse, onClose }: MissingCompareProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { figures, sessionId } = useLive();
  const { whole, card, lift } = parts;
  const designs = useMemo(() => policyDesigns(whole, card, measureId, lift), [whole, card, measureId, lift]);
  const [items, setItems] = useState<Compared | 'failed' | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (sessionId === null || designs.length === 0) return;
    const scorecards = designs.map(({ scorecard }) => scorecard);
    void call('live.compare', { sessionId, scorecards }).then((result) => {
      if (isCurrent) setItems(result.ok ? result.value.items : 'failed');
    });
    return () => {
      isCurrent = false;
    };
  }, [designs, sessionId]);
  const asOf = figures === null ? '' : format.day(figures.today.asOf);
  return (
    <Paper withBorder p="xs">
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <Title order={3} size="xs">
          {t('rules.missing.title', { name, asOf })}
        </Title>
        <Button size="compact-xs" variant="subtle" onClick={onClose}>
          {t('rules.missing.close')}
        </Button>
      </Group>
      {items === 'failed' && <Text size="xs">{t('rules.missing.failed')}</Text>}
      {items === null && <LoadingState />}
      {Array.isArray(items) && items.length === designs.length && (
        <PolicyTable
          parts={parts}
          policies={designs.map(({ policy }) => policy)}
          items={items}
          onUse={onUse}
        />
      )}
    </Paper>
  );
}

interface PolicyTableProps {
  readonly parts: ScorecardParts;
  /** The one in use first. */
  readonly policies: readonly MissingPolicy[];
  readonly items: Compared;
  readonly onUse: (policy: MissingPolicy) => void;
}

function PolicyTable({ parts, policies, items, onUse }: PolicyTableProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { bands } = parts.card;
  const cells = (of: (item: Compared[number]) => number) =>
    items.map((item, i) => (
      <Table.Td key={policies[i]!.type} className="num">
        {format.number(of(item), 0)}
      </Table.Td>
    ));
  return (
    <Table verticalSpacing={2} horizontalSpacing={4} fz="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('rules.missing.policy')}</Table.Th>
          {policies.map((policy, i) => (
            <Table.Th key={policy.type} ta="right">
              {t(`scale.missingOf.${policy.type}`)}
              {i === 0 ? (
                <div>({t('rules.missing.current')})</div>
              ) : (
                <button type="button" className="plain-link" onClick={() => onUse(policy)}>
                  {t('rules.missing.use')}
                </button>
              )}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {bands.map((band, b) => (
          <Table.Tr key={band.id}>
            <Table.Td>
              <BandBadge band={band} />
            </Table.Td>
            {cells((item) => item.bands[b]?.accounts ?? 0)}
          </Table.Tr>
        ))}
        <Table.Tr>
          <Table.Td>{t('rules.missing.unscored')}</Table.Td>
          {cells((item) => item.unscored)}
        </Table.Tr>
        <Table.Tr>
          <Table.Td>{t('rules.missing.changed')}</Table.Td>
          {cells((item) => item.changed)}
        </Table.Tr>
        <ChangedExamples parts={parts} policies={policies} items={items} />
      </Table.Tbody>
    </Table>
  );
}

/** The first few who change band under each policy. */
function ChangedExamples({ parts, policies, items }: Omit<PolicyTableProps, 'onUse'>) {
  const { t } = useTranslation('scorecard');
  const { bands } = parts.card;
  const labelOf = (bandId: string) =>
    bands.find(({ id }) => id === bandId)?.label ?? t('rules.missing.notScored');
  return items.map((item, i) =>
    item.examples.length === 0 ? null : (
      <Table.Tr key={policies[i]!.type}>
        <Table.Td colSpan={items.length + 1}>
          {t(`scale.missingOf.${policies[i]!.type}`)}:{' '}
          {item.examples
            .map(({ accountId, name, from, to }) =>
              t('rules.missing.examples', { name: name || accountId, from: labelOf(from), to: labelOf(to) }),
            )
            .join(' / ')}
        </Table.Td>
      </Table.Tr>
    ),
  );
}
