import type { LifeTable } from '../measures/dataset.ts';
import type { Case, CaseFigures, DetectionLead, MissFigures } from '../schemas/lab-autopsy.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { judgedDates, type LabInput } from './lab-input.ts';
import type { WeeklyScores, WeeklyTarget } from './weekly-scores.ts';

/** How far back a case is told. */
export const CASE_DAYS = 365;

/** At most so many cases of each kind are told. */
const MOST_CASES = 200;

/** How much each measure took from the score of a row, in score points. */
export type LostPoints = readonly { readonly measureId: string; readonly lostPoints: number }[];

export interface CaseInput {
  readonly lead: DetectionLead;
  readonly misses: MissFigures;
  /** Scores of the cases' lives, as people read them (high = healthy), rows of a life in order of date. */
  readonly scored: WeeklyScores;
  readonly lostBy: (row: number) => LostPoints;
}

/**
 * The lives that the case view tells of and the last day of each: the churners with the latest end, and as many accounts
 * that were red but stayed, those with most alarms first.
 */
export function caseTargets(
  input: LabInput,
  { lead, misses }: Pick<CaseInput, 'lead' | 'misses'>,
): (WeeklyTarget & { readonly kind: Case['kind'] })[] {
  const last = judgedDates(input)?.last ?? 0;
  const churned = lead.leads.toSorted((a, b) => b.endDay - a.endDay || a.life - b.life).slice(0, MOST_CASES);
  const kept = misses.redButKept.slice(0, churned.length);
  return [
    ...churned.map(({ life, endDay }) => ({ kind: 'churned' as const, life, through: endDay - 1 })),
    ...kept.map(({ life }) => ({ kind: 'kept' as const, life, through: last })),
  ].map((target) => ({ ...target, daysBack: CASE_DAYS }));
}

/**
 * Each case with its scores over the 12 months before the end, the first day of its final red run (of a kept account:
 * the latest red date), and the two measures that took most from the score between its best week (the latest of equals)
 * and its last scored week, in score points. No measure where the score never fell.
 */
export function computeCases(
  lives: Pick<LifeTable, 'account'>,
  input: LabInput,
  told: CaseInput,
): CaseFigures {
  const { lead, misses } = told;
  const rowsOf = rowsByLife(told.scored);
  const leadOf = new Map(lead.leads.map((one) => [one.life, one]));
  const redOf = new Map(misses.redButKept.map((one) => [one.life, one]));
  const cases = caseTargets(input, told).map(({ kind, life, through, daysBack }): Case => {
    const rows = (rowsOf.get(life) ?? []).filter((row) => {
      const day = told.scored.asOf[row]!;
      return day <= through && day >= through - daysBack;
    });
    const known = kind === 'churned' ? leadOf.get(life) : undefined;
    return {
      kind,
      account: lives.account[life]!,
      life,
      endDay: kind === 'churned' ? through + 1 : through,
      redDay: kind === 'churned' ? (known?.firstDay ?? null) : (redOf.get(life)?.asOf ?? null),
      leadDays: known?.leadDays ?? null,
      cut: known?.cut ?? false,
      days: rows.map((row) => told.scored.asOf[row]!),
      scores: rows.map((row) => (told.scored.scores[row] === NOT_SCORED ? null : told.scored.scores[row]!)),
      fell: fallenMeasures(rows, told),
    };
  });
  return { churned: lead.leads.length, kept: misses.redButKept.length, cases };
}

function fallenMeasures(rows: readonly number[], { scored, lostBy }: CaseInput): Case['fell'] {
  const withScore = rows.filter((row) => scored.scores[row] !== NOT_SCORED);
  const last = withScore.at(-1);
  if (last === undefined) return [];
  const best = withScore.reduce((high, row) => (scored.scores[row]! >= scored.scores[high]! ? row : high));
  if (scored.scores[best]! <= scored.scores[last]!) return [];
  const before = new Map<string, number>();
  for (const { measureId, lostPoints } of lostBy(best)) {
    before.set(measureId, (before.get(measureId) ?? 0) + lostPoints);
  }
  return lostBy(last)
    .map(({ measureId, lostPoints }) => ({ measureId, points: lostPoints - (before.get(measureId) ?? 0) }))
    .filter(({ points }) => points > 0.05)
    .sort((a, b) => b.points - a.points || (a.measureId < b.measureId ? -1 : 1))
    .slice(0, 2);
}

function rowsByLife({ life }: WeeklyScores): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const [row, one] of life.entries()) {
    const known = rows.get(one);
    if (known === undefined) rows.set(one, [row]);
    else known.push(row);
  }
  return rows;
}
