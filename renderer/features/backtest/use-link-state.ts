import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../client/client.ts';
import type { Link, Linked, LinkView } from './link-context.ts';
import type { Drill } from './run-context.ts';

/** A pointer that only passes asks for nothing; one that leaves for a moment keeps its light. */
const restMs = 60;
const keepMs = 160;

/** Asks for the accounts behind the mark that is pointed at; what was asked before is remembered. */
export function useLinkState(runId: string): LinkView {
  const [link, setLink] = useState<Link>({ mark: null, linked: null });
  const known = useRef(new Map<string, Linked>());
  const timer = useRef<number | undefined>(undefined);
  const wanted = useRef<string | null>(null);
  const ask = useCallback(
    async (mark: Drill, key: string) => {
      const { cell, window } = mark;
      const result = await call('backtests.linked', { runId, cell, window });
      if (!result.ok) return;
      known.current.set(key, result.value);
      if (wanted.current === key) setLink({ mark, linked: result.value });
    },
    [runId],
  );
  const point = useCallback(
    (mark: Drill | null) => {
      const key = mark === null ? null : JSON.stringify([runId, mark.window, mark.cell]);
      if (key === wanted.current) return;
      wanted.current = key;
      window.clearTimeout(timer.current);
      if (mark === null || key === null) {
        timer.current = window.setTimeout(() => setLink({ mark: null, linked: null }), keepMs);
        return;
      }
      setLink({ mark, linked: known.current.get(key) ?? null });
      if (!known.current.has(key)) timer.current = window.setTimeout(() => void ask(mark, key), restMs);
    },
    [runId, ask],
  );
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return useMemo(() => ({ ...link, point }), [link, point]);
}
