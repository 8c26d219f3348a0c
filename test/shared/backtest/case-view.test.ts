import { describe, expect, it } from 'vitest';
import { caseTargets, computeCases, type LostPoints } from '../../../shared/backtest/case-view.ts';
import { computeDetectionLead } from '../../../shared/backtest/detection-lead.ts';
import { computeMissCauses } from '../../../shared/backtest/miss-causes.ts';
import { buildWeeklyRows } from '../../../shared/backtest/weekly-scores.ts';
import { caseFiguresSchema } from '../../../shared/schemas/lab-autopsy.ts';
import { scorecardOf } from '../scoring/random-scorecard.ts';
import { lab, type ScoreRule } from './lab-panel.ts';
import { life } from './random-panel.ts';

// A Friday: the Mondays before it are 396, 389, 382 …
const END = 400;
const settings = {
  schedule: { type: 'typed' as const, days: [340, 370] },
  gapDays: 10,
  horizonDays: 60,
  knownThrough: 1000,
  testFrom: 340,
};

/** Accounts 0 and 1 churn, 2 was red and stayed, 3 was never red. */
function tell(score: ScoreRule, lostBy: (asOf: number) => LostPoints = () => []) {
  const lives = [END, END + 20, null, null].map((endDay, account) => life({ account, endDay }));
  const made = lab(lives, score, settings);
  const lead = computeDetectionLead(made.lives, made.input, made.weekly);
  const card = { scorecard: scorecardOf([], 0), measures: [] };
  const misses = computeMissCauses(made.lives, { ...made.input, ...card, weekly: made.weekly });
  const targets = caseTargets(made.input, { lead, misses });
  const rows = buildWeeklyRows(made.lives, targets, 0);
  const scored = { ...rows, scores: Int16Array.from(rows.account, (a, i) => score(a, rows.asOf[i]!)) };
  const cases = computeCases(made.lives, made.input, {
    lead,
    misses,
    scored,
    lostBy: (row) => lostBy(rows.asOf[row]!),
  });
  expect(caseFiguresSchema.safeParse(cases).error).toBeUndefined();
  return cases;
}

const score: ScoreRule = (account, t) => {
  if (account === 0) return t >= 382 ? 200 : 800;
  if (account === 2) return t >= 335 && t <= 345 ? 350 : 750;
  return t === 361 ? -1 : 900;
};

describe('the case view', () => {
  it('tells of each churner, the latest first, and of as many that were red but stayed', () => {
    const { churned, kept, cases } = tell(score);
    expect([churned, kept]).toEqual([2, 1]);
    expect(cases.map(({ kind, life: one, endDay }) => [kind, one, endDay])).toEqual([
      ['churned', 1, END + 20],
      ['churned', 0, END],
      ['kept', 2, 370],
    ]);
  });

  it('says since when a churner was red and how many days before the end, or never', () => {
    const [never, red, kept] = tell(score).cases;
    expect(never).toMatchObject({ redDay: null, leadDays: null });
    expect(red).toMatchObject({ redDay: 382, leadDays: 18, cut: false });
    expect(kept).toMatchObject({ redDay: 340, leadDays: null });
  });

  it('shows the Mondays of the year before the end, none after it, and weeks without a score', () => {
    const [first, red] = tell(score).cases;
    expect(red!.days[0]).toBe(39);
    expect(red!.days.at(-1)).toBe(396);
    expect(red!.days).toHaveLength(52);
    expect(red!.scores.slice(-4)).toEqual([800, 200, 200, 200]);
    expect(first!.scores[first!.days.indexOf(361)]).toBeNull();
  });

  it('names the two measures that took most between the best week and the last', () => {
    const lost = (asOf: number): LostPoints =>
      asOf >= 382
        ? [
            { measureId: 'logins', lostPoints: 40 },
            { measureId: 'tickets', lostPoints: 15 },
            { measureId: 'seats', lostPoints: 21 },
            { measureId: 'nps', lostPoints: 2 },
          ]
        : [
            { measureId: 'logins', lostPoints: 4 },
            { measureId: 'tickets', lostPoints: 10 },
            { measureId: 'seats', lostPoints: 1 },
            { measureId: 'nps', lostPoints: 6 },
          ];
    const [never, red] = tell(score, lost).cases;
    expect(red!.fell).toEqual([
      { measureId: 'logins', points: 36 },
      { measureId: 'seats', points: 20 },
    ]);
    // Its score never fell.
    expect(never!.fell).toEqual([]);
  });

  it('tells of nobody where nobody churned', () => {
    const made = lab([life()], () => 500, settings);
    const lead = computeDetectionLead(made.lives, made.input, made.weekly);
    expect(caseTargets(made.input, { lead, misses: { redButKept: [] } as never })).toEqual([]);
  });
});
