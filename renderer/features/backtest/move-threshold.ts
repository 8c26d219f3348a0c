const highest = 1000;

/** The threshold (tenths) under the pointer, for a plot from score 0 at its left to 100 at its right; whole points. */
export function thresholdAt(x: number, plot: { readonly left: number; readonly width: number }): number {
  if (plot.width <= 0) return 0;
  return clamp(Math.round(((x - plot.left) / plot.width) * 100) * 10);
}

/** The threshold (tenths) after a key: arrows one point, with Shift a tenth, Page keys ten points; null = no such key. */
export function nextThreshold(threshold: number, key: string, isFine: boolean): number | null {
  const step = isFine ? 1 : 10;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return clamp(threshold + step);
    case 'ArrowLeft':
    case 'ArrowDown':
      return clamp(threshold - step);
    case 'PageUp':
      return clamp(threshold + 100);
    case 'PageDown':
      return clamp(threshold - 100);
    case 'Home':
      return 0;
    case 'End':
      return highest;
    default:
      return null;
  }
}

function clamp(threshold: number): number {
  return Math.min(highest, Math.max(0, threshold));
}
