import { useRef } from 'react';

/** The value given before, as long as the next one says the same: what hangs on it need not be drawn again. */
export function useSame<T>(next: T, isSame: (before: T, next: T) => boolean): T {
  const kept = useRef(next);
  if (kept.current !== next && !isSame(kept.current, next)) kept.current = next;
  return kept.current;
}
