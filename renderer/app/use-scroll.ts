import { useEffect } from 'react';
import { useAppStore } from '../client/app-store.ts';
import { parseAddress, type Route } from '../client/route.ts';

/** How long a page may take to grow as tall as it was when it was left. */
const patienceMs = 2_000;
const hands = ['wheel', 'pointerdown', 'keydown'] as const;

/** Opens each screen at its top; going back in the history finds a screen where it was left. */
export function useScroll(): void {
  const workspaceId = useAppStore((state) => state.workspace?.id ?? '');
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const left = new Map<string, number>();
    let entry = markEntry().key;
    let route = parseAddress(location.hash);
    let stop = () => {};
    const remember = () => left.set(entry, window.scrollY);
    const follow = () => {
      const { key, isNew } = markEntry();
      const next = parseAddress(location.hash);
      const place = isNew ? 0 : (left.get(key) ?? 0);
      const opens = opensScreen(route, next);
      entry = key;
      route = next;
      if (!opens) return;
      stop();
      stop = scrollWhenTall(place);
    };
    window.addEventListener('scroll', remember, { passive: true });
    window.addEventListener('hashchange', follow);
    return () => {
      stop();
      window.removeEventListener('scroll', remember);
      window.removeEventListener('hashchange', follow);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another workspace is another screen at the same address.
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [workspaceId]);
}

/** Home's arguments open a part of the same screen; another account or run is a screen of its own. */
function opensScreen(from: Route, to: Route): boolean {
  return from.name !== to.name || (to.name !== 'home' && from.argument !== to.argument);
}

/** Gives the history's current entry a name, once, so that coming back to it is told from going on. */
function markEntry(): { readonly key: string; readonly isNew: boolean } {
  const state: unknown = history.state;
  if (typeof state === 'object' && state !== null && 'place' in state && typeof state.place === 'string') {
    return { key: state.place, isNew: false };
  }
  const key = crypto.randomUUID();
  history.replaceState({ place: key }, '');
  return { key, isNew: true };
}

/** Scrolls at once, and again while the page still grows, until a hand takes over. Returns what ends it. */
function scrollWhenTall(place: number): () => void {
  const until = performance.now() + patienceMs;
  let frame = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    for (const hand of hands) window.removeEventListener(hand, stop);
  };
  const go = () => {
    window.scrollTo(0, place);
    if (place === 0 || window.scrollY >= place - 1 || performance.now() > until) stop();
    else frame = requestAnimationFrame(go);
  };
  for (const hand of hands) window.addEventListener(hand, stop, { passive: true });
  go();
  return stop;
}
