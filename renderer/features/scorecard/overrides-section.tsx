import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Plus, X } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Override, Scorecard } from '../../../shared/schemas/scorecard.ts';
import { navigate } from '../../client/navigate.ts';
import { useAsOf } from '../../client/use-design.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { HelpTip } from '../../ui/help-tip.tsx';
import { removeOverride } from './edit-rules.ts';
import { useLive } from './live-context.ts';
import { OverrideForm } from './override-form.tsx';
import type { DraftActions } from './use-scorecard-draft.ts';

export interface OverridesSectionProps {
  readonly card: Scorecard;
  readonly actions: DraftActions;
}

/** Bands that a person set until a day. They never change a score. */
export const OverridesSection = memo(function OverridesSection({ card, actions }: OverridesSectionProps) {
  const { t } = useTranslation('scorecard');
  const asOf = useAsOf();
  const [isOpen, setOpen] = useState(false);
  const { overrides = noOverrides } = card;
  const nameOf = useAccountNames(overrides);
  const rawOf = useRawBands(card, overrides.length > 0);
  return (
    <Stack gap="xs" component="section" aria-label={t('rules.overrides.title')}>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('rules.overrides.title')}
        </Title>
        <HelpTip text={t('rules.overrides.help')} />
      </Group>
      {overrides.length === 0 ? (
        <Text size="xs" c="dimmed">
          {t('rules.overrides.none')}
        </Text>
      ) : (
        <ul className="band-cards">
          {overrides.map((override) => (
            <OverrideLine
              key={override.accountId}
              name={nameOf(override.accountId)}
              card={card}
              actions={actions}
              override={override}
              raw={rawOf(override.accountId)}
              asOf={asOf}
            />
          ))}
        </ul>
      )}
      {isOpen && asOf !== null ? (
        <OverrideForm card={card} actions={actions} asOf={asOf} onDone={() => setOpen(false)} />
      ) : (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Plus size={14} aria-hidden />}
            disabled={asOf === null}
            onClick={() => setOpen(true)}
          >
            {t('rules.overrides.add')}
          </Button>
        </Group>
      )}
    </Stack>
  );
});

/** As many as one page of accounts; the others are shown by their id. */
const mostNamed = 500;
const noOverrides: readonly Override[] = [];

/** Of the accounts that are overridden; undefined until known, null where the data has none of that id. */
function useAccountNames(overrides: readonly Override[]): (accountId: string) => string | null | undefined {
  const ids = overrides.slice(0, mostNamed).map(({ accountId }) => accountId);
  const query = useQuery(
    'accounts.find',
    ids.length === 0 ? null : { search: '', ids, offset: 0, limit: ids.length },
    { refreshOn: ['data'] },
  );
  const names = useMemo(
    () => query.value && new Map(query.value.rows.map(({ accountId, name }) => [accountId, name])),
    [query.value],
  );
  return (accountId) => names?.get(accountId) ?? (names && ids.includes(accountId) ? null : undefined);
}

/** Null = not under contract that day. */
interface Raw {
  readonly asOf: number | null;
  readonly row: ChannelOutput<'live.overrides'>['rows'][number] | null;
}

/** Asked only when the hand rests. */
const quietMs = 350;

/** What today's accounts score without their overrides; undefined until known. */
function useRawBands(card: Scorecard, isNeeded: boolean): (accountId: string) => Raw | undefined {
  const { sessionId } = useLive();
  const [settled] = useDebouncedValue(card, quietMs);
  const asked = sessionId !== null && isNeeded ? { sessionId, scorecard: settled } : null;
  const { value, refreshing } = useQuery('live.overrides', asked);
  const rows = useMemo(() => new Map(value?.rows.map((row) => [row.accountId, row])), [value]);
  const isAnswered = (accountId: string) =>
    !refreshing && settled.overrides?.some((override) => override.accountId === accountId);
  return (accountId) => {
    const row = rows.get(accountId) ?? null;
    if (value === undefined || (row === null && !isAnswered(accountId))) return undefined;
    return { asOf: value.asOf, row };
  };
}

interface OverrideLineProps extends OverridesSectionProps {
  readonly name: string | null | undefined;
  readonly override: Override;
  readonly raw: Raw | undefined;
  readonly asOf: number | null;
}

function OverrideLine({ card, actions, override, raw, asOf, name }: OverrideLineProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { accountId, reason, owner, setOn, expiresOn } = override;
  const dates = t('rules.overrides.line', { setOn: format.day(setOn), expiresOn: format.day(expiresOn) });
  const isExpired = asOf !== null && expiresOn < asOf;
  return (
    <li className="band-card">
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Group gap="xs" wrap="nowrap">
          <button type="button" className="plain-link" onClick={() => navigate('accounts', accountId)}>
            {name ?? accountId}
          </button>
          {typeof name === 'string' && name !== accountId && (
            <Text span size="xs" c="dimmed">
              {accountId}
            </Text>
          )}
          <BandBadge band={card.bands.find(({ id }) => id === override.bandId) ?? null} />
        </Group>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('rules.overrides.remove', { name: name ?? accountId })}
          onClick={() =>
            actions.commit({
              target: 'overrides',
              name: 'removeOverride',
              parameters: { name: accountId },
              edit: removeOverride(accountId),
            })
          }
        >
          <X size={14} aria-hidden />
        </ActionIcon>
      </Group>
      {name === null && (
        <Text size="xs" c="var(--mantine-color-error)">
          {t('rules.overrides.unknown')}
        </Text>
      )}
      {raw?.row === null && typeof name === 'string' && (
        <Text size="xs">{t('rules.overrides.notUnderContract', { asOf: format.day(raw.asOf) })}</Text>
      )}
      {raw?.row && (
        <Group gap={6} data-testid="raw-band">
          <Text size="xs">
            {t('rules.overrides.byScore', { asOf: format.day(raw.asOf), score: format.score(raw.row.score) })}
          </Text>
          <BandBadge band={card.bands.find(({ id }) => id === raw.row?.bandId) ?? null} />
        </Group>
      )}
      <Text size="xs" c="dimmed">
        {[isExpired ? `${dates} (${t('rules.overrides.expired')})` : dates, reason, owner]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </li>
  );
}
