import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMeasure,
  cleanWeight,
  editMeasure,
  findMeasure,
  freeGroupName,
  moveGroup,
  moveMeasure,
  removeMeasure,
} from '../../../renderer/features/scorecard/edit-scorecard.ts';
import { emptyScorecard, scored } from '../../../renderer/features/scorecard/new-scorecard.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { type Scorecard, scorecardSchema } from '../../../shared/schemas/scorecard.ts';

function tenure(id: string): Measure {
  return { id, name: id, aggregation: { type: 'tenure' }, direction: 'higher', actionable: true };
}

function card(...groups: string[][]): Scorecard {
  return {
    ...emptyScorecard({ id: 'card', name: 'Card', language: 'en' }),
    groups: groups.map((members, g) => ({
      id: `g${g}`,
      name: `Group ${g}`,
      weight: 50,
      combine: 'mean',
      measures: members.map((id) => scored(tenure(id), null)),
    })),
  };
}

const layout = (scorecard: Scorecard) =>
  scorecard.groups.map((group) => group.measures.map(({ measureId }) => measureId));

describe('editing a scorecard', () => {
  it('moves a measure inside its group', () => {
    expect(layout(moveMeasure('b', -1)(card(['a', 'b'], ['c'])))).toEqual([['b', 'a'], ['c']]);
  });

  it('moves a measure past the end of its group into the next one', () => {
    expect(layout(moveMeasure('b', 1)(card(['a', 'b'], ['c'])))).toEqual([['a'], ['b', 'c']]);
    expect(layout(moveMeasure('c', -1)(card(['a', 'b'], ['c'])))).toEqual([['a', 'b', 'c'], []]);
  });

  it('leaves the first and the last measure where they are', () => {
    const before = card(['a'], ['b']);
    expect(moveMeasure('a', -1)(before)).toEqual(before);
    expect(moveMeasure('b', 1)(before)).toEqual(before);
  });

  it('adds a measure once only', () => {
    const added = addMeasure('g1', scored(tenure('c'), null))(card(['a'], ['b']));
    expect(layout(added)).toEqual([['a'], ['b', 'c']]);
    expect(addMeasure('g0', scored(tenure('c'), null))(added)).toEqual(added);
  });

  it('takes a measure out and finds it no more', () => {
    const left = removeMeasure('a')(card(['a', 'b']));
    expect(findMeasure(left, 'a')).toBeNull();
    expect(layout(left)).toEqual([['b']]);
  });

  it('changes only the measure it names', () => {
    const edited = editMeasure('b', { weight: 7 })(card(['a', 'b']));
    expect(edited.groups[0]?.measures.map(({ weight }) => weight)).toEqual([20, 7]);
  });

  it('reorders groups within their ends', () => {
    expect(layout(moveGroup('g1', -1)(card(['a'], ['b'])))).toEqual([['b'], ['a']]);
    expect(layout(moveGroup('g1', 1)(card(['a'], ['b'])))).toEqual([['a'], ['b']]);
  });

  it('keeps every measure and a valid scorecard through any moves', () => {
    const move = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom<1 | -1>(1, -1));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
        const after = moves.reduce(
          (now, [id, by]) => moveMeasure(id, by)(now),
          card(['a', 'b'], [], ['c', 'd']),
        );
        expect(layout(after).flat().sort()).toEqual(['a', 'b', 'c', 'd']);
        expect(scorecardSchema.safeParse(after).success).toBe(true);
      }),
    );
  });

  it('keeps a weight between 0 and 1,000 with three decimals', () => {
    expect([cleanWeight(-1), cleanWeight(2000), cleanWeight(1.23456), cleanWeight(Number.NaN)]).toEqual([
      0, 1000, 1.235, 0,
    ]);
  });
});

describe('the name of a new group', () => {
  it('takes the first number that is free', () => {
    const named = (...names: string[]) =>
      card(...names.map(() => [])).groups.map((group, g) => ({ ...group, name: names[g]! }));
    expect(freeGroupName('New group', [])).toBe('New group');
    expect(freeGroupName('New group', named('New group'))).toBe('New group 2');
    expect(freeGroupName('New group', named('New group', 'New group 3', 'New group 2'))).toBe('New group 4');
    expect(freeGroupName('New group', named('Usage', 'New group 2'))).toBe('New group');
  });
});
