import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Band } from '../../../shared/schemas/scorecard.ts';
import { withAlarmBound, withBounds } from '../../../shared/scoring/place-bounds.ts';

/** The bands at bounds that were found; null where the bands have no room there. */
export function placeFound(
  found: NonNullable<ChannelOutput<'live.bounds'>['found']>,
  bands: readonly Band[],
): Band[] | null {
  if (found.type === 'capacity') return withAlarmBound(bands, found.bound);
  return found.bounds === null ? null : withBounds(bands, found.bounds);
}
