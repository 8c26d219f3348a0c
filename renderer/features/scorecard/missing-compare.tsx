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
import type { DraftEdit } from './use-scorecard-draft.ts';
import type { Offer, Suggestion } from './use-suggestion.ts';

type Compared = ChannelOutput<'live.compare'>['items'];

export interface MissingCompareProps {
  readonly parts: ScorecardParts;
  readonly measureId: string;
  readonly name: string;
  /** The step that takes a policy. */
  readonly stepOf: (policy: MissingPolicy) => DraftEdit;
  readonly onClose: () => void;
}

/**
 * The bands of today's accounts under each missing policy of one measure, and who changes band; each can be tried, so
 * that the live figures show it, before it is taken.
 */
export function MissingCompare({ parts, measureId, name, stepOf, onClose }: MissingCompareProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { figures, sessionId } = useLive();
  const { savedCard, lift, suggestion } = parts;
  // Without what is only tried: the columns stay where they are, the one in use first.
  const whole = suggestion.before?.card ?? parts.whole;
  const designs = useMemo(
    () => policyDesigns(whole, savedCard, measureId, lift),
    [whole, savedCard, measureId, lift],
  );
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
  const asOf = figures === null ? '' : format.asOf(figures.today.asOf);
  return (
    <Paper withBorder p="xs">
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <Title order={3} size="xs">
          {t('rules.missing.title', { name, asOf })}
        </Title>
        <Button size="compact-xs" variant="subtle" className="no-shrink" onClick={onClose}>
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
          offerOf={(policy) => ({
            label: t('rules.missing.offer', { name, policy: t(`scale.missingOf.${policy.type}`) }),
            step: {
              ...stepOf(policy),
              target: `try missing ${measureId} ${policy.type}`,
              edit: lift(stepOf(policy).edit),
            },
          })}
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
  readonly offerOf: (policy: MissingPolicy) => Offer;
}

function PolicyTable({ parts, policies, items, offerOf }: PolicyTableProps) {
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
                <TryPolicy suggestion={parts.suggestion} offer={offerOf(policy)} />
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

/** Shows a policy in the live figures; once tried, takes it. */
function TryPolicy({ suggestion, offer }: { readonly suggestion: Suggestion; readonly offer: Offer }) {
  const { t } = useTranslation('scorecard');
  const isTried = suggestion.active?.step.target === offer.step.target;
  const act = () => (isTried ? suggestion.take() : suggestion.preview(offer));
  return (
    <button type="button" className="plain-link try-policy" onClick={act}>
      {isTried ? t('rules.missing.use') : t('panels.suggestion.try')}
      <span className="visually-hidden">: {offer.label}</span>
    </button>
  );
}

/** The first few who change band under each policy. */
function ChangedExamples({ parts, policies, items }: Omit<PolicyTableProps, 'offerOf'>) {
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
