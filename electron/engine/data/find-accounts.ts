import type { Dataset } from '../../../shared/measures/dataset.ts';

export interface AccountSearch {
  readonly search: string;
  /** Only these, by their whole id; absent = all. */
  readonly ids?: readonly string[] | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface FoundAccounts {
  readonly total: number;
  readonly rows: { readonly accountId: string; readonly name: string }[];
}

/** Accounts whose id or name holds the text, in index order; a blank text finds all. */
export function findAccounts(dataset: Dataset, { search, ids, offset, limit }: AccountSearch): FoundAccounts {
  const { accountIds, accountNames } = dataset;
  const text = search.trim().toLowerCase();
  const isLive = liveAccounts(dataset);
  const wanted = ids === undefined ? null : new Set(ids);
  const found: number[] = [];
  for (let a = 0; a < accountIds.length; a++) {
    if (wanted !== null && !wanted.has(accountIds[a]!)) continue;
    if (isLive(a) && matchesSearch(dataset, a, text)) found.push(a);
  }
  const rows = found.slice(offset, offset + limit);
  return {
    total: found.length,
    rows: rows.map((a) => ({ accountId: accountIds[a]!, name: accountNames[a]! })),
  };
}

/** `search` in lower case, without outer spaces. */
export function matchesSearch(
  { accountIds, accountNames }: Pick<Dataset, 'accountIds' | 'accountNames'>,
  account: number,
  search: string,
): boolean {
  const [id, name] = [accountIds[account] ?? '', accountNames[account] ?? ''];
  return search === '' || id.toLowerCase().includes(search) || name.toLowerCase().includes(search);
}

/** Whether live data says anything of an account: one that only undone imports name is none. */
export function liveAccounts(dataset: Dataset): (account: number) => boolean {
  const { lives, attributes, accountIds, accountNames, snapshotFlag } = dataset;
  const lists = [...attributes.values()];
  return (a) => {
    const hasLife = lives.offsets[a]! < lives.offsets[a + 1]!;
    const isNamed = accountNames[a] !== accountIds[a];
    const isFlagged = snapshotFlag !== null && snapshotFlag[a] !== -1;
    return hasLife || isNamed || isFlagged || lists.some((values) => values[a] !== undefined);
  };
}
