import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import type { RowContext } from '../../../shared/scoring/live-scorer.ts';
import { assignVariants } from '../../../shared/scoring/variants.ts';

/** Which panel rows something is learnt on: a variant's own, or those that no variant takes. */
export function scopeOf(scorecard: Scorecard, variantId: string | null, { subjects }: RowContext) {
  const { variants = [] } = scorecard;
  if (variants.length === 0) return () => true;
  const { of } = assignVariants(variants, subjects);
  const place = variants.findIndex(({ id }) => id === variantId) + 1;
  return (row: number) => of[row] === place;
}
