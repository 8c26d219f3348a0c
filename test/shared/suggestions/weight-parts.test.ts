import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasureGroup } from '../../../shared/schemas/scorecard.ts';
import { NO_POINTS } from '../../../shared/scoring/points.ts';
import { coverageShares } from '../../../shared/scoring/score-account.ts';
import { numbersUsed, withLearnt } from '../../../shared/suggestions/numbers-used.ts';
import {
  partPoints,
  partShares,
  weightParts,
  withPartPercents,
} from '../../../shared/suggestions/weight-parts.ts';
import { wholePercents } from '../../../shared/suggestions/whole-percents.ts';
import { scorecardOf } from '../scoring/random-scorecard.ts';

const measure = (measureId: string, weight = 1) => ({
  measureId,
  weight,
  scale: { type: 'linear' as const, worst: 0, best: 1 },
  missing: { type: 'exclude' as const },
});
const group = (id: string, combine: MeasureGroup['combine'], ...ids: string[]): MeasureGroup => ({
  ...{ id, name: id, weight: 7, combine },
  measures: ids.map((measureId) => measure(measureId)),
});

describe('weight parts', () => {
  it('are the measures of mean groups, and other groups as a whole', () => {
    const groups = [group('a', 'mean', 'x', 'y'), group('b', 'min', 'z', 'w'), group('c', 'mean')];
    expect(weightParts(groups)).toEqual([
      { groupId: 'a', measureId: 'x' },
      { groupId: 'a', measureId: 'y' },
      { groupId: 'b', measureId: null },
    ]);
  });

  it('of a min or max group earn its smallest or largest points among those that take part', () => {
    const columns: Record<string, Int16Array> = {
      x: Int16Array.of(100, NO_POINTS, NO_POINTS),
      y: Int16Array.of(300, 200, NO_POINTS),
      off: Int16Array.of(0, 0, 0),
    };
    const of = (combine: 'min' | 'max') => {
      const made = group('g', combine, 'x', 'y');
      const groups = [{ ...made, measures: [...made.measures, measure('off', 0)] }];
      return Array.from(partPoints(groups, (id) => columns[id]!)[0]!);
    };
    expect(of('min')).toEqual([100, 200, NO_POINTS]);
    expect(of('max')).toEqual([300, 200, NO_POINTS]);
  });

  it('weigh their share of the whole score, a group that takes an extreme as one', () => {
    const groups = [group('a', 'mean', 'x', 'y'), { ...group('b', 'min', 'z', 'w'), weight: 21 }];
    expect(partShares(scorecardOf(groups))).toEqual([0.125, 0.125, 0.75]);
  });

  it('get exactly the shares of 100 % that were suggested', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(sizes, weights, (counts, drawn) => {
        const groups = counts.map((count, g) =>
          group(`g${g}`, 'mean', ...Array.from({ length: count }, (_, m) => `m${g}.${m}`)),
        );
        const parts = weightParts(groups).length;
        const percents = wholePercents(Float64Array.from(drawn.slice(0, parts)))!;
        const shares = coverageShares(scorecardOf(withPartPercents(groups, percents)));
        expect(partShares(scorecardOf(withPartPercents(groups, percents)))).toEqual([...shares]);
        for (const [i, share] of shares.entries()) expect(share).toBeCloseTo(percents[i]! / 100, 12);
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});

describe('numbers used', () => {
  const card = { ...scorecardOf([group('a', 'mean', 'x', 'y')]) };

  it('add up over accepted suggestions, without the one to be replaced and those of measures taken out', () => {
    const learnt = [
      { what: 'weights', numbers: 1 },
      { what: 'x', numbers: 3 },
      { what: 'gone', numbers: 9 },
    ];
    expect(numbersUsed({ ...card, learnt }, 'y')).toBe(4);
    expect(numbersUsed({ ...card, learnt }, 'x')).toBe(1);
    expect(numbersUsed({ ...card, learnt }, 'weights')).toBe(3);
    expect(numbersUsed(card, 'weights')).toBe(0);
  });

  it('hold one entry per thing learnt; what learns nothing leaves none', () => {
    const first = withLearnt(undefined, { what: 'weights', numbers: 2 });
    expect(withLearnt(first, { what: 'weights', numbers: 4 })).toEqual([{ what: 'weights', numbers: 4 }]);
    expect(withLearnt(first, { what: 'weights', numbers: 0 })).toEqual([]);
    expect(withLearnt(first, { what: 'x', numbers: 1 })).toHaveLength(2);
  });
});
