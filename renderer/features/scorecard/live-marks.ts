/** Marks a pointer event on a handle; with `live:painted` it tells how long the figures take to follow. */
export function markPointer(): void {
  performance.mark('live:pointer');
}

/** Marks the frame in which the figures of edit `seq` are on screen. */
export function markPainted(seq: number): void {
  requestAnimationFrame(() => performance.mark('live:painted', { detail: { seq } }));
}
