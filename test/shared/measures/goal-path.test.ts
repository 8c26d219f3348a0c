import { describe, expect, it } from 'vitest';
import { buildGoalPath, buildGoalScorecard } from '../../../shared/measures/goal-path.ts';
import { measuresReached } from '../../../shared/measures/measure-references.ts';
import type { TemplateColumns } from '../../../shared/measures/template-roles.ts';
import { scorecardSchema } from '../../../shared/schemas/scorecard.ts';
import { behaviourKeys, type GoalChoice, goalPathSchema } from '../../../shared/schemas/template.ts';

const columns: TemplateColumns = {
  metrics: [
    { name: 'Log-ins', kind: 'flow', grain: 'day' },
    { name: 'Active users', kind: 'level', grain: 'day' },
  ],
  recordSources: [{ name: 'Hearing notes', columns: [{ name: 'Rating' }] }],
  attributes: [{ name: 'Seats', numeric: true }],
};
const input = { columns, language: 'en' as const };
const choice = (behaviours: GoalChoice['behaviours']): GoalChoice => ({
  ...{ name: 'Loyal', goal: 'Loyalty', healthyCustomer: 'Stays', behaviours },
});

describe('the way back from a goal', () => {
  it.each(['ja', 'en'] as const)('offers behaviours that %s words and the contract can hold', (language) => {
    const path = buildGoalPath({ columns, language });
    expect(goalPathSchema.parse(path)).toEqual(path);
    expect(path.behaviours.map(({ key }) => key)).toEqual([...behaviourKeys]);
    for (const { behaviours } of path.goals) expect(behaviours.length).toBeGreaterThan(2);
  });

  it('has a measure with its parts where the columns are there, and says what is missing elsewhere', () => {
    const { behaviours } = buildGoalPath(input);
    const can = behaviours.filter(({ measures }) => measures.length > 0).map(({ key }) => key);
    expect(can).toEqual(['keepsUsing', 'comesBack', 'manyUse', 'grows', 'talks', 'talkedLately']);
    const seats = behaviours.find(({ key }) => key === 'manyUse')!.measures;
    expect(seats.map(({ aggregation }) => aggregation.type)).toEqual(['mean', 'attribute', 'ratio']);
    const joins = behaviours.find(({ key }) => key === 'joinsIn')!;
    expect(joins.roles).toMatchObject([{ key: 'events', column: '', required: true }]);
  });

  it('counts log-ins where only whole months are known', () => {
    const monthly = {
      ...columns,
      metrics: [{ name: 'Log-ins', kind: 'flow' as const, grain: 'month' as const }],
    };
    const [daily] = buildGoalPath(input).behaviours;
    const [summed] = buildGoalPath({ ...input, columns: monthly }).behaviours;
    expect([daily!.unit, summed!.unit]).toEqual(['days in about a month', 'log-ins in about a month']);
    expect(summed!.measures[0]?.name).toBe('Log-ins (about a month)');
  });

  it('gives 100 points at the target, in either direction, with equal weights', () => {
    const { scorecard, measures } = buildGoalScorecard(
      input,
      choice([
        { key: 'keepsUsing', target: 20, reason: 'because' },
        { key: 'comesBack', target: 3, reason: '' },
        { key: 'manyUse', target: 0.5, reason: '' },
      ]),
    );
    expect(scorecardSchema.parse(scorecard)).toEqual(scorecard);
    const scored = scorecard!.groups[0]!.measures;
    expect(scored.map(({ scale }) => scale)).toEqual([
      { type: 'linear', worst: 0, best: 20 },
      { type: 'linear', worst: 30, best: 3 },
      { type: 'linear', worst: 0, best: 0.5 },
    ]);
    expect(scored.map(({ weight }) => weight)).toEqual([33.333, 33.333, 33.333]);
    expect(scored[0]).toMatchObject({
      target: 'Keeps using: at least 20 days in about a month',
      reason: 'because',
    });
    expect(scored[1]?.target).toBe('Leaves no long gap: at most 3 days ago');
    expect(scorecard!.purpose).toEqual({ goal: 'Loyalty', healthyCustomer: 'Stays' });
    const byId = new Map(measures.map((measure) => [measure.id, measure]));
    const ids = scored.map(({ measureId }) => measureId);
    expect(new Set(measuresReached(ids, byId))).toEqual(new Set(byId.keys()));
  });

  it('keeps what the score is to find', () => {
    const asked = choice([{ key: 'keepsUsing', target: 20, reason: '' }]);
    const { scorecard } = buildGoalScorecard(input, { ...asked, aim: 'findExpansion' });
    expect(scorecard!.purpose.aim).toBe('findExpansion');
  });

  it('keeps the scale’s direction at a target beyond the usual worst value', () => {
    const scaleOf = (key: 'comesBack' | 'talks', target: number) =>
      buildGoalScorecard(input, choice([{ key, target, reason: '' }])).scorecard!.groups[0]!.measures[0]!
        .scale;
    expect(scaleOf('comesBack', 60)).toEqual({ type: 'linear', worst: 71.5, best: 60 });
    expect(scaleOf('talks', 1)).toEqual({ type: 'linear', worst: -0.5, best: 1 });
  });

  it('makes nothing of behaviours without data', () => {
    const made = buildGoalScorecard(input, choice([{ key: 'joinsIn', target: 2, reason: '' }]));
    expect(made).toEqual({ measures: [], scorecard: null });
  });
});
