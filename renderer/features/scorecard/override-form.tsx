import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useFormat } from '../../format/use-format.ts';
import { AccountSelect, type FoundAccount } from '../../ui/account-select.tsx';
import { type OverrideField, readOverride } from './build-overrides.ts';
import { addOverride } from './edit-rules.ts';
import type { DraftActions } from './use-scorecard-draft.ts';

const firstDays = 90;

export interface OverrideFormProps {
  readonly card: Scorecard;
  readonly actions: DraftActions;
  readonly asOf: number;
  readonly onDone: () => void;
}

/** A person's band for one account: each field says by itself what is missing. */
export function OverrideForm({ card, actions, asOf, onDone }: OverrideFormProps) {
  const { t } = useTranslation(['scorecard', 'common']);
  const format = useFormat();
  const [account, setAccount] = useState<FoundAccount | null>(null);
  const [bandId, setBandId] = useState<string | null>(null);
  const [typed, setTyped] = useState({ reason: '', owner: '', expiresOn: format.day(asOf + firstDays) });
  const [wasTried, setTried] = useState(false);
  const read = readOverride({ ...typed, accountId: account?.accountId ?? null, bandId }, asOf);
  const errorOf = (field: OverrideField) =>
    wasTried && 'wrong' in read && read.wrong.includes(field)
      ? t(`rules.overrides.wrong.${field}`, { asOf: format.day(asOf) })
      : null;
  const save = () => {
    setTried(true);
    if ('wrong' in read) return;
    actions.commit({
      target: 'overrides',
      name: 'addOverride',
      parameters: { name: account?.name || read.override.accountId },
      edit: addOverride(read.override),
    });
    onDone();
  };
  const field = (key: 'reason' | 'owner' | 'expiresOn', maxLength: number) => (
    <TextInput
      label={t(`rules.overrides.${key}`)}
      size="xs"
      maxLength={maxLength}
      value={typed[key]}
      onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [key]: value }))}
      error={key === 'owner' ? null : errorOf(key)}
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
        <AccountSelect
          label={t('rules.overrides.accountId')}
          account={account}
          onChange={setAccount}
          error={errorOf('accountId')}
        />
        <Select
          label={t('rules.overrides.band')}
          size="xs"
          data={card.bands.map(({ id, symbol, label }) => ({
            value: id,
            label: `${symbol} ${label}`.trim(),
          }))}
          value={bandId}
          onChange={setBandId}
          allowDeselect={false}
          placeholder={t('rules.overrides.chooseBand')}
          error={errorOf('band')}
        />
        {field('reason', 500)}
        {field('owner', 120)}
        {field('expiresOn', 10)}
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
