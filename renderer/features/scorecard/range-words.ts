import type { TFunction } from 'i18next';
import type { BinStretch } from './build-bins.ts';

/** "3 to below 8": whose the edges are is always said. */
export function rangeWords(
  { low, high }: Pick<BinStretch, 'low' | 'high'>,
  t: TFunction<'scorecard'>,
  write: (value: number) => string,
): string {
  if (low === null && high === null) return t('scale.all');
  if (low === null) return t('scale.below', { high: write(high ?? 0) });
  if (high === null) return t('scale.above', { low: write(low) });
  return t('scale.between', { low: write(low), high: write(high) });
}
