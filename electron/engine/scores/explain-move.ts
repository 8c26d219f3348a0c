import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { MeasureGroup, Scorecard } from '../../../shared/schemas/scorecard.ts';
import type { AccountScore } from '../../../shared/scoring/score-account.ts';
import { bandIdOf } from './describe-account.ts';

export type MoveReason = ChannelOutput<'live.changes'>['rows'][number]['reason'];

/** One account under one design. */
export interface ScoredBy {
  readonly scorecard: Scorecard;
  readonly score: AccountScore;
}

/** What put an account into another band: the first of coverage, bounds, variant, exception that did; else the
 * weights, where nothing else was changed; else, of the measures that were changed, the one whose part of the score
 * changed most. */
export function explainMove(before: ScoredBy, after: ScoredBy): MoveReason {
  const [a, b] = [before.score, after.score];
  if ((a.scoreTenths === null) !== (b.scoreTenths === null)) return { type: 'coverage' };
  if (a.scoreTenths === b.scoreTenths) return { type: 'bounds' };
  const variantId = b.variant?.id ?? null;
  if ((a.variant?.id ?? null) !== variantId) return { type: 'variant', variantId };
  return changedException(before, after) ?? changedDesign(before, after);
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

/** The weights or the measures that differ between the groups the account is scored by. */
function changedDesign(before: ScoredBy, after: ScoredBy): MoveReason {
  const [old, now] = [groupsOf(before), groupsOf(after)];
  const touched = touchedMeasures(old, now);
  if (touched.size > 0) return changedMeasure(before.score, after.score, touched);
  const weightOf = new Map(old.flatMap(weightsOf));
  const weighed = now.flatMap(weightsOf).filter(([key, weight]) => weightOf.get(key) !== weight);
  const [first] = weighed;
  if (first === undefined) return changedMeasure(before.score, after.score, null);
  if (weighed.length > 1) return { type: 'weights' };
  const [kind, id] = JSON.parse(first[0]) as ['group' | 'measure', string];
  return kind === 'group' ? { type: 'groupWeight', groupId: id } : { type: 'weight', measureId: id };
}

function groupsOf({ scorecard, score }: ScoredBy): readonly MeasureGroup[] {
  const { groups, variants = [] } = scorecard;
  return variants.find(({ id }) => id === score.variant?.id)?.groups ?? groups;
}

function weightsOf({ id, weight, measures }: MeasureGroup): [string, number][] {
  return [
    [JSON.stringify(['group', id]), weight],
    ...measures.map((measure): [string, number] => [
      JSON.stringify(['measure', measure.measureId]),
      measure.weight,
    ]),
  ];
}

/** Those that came or went, and those with another scale, missing-value policy, or way of combining. */
function touchedMeasures(
  before: readonly MeasureGroup[],
  after: readonly MeasureGroup[],
): ReadonlySet<string> {
  const rules = (groups: readonly MeasureGroup[]) =>
    new Map(
      groups.flatMap(({ combine, measures }) =>
        measures.map(({ measureId, weight: _, ...rule }) => [measureId, JSON.stringify([combine, rule])]),
      ),
    );
  const [old, now] = [rules(before), rules(after)];
  return new Set([...old.keys(), ...now.keys()].filter((id) => old.get(id) !== now.get(id)));
}

/** Among the measures of `among`; null = among all. */
function changedMeasure(
  before: AccountScore,
  after: AccountScore,
  among: ReadonlySet<string> | null,
): MoveReason {
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
    if (among !== null && !among.has(measureId)) continue;
    if (largest === null || Math.abs(change) > Math.abs(largest.change)) largest = { measureId, change };
  }
  return largest === null ? { type: 'bounds' } : { type: 'measure', ...largest };
}
