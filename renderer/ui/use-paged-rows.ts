import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError, Result } from '../../shared/ipc/result.ts';

export interface RowPage<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface PagedRows<Row> {
  readonly total: number;
  readonly error: AppError | null;
  /** No page has come yet. */
  readonly isLoading: boolean;
  /** The row, or null while its page is on the way. */
  readonly rowAt: (index: number) => Row | null;
  /** Asks for the pages that hold these rows, unless they are here or on their way. */
  readonly need: (first: number, last: number) => void;
}

const pageSize = 200;

interface Held<Row> {
  readonly key: string;
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
}

/**
 * Rows of a long list, read page by page as they scroll into view.
 * A new `key` (another filter, sort, data revision) starts again; answers to the old key are dropped,
 * and the old rows stay on screen until the first new page is there.
 */
export function usePagedRows<Row>(
  loadPage: (offset: number, limit: number) => Promise<Result<RowPage<Row>>>,
  key: string,
): PagedRows<Row> {
  const [held, setHeld] = useState<Held<Row>>({ key: '', total: 0, pages: new Map() });
  const [error, setError] = useState<AppError | null>(null);
  const asked = useRef<{ key: string; pages: Set<number> }>({ key: '', pages: new Set() });
  const load = useRef(loadPage);
  load.current = loadPage;

  const askPage = useCallback(
    async (page: number) => {
      if (asked.current.key !== key) asked.current = { key, pages: new Set() };
      if (asked.current.pages.has(page)) return;
      asked.current.pages.add(page);
      const result = await load.current(page * pageSize, pageSize);
      if (asked.current.key !== key) return;
      if (!result.ok) {
        asked.current.pages.delete(page);
        setError(result.error);
        return;
      }
      setError(null);
      setHeld((before) => {
        const pages = new Map(before.key === key ? before.pages : []);
        pages.set(page, result.value.rows);
        return { key, total: result.value.total, pages };
      });
    },
    [key],
  );

  useEffect(() => {
    void askPage(0);
  }, [askPage]);

  const need = useCallback(
    (first: number, last: number) => {
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1) {
        void askPage(page);
      }
    },
    [askPage],
  );
  const rowAt = useCallback(
    (index: number) => held.pages.get(Math.floor(index / pageSize))?.[index % pageSize] ?? null,
    [held],
  );
  return { total: held.total, error, isLoading: held.key === '' && error === null, rowAt, need };
}
