import type { TFunction } from 'i18next';

/** "3 to below 8": whose the edges are is always said. */
export function rangeWords(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  t: TFunction<'scorecard'>,
  write: (value: number) => string,
): string {
  if (low === null && high === null) return t('scale.all');
  if (low === null) return t('scale.below', { high: write(high ?? 0) });
  if (high === null) return t('scale.above', { low: write(low) });
  return t('scale.between', { low: write(low), high: write(high) });
}
