import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../shared/ipc/contract.ts';
import { useQuery } from '../client/use-query.ts';

export type FoundAccount = ChannelOutput<'accounts.find'>['rows'][number];

export interface AccountSelectProps {
  readonly label: string;
  readonly account: FoundAccount | null;
  readonly onChange: (account: FoundAccount | null) => void;
  readonly error?: string | null;
}

const mostShown = 20;

/** One account of the data, found by a part of its name or id; nothing else can be entered. */
export function AccountSelect({ label, account, onChange, error }: AccountSelectProps) {
  const { t } = useTranslation('accounts');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 150);
  const chosen = account === null ? null : labelOf(account);
  // The name of what was chosen stands in the field and is no search.
  const search = settled === chosen ? '' : settled;
  const query = useQuery('accounts.find', { search, offset: 0, limit: mostShown }, { refreshOn: ['data'] });
  const found = query.value?.rows ?? [];
  const shown = account === null || found.some(same(account)) ? found : [account, ...found];
  return (
    <Select
      label={label}
      size="xs"
      searchable
      clearable
      maxLength={200}
      placeholder={t('picker.placeholder')}
      nothingFoundMessage={query.refreshing ? null : t('picker.nothing')}
      data={shown.map((row) => ({ value: row.accountId, label: labelOf(row) }))}
      filter={({ options }) => options}
      value={account?.accountId ?? null}
      onSearchChange={setTyped}
      onChange={(accountId) => onChange(shown.find((row) => row.accountId === accountId) ?? null)}
      error={error ?? undefined}
    />
  );
}

function labelOf({ accountId, name }: FoundAccount): string {
  return name === '' || name === accountId ? accountId : `${name} (${accountId})`;
}

function same({ accountId }: FoundAccount): (other: FoundAccount) => boolean {
  return (other) => other.accountId === accountId;
}
