/** Marks a pointer event on a handle; with `live:shown` it tells how long the figures take to follow. */
export function markPointer(): void {
  performance.mark('live:pointer');
}

/** Marks that the figures of edit `seq` are in the document; called where it has just been changed. */
export function markShown(seq: number): void {
  performance.mark('live:shown', { detail: { seq } });
}
