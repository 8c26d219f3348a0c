import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import type { DataColumn, TableSort } from '../../ui/data-column.ts';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { AccountSearch } from './account-search.tsx';

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
    <AccountSearch
      typed={typed}
      onType={setTyped}
      rows={rows}
      onRetry={() => setRetries((count) => count + 1)}
      note={t('picker.note', { date: format.dayInSentence(asOf) })}
      columns={columns}
      sort={sort}
      onSort={setSort}
      height="max(320px, calc(100vh - 310px))"
    />
  );
}
