import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * How far an element begins below the window's top, so that it can fill the rest. Follows the window's size and
 * whatever stands above the element.
 */
export function useRoomBelow<E extends HTMLElement>(): { ref: RefObject<E | null>; top: number } {
  const ref = useRef<E>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => setTop(Math.round(element.getBoundingClientRect().top + window.scrollY));
    const watcher = new ResizeObserver(measure);
    for (const above of elementsAbove(element)) watcher.observe(above);
    window.addEventListener('resize', measure);
    measure();
    return () => {
      watcher.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, []);
  return { ref, top };
}

/** What stands before the element, on every level up to the page's main part. */
function elementsAbove(element: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = element; at !== null && at.tagName !== 'MAIN'; at = at.parentElement) {
    for (let before = at.previousElementSibling; before !== null; before = before.previousElementSibling) {
      found.push(before);
    }
  }
  return found;
}
