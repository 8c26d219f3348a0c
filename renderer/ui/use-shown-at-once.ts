import { type RefObject, useEffect, useRef } from 'react';

/** For a result that appears below an action: once it is there, it is scrolled into view as far as need be. */
export function useShownAtOnce<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    // Scrolling gives a promise in newer browsers, which is no way to clean up.
    void ref.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return ref;
}
