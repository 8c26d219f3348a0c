import type { Scorecard } from '../schemas/scorecard.ts';
import type { RowContext } from './live-scorer.ts';
import type { AccountContext } from './score-account.ts';
import { countAccounts } from './variants.ts';

/** What `scoreAccount` needs beside values, for single rows of a context; what is learnt is counted once. */
export function accountContexts(
  { variants = [] }: Scorecard,
  { peers, subjects, churned }: RowContext,
): (row: number) => AccountContext {
  const counts = churned === null ? null : countAccounts(variants, churned);
  const churnedOf = (variantId: string) =>
    counts?.[variants.findIndex((variant) => variant.id === variantId)] ?? null;
  return (row) => ({
    peerPoints: (measureId, direction) => peers(measureId, direction)[row]!,
    attribute: (name) => subjects.attribute.at(name, subjects.account[row]!, subjects.asOf[row]!),
    tenureDays: subjects.tenureDays[row]!,
    churnedOf,
  });
}
