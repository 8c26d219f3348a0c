import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ChannelInput, ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Result } from '../../../shared/ipc/result.ts';
import type { ListRow } from '../../../shared/segments/list-table.ts';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import type { TableSort } from '../../ui/data-column.ts';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { buildConditions, type ListFilter } from './list-filter.ts';
import { toListSort } from './list-sort.ts';

export type ListPage = ChannelOutput<'lists.page'>;
export type ListQuery = Omit<ChannelInput<'lists.page'>, 'offset' | 'limit'>;

export interface ListChoice {
  readonly scorecardId: string;
  readonly asOf: number;
  readonly filter: ListFilter;
  readonly search: string;
  readonly sort: TableSort;
  readonly attributes: readonly string[];
}

const settleMs = 150;

/** The list of a choice, page by page, with its band counts and every row seen so far. */
export function useList(choice: ListChoice) {
  const revisions = useAppStore((state) => state.revisions);
  const [retries, setRetries] = useState(0);
  const [bandCounts, setBandCounts] = useState<ListPage['bandCounts'] | null>(null);
  const seen = useRef({ key: '', rows: new Map<string, ListRow>() });
  const [settled] = useDebouncedValue(choice, settleMs);
  const query = useMemo<ListQuery>(
    () => ({
      scorecardId: settled.scorecardId,
      asOf: settled.asOf,
      conditions: buildConditions(settled.filter),
      search: settled.search,
      sort: toListSort(settled.sort),
      attributes: [...settled.attributes],
    }),
    [settled],
  );
  const key = JSON.stringify([query, revisions.data, revisions.design, retries]);
  const load = useCallback(
    async (offset: number, limit: number): Promise<Result<ListPage>> => {
      const result = await call('lists.page', { ...query, offset, limit });
      if (!result.ok) return result;
      const scored = JSON.stringify([query.scorecardId, query.asOf, query.attributes]);
      if (seen.current.key !== scored) seen.current = { key: scored, rows: new Map() };
      for (const row of result.value.rows) seen.current.rows.set(row.accountId, row);
      if (offset === 0) setBandCounts(result.value.bandCounts);
      return result;
    },
    [query],
  );
  const rows = usePagedRows(load, key);
  return {
    query,
    rows,
    bandCounts,
    rowOf: useCallback((accountId: string) => seen.current.rows.get(accountId) ?? null, []),
    retry: () => setRetries((count) => count + 1),
  };
}

const pageLimit = 500;

/** The first rows of a list, up to `most`, for the clipboard and the preview. */
export async function loadRows(query: ListQuery, most: number): Promise<Result<ListPage>> {
  const first = await call('lists.page', { ...query, offset: 0, limit: Math.min(pageLimit, most) });
  if (!first.ok) return first;
  const rows = [...first.value.rows];
  const wanted = Math.min(most, first.value.total);
  while (rows.length < wanted) {
    const limit = Math.min(pageLimit, wanted - rows.length);
    const next = await call('lists.page', { ...query, offset: rows.length, limit });
    if (!next.ok) return next;
    if (next.value.rows.length === 0) break;
    rows.push(...next.value.rows);
  }
  return { ok: true, value: { ...first.value, rows } };
}
