const pageRows = 10;

/** Which row a key moves to from `index`, or null for a key that doesn't move. */
export function nextRowIndex(key: string, index: number, total: number): number | null {
  const clipped = (next: number) => Math.max(0, Math.min(total - 1, next));
  switch (key) {
    case 'ArrowDown':
      return clipped(index + 1);
    case 'ArrowUp':
      return clipped(index - 1);
    case 'PageDown':
      return clipped(index + pageRows);
    case 'PageUp':
      return clipped(index - pageRows);
    case 'Home':
      return 0;
    case 'End':
      return clipped(total - 1);
    default:
      return null;
  }
}
