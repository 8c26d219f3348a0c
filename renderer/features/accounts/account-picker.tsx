import { Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { navigate } from '../../client/navigate.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import type { DataColumn, TableSort } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { Page } from '../../ui/page.tsx';
import { usePagedRows } from '../../ui/use-paged-rows.ts';

type Row = ChannelOutput<'lists.page'>['rows'][number];
type SortKey = 'accountId' | 'name' | 'score';

export interface AccountPickerProps {
  readonly scorecard: Scorecard;
  readonly asOf: number;
}

/** Finds an account by id or name among those under contract on the as-of date. */
export function AccountPicker({ scorecard, asOf }: AccountPickerProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 150);
  const [sort, setSort] = useState<TableSort>({ columnId: 'score', descending: false });
  const revisions = useAppStore((state) => state.revisions);
  const [retries, setRetries] = useState(0);
  const load = useCallback(
    (offset: number, limit: number) =>
      call('lists.page', {
        ...{ scorecardId: scorecard.id, asOf, conditions: [], search, attributes: [], offset, limit },
        // The columns' ids are the sort keys.
        sort: { key: sort.columnId as SortKey, attribute: '', descending: sort.descending },
      }),
    [scorecard.id, asOf, search, sort],
  );
  const key = JSON.stringify([scorecard.id, asOf, search, sort, revisions.data, revisions.design, retries]);
  const rows = usePagedRows(load, key);
  const columns = useMemo<DataColumn<Row>[]>(
    () => [
      { id: 'accountId', header: t('column.id'), width: 160, cell: (row) => row.accountId, sortBy: () => 0 },
      { id: 'name', header: t('column.name'), cell: (row) => row.name, sortBy: () => 0 },
      {
        ...{ id: 'score', header: t('column.score'), width: 120, align: 'right', sortBy: () => 0 },
        cell: (row) => format.score(row.score),
      },
      {
        ...{ id: 'band', header: t('column.band'), width: 180 },
        cell: (row) => <BandBadge band={scorecard.bands.find((band) => band.id === row.bandId) ?? null} />,
      },
    ],
    [t, format, scorecard],
  );
  return (
    <Page title={t('title')} why={t('why')}>
      <Group align="flex-end">
        <TextInput
          label={t('picker.search')}
          placeholder={t('picker.placeholder')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          maxLength={200}
          w={360}
          data-autofocus
        />
        <Text size="sm" aria-live="polite" pb={8}>
          {!rows.isLoading && format.count(rows.total, 'account')}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {t('picker.note', { date: format.dayInSentence(asOf) })}
      </Text>
      {rows.error !== null ? (
        <FailedState error={rows.error} onRetry={() => setRetries((count) => count + 1)} />
      ) : (
        <DataTable
          label={t('picker.results')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.accountId}
          onOpenRow={(row) => navigate('accounts', row.accountId)}
          sort={sort}
          onSort={setSort}
          height="max(320px, calc(100vh - 310px))"
        />
      )}
    </Page>
  );
}
