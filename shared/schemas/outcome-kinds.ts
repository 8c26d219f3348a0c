/** What can happen to a contract, in the order of their codes in columns (position = code). */
export const outcomeKinds = ['churn', 'contraction', 'expansion', 'renewal', 'reactivation'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** Those a back-test can look for. */
export const soughtOutcomes = ['churn', 'contraction', 'expansion', 'renewal'] as const;
export type SoughtOutcome = (typeof soughtOutcomes)[number];

/** True for outcomes one hopes for: the top of the score is called, and what is "caught" elsewhere is "found". */
export function isHopedFor(outcome: SoughtOutcome | undefined): boolean {
  return outcome === 'expansion' || outcome === 'renewal';
}
