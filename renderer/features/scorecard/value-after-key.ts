import { trimmed } from '../../ui/value-ticks.ts';

interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Where a key moves a slider: arrows one step, Page keys ten, Home and End to the ends; null for other keys. */
export function valueAfterKey(key: string, value: number, { min, max, step }: SliderRange): number | null {
  const clipped = (next: number) => trimmed(Math.min(max, Math.max(min, next)));
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return clipped(value + step);
    case 'ArrowLeft':
    case 'ArrowDown':
      return clipped(value - step);
    case 'PageUp':
      return clipped(value + 10 * step);
    case 'PageDown':
      return clipped(value - 10 * step);
    case 'Home':
      return min;
    case 'End':
      return max;
    default:
      return null;
  }
}
