import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import type { AccountScore } from '../../../shared/scoring/score-account.ts';
import { bandIdOf } from './describe-account.ts';

export type MoveReason = ChannelOutput<'live.changes'>['rows'][number]['reason'];

/** One account under one design. */
export interface ScoredBy {
  readonly scorecard: Scorecard;
  readonly score: AccountScore;
}

/** What put an account into another band: the first of coverage, bounds, variant, exception that did; else the measure
 * whose part of the score changed most. */
export function explainMove(before: ScoredBy, after: ScoredBy): MoveReason {
  const [a, b] = [before.score, after.score];
  if ((a.scoreTenths === null) !== (b.scoreTenths === null)) return { type: 'coverage' };
  if (a.scoreTenths === b.scoreTenths) return { type: 'bounds' };
  const variantId = b.variant?.id ?? null;
  if ((a.variant?.id ?? null) !== variantId) return { type: 'variant', variantId };
  return changedException(before, after) ?? changedMeasure(a, b);
}

/** The exception that holds now or held before, where the weighted scores alone lie in the same band. */
function changedException(before: ScoredBy, after: ScoredBy): MoveReason | null {
  const weightedBand = ({ scorecard, score }: ScoredBy) =>
    bandIdOf(scorecard, score.weightedTenths === null ? null : score.weightedTenths / 10);
  if (weightedBand(before) !== weightedBand(after)) return null;
  const idsOf = ({ score }: ScoredBy) => score.bites.map(({ exceptionId }) => exceptionId);
  const [old, now] = [idsOf(before), idsOf(after)];
  const came = now.find((id) => !old.includes(id));
  if (came !== undefined) return { type: 'exception', exceptionId: came, holds: true };
  const went = old.find((id) => !now.includes(id));
  if (went !== undefined) return { type: 'exception', exceptionId: went, holds: false };
  const stays = now.at(-1);
  return stays === undefined ? null : { type: 'exception', exceptionId: stays, holds: true };
}

function changedMeasure(before: AccountScore, after: AccountScore): MoveReason {
  const part = new Map<string, number>();
  const add = ({ contributions }: AccountScore, sign: number) => {
    for (const { measureId, lostPoints } of contributions) {
      part.set(measureId, (part.get(measureId) ?? 0) - sign * lostPoints);
    }
  };
  add(after, 1);
  add(before, -1);
  let largest: { measureId: string; change: number } | null = null;
  for (const [measureId, change] of part) {
    if (largest === null || Math.abs(change) > Math.abs(largest.change)) largest = { measureId, change };
  }
  return largest === null ? { type: 'bounds' } : { type: 'measure', ...largest };
}
