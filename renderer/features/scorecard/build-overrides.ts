import type { Override } from '../../../shared/schemas/scorecard.ts';
import { parseDay } from '../../format/days.ts';

export interface TypedOverride {
  /** Null until one is chosen. */
  readonly accountId: string | null;
  readonly bandId: string | null;
  readonly reason: string;
  readonly owner: string;
  readonly expiresOn: string;
}

export type OverrideField = 'accountId' | 'band' | 'reason' | 'expiresOn';

export type ReadOverride =
  | { readonly override: Override }
  /** The fields that are missing or wrong, in the order they stand. */
  | { readonly wrong: readonly OverrideField[] };

/** An override as typed, set on the as-of date; or the fields to mend. It may end on the as-of date, not before. */
export function readOverride(typed: TypedOverride, asOf: number): ReadOverride {
  const { accountId, bandId } = typed;
  const expiresOn = parseDay(typed.expiresOn.trim());
  const reason = typed.reason.trim();
  const isOver = expiresOn === null || expiresOn < asOf;
  if (accountId !== null && bandId !== null && reason !== '' && !isOver) {
    return { override: { accountId, bandId, reason, owner: typed.owner.trim(), setOn: asOf, expiresOn } };
  }
  const checks: readonly [OverrideField, boolean][] = [
    ['accountId', accountId === null],
    ['band', bandId === null],
    ['reason', reason === ''],
    ['expiresOn', isOver],
  ];
  return { wrong: checks.flatMap(([field, isWrong]) => (isWrong ? field : [])) };
}
