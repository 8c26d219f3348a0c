import { Alert, Button, Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { navigate } from '../../client/navigate.ts';
import { useQuery } from '../../client/use-query.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import { Page } from '../../ui/page.tsx';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { AccountSearch } from './account-search.tsx';
import { EntrySection } from './entries/entry-section.tsx';

type Row = ChannelOutput<'accounts.find'>['rows'][number];

/** All accounts, while nothing can score them yet: to be found for notes, contacts and outcomes. */
export function PlainPicker() {
  const { t } = useTranslation('accounts');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 150);
  const revision = useAppStore((state) => state.revisions.data);
  const [retries, setRetries] = useState(0);
  const load = useCallback(
    (offset: number, limit: number) => call('accounts.find', { search, offset, limit }),
    [search],
  );
  const rows = usePagedRows(load, JSON.stringify([search, revision, retries]));
  const columns = useMemo<DataColumn<Row>[]>(
    () => [
      { id: 'accountId', header: t('column.id'), width: 200, cell: (row) => row.accountId },
      { id: 'name', header: t('column.name'), cell: (row) => row.name },
    ],
    [t],
  );
  return (
    <AccountSearch
      notice={<NoScoreYet />}
      typed={typed}
      onType={setTyped}
      rows={rows}
      onRetry={() => setRetries((count) => count + 1)}
      columns={columns}
      height="max(320px, calc(100vh - 340px))"
    />
  );
}

/** One account before there is a score: what people wrote about it. */
export function PlainAccount({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation('accounts');
  const found = useQuery(
    'accounts.find',
    { search: accountId, offset: 0, limit: 200 },
    { refreshOn: ['data'] },
  );
  const name = found.value?.rows.find((row) => row.accountId === accountId)?.name ?? accountId;
  return (
    <Page
      title={name}
      {...(name === accountId ? {} : { why: accountId })}
      actions={
        <Button variant="default" onClick={() => navigate('accounts')}>
          {t('picker.another')}
        </Button>
      }
    >
      <NoScoreYet />
      <EntrySection accountId={accountId} />
    </Page>
  );
}

function NoScoreYet() {
  const { t } = useTranslation('accounts');
  return (
    <Alert color="gray" title={t('needs.title')}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t('needs.text')}</Text>
        <Button size="xs" variant="default" flex="none" onClick={() => navigate('scorecard')}>
          {t('needs.action')}
        </Button>
      </Group>
    </Alert>
  );
}
