import type { Override } from '../../../shared/schemas/scorecard.ts';
import { parseDay } from '../../format/days.ts';

export interface TypedOverride {
  readonly accountId: string;
  readonly bandId: string;
  readonly reason: string;
  readonly owner: string;
  readonly expiresOn: string;
}

/** An override as typed; null where something is missing or the day is over. */
export function readOverride(typed: TypedOverride, today: number): Override | null {
  const expiresOn = parseDay(typed.expiresOn.trim());
  const accountId = typed.accountId.trim();
  const reason = typed.reason.trim();
  if (expiresOn === null || expiresOn < today || accountId === '' || reason === '') return null;
  return { accountId, bandId: typed.bandId, reason, owner: typed.owner.trim(), setOn: today, expiresOn };
}
