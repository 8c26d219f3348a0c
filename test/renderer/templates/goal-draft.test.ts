import { describe, expect, it } from 'vitest';
import {
  chosenBehaviours,
  goalChoice,
  goalProblem,
  pickGoal,
  startGoalDraft,
  targetOf,
  toggleBehaviour,
} from '../../../renderer/features/templates/goal-draft.ts';
import { keptMedian } from '../../../renderer/features/templates/kept-median.ts';
import { buildGoalPath } from '../../../shared/measures/goal-path.ts';
import { goalChoiceSchema } from '../../../shared/schemas/template.ts';

const path = buildGoalPath({
  columns: {
    metrics: [{ name: 'Log-ins', kind: 'flow', grain: 'day' }],
    recordSources: [{ name: 'Hearing notes', columns: [{ name: 'Rating' }] }],
    attributes: [],
  },
  language: 'en',
});
const start = startGoalDraft(path, 'Card');

describe('the way back from a goal, as it is walked', () => {
  it('begins with the first goal and those of its behaviours that the data can show', () => {
    expect(start.goalKey).toBe('loyalty');
    expect(start.goal).toContain('recommend');
    expect(start.behaviours).toEqual(['keepsUsing', 'talks']);
    expect(goalProblem(start, path, 'goal')).toBeNull();
  });

  it('keeps the behaviours but no words for a goal of one’s own', () => {
    const own = pickGoal(start, path, 'own');
    expect([own.goal, own.behaviours]).toEqual(['', start.behaviours]);
    expect(goalProblem(own, path, 'goal')).toBe('goal');
  });

  it('adds and drops behaviours in the order of the path', () => {
    const more = toggleBehaviour(start, 'comesBack');
    expect(more.behaviours).toEqual(['keepsUsing', 'comesBack', 'talks']);
    expect(toggleBehaviour(more, 'keepsUsing').behaviours).toEqual(['comesBack', 'talks']);
  });

  it('does not count a behaviour that the data can’t show', () => {
    const joins = { ...start, behaviours: ['joinsIn' as const] };
    expect(chosenBehaviours(joins, path)).toEqual([]);
    expect(goalProblem(joins, path, 'behaviours')).toBe('behaviours');
  });

  it('asks for numbers and a name at the end', () => {
    expect(goalProblem(start, path, 'targets')).toBeNull();
    expect(goalProblem({ ...start, targets: { talks: '' } }, path, 'targets')).toBe('targets');
    expect(goalProblem({ ...start, name: ' ' }, path, 'targets')).toBe('name');
  });

  it('is to find expansion where growth is the goal', () => {
    const chosen = (key: 'growth' | 'loyalty') => goalChoice(pickGoal(start, path, key), path).aim;
    expect(chosen('growth')).toBe('findExpansion');
    expect(chosen('loyalty')).toBeUndefined();
  });

  it('hands over usual and typed targets alike', () => {
    const typed = { ...start, targets: { keepsUsing: 15 }, reasons: { talks: ' mine ' } };
    expect(targetOf(typed, path.behaviours[0]!)).toBe(15);
    const choice = goalChoice(typed, path);
    expect(goalChoiceSchema.parse(choice)).toEqual(choice);
    expect(choice.behaviours.map(({ key, target }) => [key, target])).toEqual([
      ['keepsUsing', 15],
      ['talks', 4],
    ]);
    expect(choice.behaviours[1]!.reason).toBe('mine');
  });
});

describe('the middle of the kept rows', () => {
  it('is the whole number of its bin, or the centre of a wider one', () => {
    expect(keptMedian({ edges: [-0.5, 0.5, 1.5, 2.5], churned: [9, 0, 0], kept: [1, 1, 3] })).toBe(2);
    expect(keptMedian({ edges: [0, 0.5, 1], churned: [0, 0], kept: [3, 1] })).toBe(0.25);
    expect(keptMedian({ edges: [0, 1], churned: [3], kept: [0] })).toBeNull();
  });
});
