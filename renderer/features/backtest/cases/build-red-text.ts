import type { Case } from '../../../../shared/schemas/lab-autopsy.ts';
import type { Band } from '../../../../shared/schemas/scorecard.ts';
import type { Format } from '../../../format/use-format.ts';
import type { Words } from '../build-verdict-sentence.ts';
import { isEverRed } from './build-spark.ts';

/** "Red 47 days before" or "never red"; of an account that stayed, when it was last red. */
export function buildRedText(
  { kind, redDay, leadDays, cut, scores }: Case,
  bands: readonly Band[],
  { t, format }: { readonly t: Words; readonly format: Format },
): string {
  if (kind === 'kept') return t('story.lastRed', { day: format.day(redDay) });
  if (leadDays === null) return t(isEverRed(scores, bands) ? 'story.redEarlier' : 'story.neverRed');
  return t(cut ? 'story.redAtLeast' : 'story.redBefore', {
    days: leadDays,
    value: format.number(leadDays, 0),
  });
}
