/** What takes the focus first in a pane. */
const focusable = 'button, a[href], input, select, textarea, [tabindex="0"]';

/** Moves the focus to the next or the previous pane: the header, then the columns of the page or the page itself. */
export function movePane(by: 1 | -1): void {
  const header = document.querySelector<HTMLElement>('header');
  const main = document.getElementById('main');
  if (header === null || main === null) return;
  const columns = [...main.querySelectorAll<HTMLElement>('[data-pane]')];
  const panes = [header, ...(columns.length === 0 ? [main] : columns)];
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const from = here < 0 && by < 0 ? 0 : here;
  for (let step = 1; step <= panes.length; step += 1) {
    const pane = panes[(from + by * step + panes.length * 2) % panes.length];
    if (pane !== undefined && focusFirst(pane)) return;
  }
}

function focusFirst(pane: HTMLElement): boolean {
  const parts = [...pane.querySelectorAll<HTMLElement>(focusable)];
  const first = parts.find(
    (part) => !part.matches(':disabled') && part.tabIndex >= 0 && part.checkVisibility(),
  );
  (first ?? pane).focus();
  return pane.contains(document.activeElement);
}
