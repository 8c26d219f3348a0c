import type { Page } from '@playwright/test';

/** Controls in view that something lies over, and texts that are cut off without being whole on hover. */
export function coveredOrCut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const say = (what: string, element: Element) =>
      faults.push(`${what}: ${element.outerHTML.slice(0, 160)}`);
    const dialogs = document.querySelectorAll('[role="dialog"], [role="menu"]');
    const top = dialogs[dialogs.length - 1] ?? document.body;
    for (const control of top.querySelectorAll('button, a[href], input, select, [role="slider"]')) {
      // The first line of a control that runs over two.
      const box = control.getClientRects()[0] ?? new DOMRect();
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      if (box.width < 4 || box.height < 4 || !control.checkVisibility({ opacityProperty: true })) continue;
      // Scrolled out of its column or of the window: nothing lies over it.
      let isInView = at.x >= 0 && at.y >= 0 && at.x < innerWidth && at.y < innerHeight;
      for (let up = control.parentElement; up !== null && isInView; up = up.parentElement) {
        if (getComputedStyle(up).overflow === 'visible') continue;
        const edge = up.getBoundingClientRect();
        isInView = at.x >= edge.left && at.x <= edge.right && at.y >= edge.top && at.y <= edge.bottom;
      }
      if (!isInView) continue;
      const hit = document.elementFromPoint(at.x, at.y);
      const isIt = hit !== null && (control.contains(hit) || hit.contains(control));
      const isPart = hit !== null && control.parentElement?.contains(hit);
      // The page scrolls on below the frame's head and foot.
      const isFrame = hit?.closest('.mantine-AppShell-header, .mantine-AppShell-footer') !== null;
      if (!isIt && !isPart && !isFrame) say(`covered by ${hit?.outerHTML.slice(0, 80)}`, control);
    }
    for (const element of top.querySelectorAll('h1, h2, h3, button, label, p, span, th, td, legend, div')) {
      const style = getComputedStyle(element);
      if (style.overflowX !== 'hidden' && style.overflowX !== 'clip') continue;
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
      if (!hasText || element.clientWidth < 2 || !element.checkVisibility()) continue;
      // A table's cell says all of itself when the pointer comes.
      const isWhole = element.closest('[title], [role="grid"] td') !== null;
      if (element.scrollWidth > element.clientWidth + 1 && !isWhole) say('cut', element);
    }
    return faults;
  });
}
