import { SMALL_GAIN } from '../../../shared/backtest/judge-verdict.ts';
import type { Learnt, MeasureGroup, Scorecard } from '../../../shared/schemas/scorecard.ts';
import type { WeightAdvice } from '../../../shared/schemas/suggestions.ts';
import { withLearnt } from '../../../shared/suggestions/numbers-used.ts';
import { withPartPercents } from '../../../shared/suggestions/weight-parts.ts';
import { sharesById } from './build-shares.ts';
import type { ScorecardEdit } from './edit-scorecard.ts';

export type Weights = Extract<WeightAdvice, { type: 'suggested' }>;
export const weightMethods = ['equal', 'byAuc', 'ridge'] as const;
export type WeightMethod = (typeof weightMethods)[number];

/** Whole percents of a method, or null where it is not offered. */
export function percentsOf(advice: Weights, method: WeightMethod): readonly number[] | null {
  if (method === 'equal') return advice.equal.percents;
  const learnt = advice[method];
  return learnt.type === 'offered' ? learnt.percents : null;
}

/** True for learnt weights that are better than equal ones, but by no more than the verdict calls little. */
export function isLittle(learnt: Weights['ridge']): boolean {
  return learnt.type === 'offered' && learnt.gain !== null && learnt.gain.value < SMALL_GAIN;
}

type Column = WeightMethod | 'now';

/** One row per part: its name's ids, its share now and under each method (null = not offered), and its share of the
 * score's movement under each: weight × SD of its points, of the sum of these. */
export function weightRows(
  advice: Weights,
  view: Scorecard,
): {
  readonly part: Weights['parts'][number];
  readonly now: number;
  readonly percents: Readonly<Record<WeightMethod, number | null>>;
  readonly moves: Readonly<Record<Column, number | null>>;
}[] {
  const shares = sharesById(view);
  const now = advice.parts.map((part) => shares.get(part.measureId ?? part.groupId) ?? 0);
  return advice.parts.map((part, i) => {
    const of = (method: WeightMethod) => percentsOf(advice, method)?.[i] ?? null;
    return {
      part,
      now: now[i] ?? 0,
      percents: { equal: of('equal'), byAuc: of('byAuc'), ridge: of('ridge') },
      moves: {
        now: shareOf(now, advice.spread, i),
        equal: shareOf(percentsOf(advice, 'equal'), advice.spread, i),
        byAuc: shareOf(percentsOf(advice, 'byAuc'), advice.spread, i),
        ridge: shareOf(percentsOf(advice, 'ridge'), advice.spread, i),
      },
    };
  });
}

/** The groups with suggested weights. */
export function setPercents(percents: readonly number[]): ScorecardEdit {
  return (card) => ({ ...card, groups: withPartPercents(card.groups, percents) });
}

/** The numbers that taking a method learns from outcomes: one less than there are parts; equal weights learn none. */
export function numbersOf(method: WeightMethod, parts: number): number {
  return method === 'equal' ? 0 : Math.max(0, parts - 1);
}

/** Writes into the whole scorecard what a suggestion has learnt. */
export function rememberLearnt(entry: Learnt): ScorecardEdit {
  return (card) => ({ ...card, learnt: withLearnt(card.learnt, entry) });
}

/** False once groups changed after the advice was given: its percents no longer fit. */
export function fitsGroups(
  advice: Weights,
  groups: readonly MeasureGroup[],
  partsOf: (groups: readonly MeasureGroup[]) => Weights['parts'],
): boolean {
  return JSON.stringify(partsOf(groups)) === JSON.stringify(advice.parts);
}

function shareOf(weights: readonly number[] | null, spread: readonly number[], at: number): number | null {
  const moved = (weights ?? []).map((weight, i) => weight * (spread[i] ?? 0));
  const total = moved.reduce((sum, value) => sum + value, 0);
  return total === 0 ? null : (moved[at] ?? 0) / total;
}
