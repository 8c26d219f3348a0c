import { ActionIcon, Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Override, Scorecard } from '../../../shared/schemas/scorecard.ts';
import { navigate } from '../../client/navigate.ts';
import { useAsOf } from '../../client/use-design.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { HelpTip } from '../../ui/help-tip.tsx';
import { readOverride } from './build-overrides.ts';
import { addOverride, removeOverride } from './edit-rules.ts';
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
  const { overrides = [] } = card;
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
              card={card}
              actions={actions}
              override={override}
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

interface OverrideLineProps extends OverridesSectionProps {
  readonly override: Override;
  readonly asOf: number | null;
}

function OverrideLine({ card, actions, override, asOf }: OverrideLineProps) {
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
            {accountId}
          </button>
          <BandBadge band={card.bands.find(({ id }) => id === override.bandId) ?? null} />
        </Group>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('rules.overrides.remove', { name: accountId })}
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
      <Text size="xs" c="dimmed">
        {[isExpired ? `${dates} (${t('rules.overrides.expired')})` : dates, reason, owner]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </li>
  );
}

interface OverrideFormProps extends OverridesSectionProps {
  readonly asOf: number;
  readonly onDone: () => void;
}

function OverrideForm({ card, actions, asOf, onDone }: OverrideFormProps) {
  const { t } = useTranslation(['scorecard', 'common']);
  const format = useFormat();
  const [typed, setTyped] = useState({
    accountId: '',
    bandId: card.bands[0]?.id ?? '',
    reason: '',
    owner: '',
    expiresOn: format.day(asOf + 90),
  });
  const [isWrong, setWrong] = useState(false);
  const save = () => {
    const override = readOverride(typed, asOf);
    setWrong(override === null);
    if (override === null) return;
    actions.commit({
      target: 'overrides',
      name: 'addOverride',
      parameters: { name: override.accountId },
      edit: addOverride(override),
    });
    onDone();
  };
  const field = (key: 'accountId' | 'reason' | 'owner' | 'expiresOn', maxLength: number) => (
    <TextInput
      label={t(`rules.overrides.${key}`)}
      size="xs"
      maxLength={maxLength}
      value={typed[key]}
      onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [key]: value }))}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap={6}>
        {field('accountId', 400)}
        <Select
          label={t('rules.overrides.band')}
          size="xs"
          data={card.bands.map(({ id, symbol, label }) => ({
            value: id,
            label: `${symbol} ${label}`.trim(),
          }))}
          value={typed.bandId}
          onChange={(bandId) => bandId !== null && setTyped((before) => ({ ...before, bandId }))}
          allowDeselect={false}
        />
        {field('reason', 500)}
        {field('owner', 120)}
        {field('expiresOn', 10)}
        {isWrong && (
          <Text size="xs" c="red" role="alert">
            {t('rules.overrides.incomplete')}
          </Text>
        )}
        <Group gap="xs">
          <Button size="compact-sm" type="submit">
            {t('common:action.save')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onDone}>
            {t('common:action.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
