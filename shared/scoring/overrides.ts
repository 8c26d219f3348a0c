import type { Override, Scorecard } from '../schemas/scorecard.ts';

/** The override of an account that holds on a day (set by then, not expired, its band still there): the newest; null
 * where there is none. It never changes the score; it stands beside the raw band. */
export function overrideOn(
  { overrides = [], bands }: Pick<Scorecard, 'overrides' | 'bands'>,
  accountId: string,
  day: number,
): Override | null {
  let found: Override | null = null;
  for (const override of overrides) {
    if (override.accountId !== accountId || override.setOn > day || override.expiresOn < day) continue;
    if (!bands.some((band) => band.id === override.bandId)) continue;
    if (found === null || override.setOn >= found.setOn) found = override;
  }
  return found;
}
