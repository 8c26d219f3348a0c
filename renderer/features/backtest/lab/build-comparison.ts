import type { Estimate } from '../../../../shared/schemas/figures.ts';
import type { DesignComparison } from '../../../../shared/schemas/lab-figures.ts';

/** What a paired difference says: A better, B better, may be chance, or the same ranking; null where there is none. */
export function differenceKind({
  difference,
  sameRanking,
}: Pick<DesignComparison, 'difference' | 'sameRanking'>): 'same' | 'better' | 'worse' | 'unclear' | null {
  if (sameRanking) return 'same';
  if (difference === null) return null;
  const { low, high } = difference;
  if (low !== null && low > 0) return 'better';
  return high !== null && high < 0 ? 'worse' : 'unclear';
}

/** The axis for resampled figures between 0 and 1 and for thresholds in points. */
export function inPoints({ value, low, high }: Estimate): Estimate {
  return { value: value / 10, low: low === null ? null : low / 10, high: high === null ? null : high / 10 };
}
