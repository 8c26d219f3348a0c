/** How many frames the middle column may take to show the measure that was just chosen. */
const patience = 30;

/** To the first handle of the measure shown; to its first field where it has none to drag. */
export function focusFirstHandle(framesLeft = patience): void {
  requestAnimationFrame(() => {
    const middle = document.querySelector('.scorecard-middle');
    const handle = middle?.querySelector<SVGGElement>('[role="slider"]');
    if (handle) return handle.focus();
    if (framesLeft > 0) return focusFirstHandle(framesLeft - 1);
    middle?.querySelector<HTMLElement>('button, input')?.focus();
  });
}

/** From a handle back to the card of its measure; nowhere, where no card is chosen. */
export function returnToCard(): void {
  document.querySelector<HTMLElement>('.measure-card[data-selected="true"] .measure-card-name')?.focus();
}
