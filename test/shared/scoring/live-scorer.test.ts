import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { LiveScorer, NOT_SCORED } from '../../../shared/scoring/live-scorer.ts';
import { scoreAccount } from '../../../shared/scoring/score-account.ts';
import { columnIds, columns, edit, group, scorecard, scorecardOf, weight } from './random-scorecard.ts';
import { slowScore } from './slow-score.ts';

type Columns = ReadonlyMap<string, Float64Array>;

describe('the live scorer', () => {
  it('gives the scores of a whole-number twin, row by row', () => {
    fc.assert(
      fc.property(columns, scorecard, (values, card) => {
        expect(freshScores(values, card)).toEqual(byRow(values, (valueFor) => slowScore(card, valueFor)));
      }),
      { numRuns: 1500, seed: 1 },
    );
  });

  it('gives the scores of the account-by-account form', () => {
    fc.assert(
      fc.property(columns, scorecard, (values, card) => {
        expect(freshScores(values, card)).toEqual(
          byRow(values, (valueFor) => scoreAccount(card, valueFor).scoreTenths ?? NOT_SCORED),
        );
      }),
      { numRuns: 1500, seed: 2 },
    );
  });

  it('follows any order of edits to the scores of a fresh run', () => {
    fc.assert(
      fc.property(
        columns,
        scorecard,
        fc.array(edit, { minLength: 1, maxLength: 40, size: 'max' }),
        (values, first, edits) => {
          const live = new LiveScorer(values, rowCount(values));
          let card = first;
          expect(Array.from(live.score(card))).toEqual(freshScores(values, card));
          for (const change of edits) {
            card = change(card);
            expect(Array.from(live.score(card))).toEqual(freshScores(values, card));
          }
          expect(Array.from(live.score(card))).toEqual(
            byRow(values, (valueFor) => slowScore(card, valueFor)),
          );
        },
      ),
      { numRuns: 300, seed: 3 },
    );
  });

  it('gives the same score for the same values whatever other rows there are', () => {
    fc.assert(
      fc.property(columns, scorecard, (values, card) => {
        const scores = freshScores(values, card);
        const lone = scores.map((_, r) => {
          const one = new Map([...values].map(([id, cells]) => [id, cells.slice(r, r + 1)]));
          return freshScores(one, card)[0];
        });
        expect(lone).toEqual(scores);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  it.each([1, 3, 7, 0.001, 333.333])('rounds half a hundredth up, in a group of two weights of %d', (w) => {
    const half = { type: 'bins' as const, cutoffs: [1], points: [0.05, 0.04] };
    const measures = ['c0', 'c1'].map((measureId) => ({
      measureId,
      weight: w,
      scale: half,
      missing: { type: 'exclude' as const },
    }));
    const card = scorecardOf([{ id: 'g', name: 'g', weight: w, combine: 'mean', measures }]);
    const values = new Map([
      ['c0', Float64Array.of(0, 0, 2)],
      ['c1', Float64Array.of(0, 2, 2)],
    ]);
    expect(freshScores(values, card)).toEqual([1, 1, 0]);
  });

  it('stays right after a scorecard it has no columns for', () => {
    const values = new Map([
      ['c0', Float64Array.of(10, 90)],
      ['c1', Float64Array.of(30, 20)],
    ]);
    const scale = { type: 'linear', worst: 0, best: 100 } as const;
    const measure = (measureId: string, w: number) =>
      ({ measureId, weight: w, scale, missing: { type: 'exclude' } }) as const;
    const usage = (w: number) =>
      ({
        id: 'g',
        name: 'g',
        weight: 1,
        combine: 'mean',
        measures: [measure('c0', w), measure('c1', 1)],
      }) as const;
    const asGroup = (w: number) => ({ ...usage(w), measures: [...usage(w).measures] });
    const live = new LiveScorer(values, 2);
    live.score(scorecardOf([asGroup(1)]));
    const unknown = { ...asGroup(1), id: 'h', measures: [measure('nowhere', 1)] };
    expect(live.holds(scorecardOf([asGroup(5), unknown]))).toBe(false);
    expect(() => live.score(scorecardOf([asGroup(5), unknown]))).toThrow('nowhere');
    expect(Array.from(live.score(scorecardOf([asGroup(1)])))).toEqual(
      freshScores(values, scorecardOf([asGroup(1)])),
    );
  });

  it('scores no rows', () => {
    const none = new Map(columnIds.map((id) => [id, new Float64Array(0)]));
    fc.assert(
      fc.property(scorecard, (card) => {
        expect(freshScores(none, card)).toEqual([]);
      }),
      { numRuns: 50, seed: 5 },
    );
  });
});

describe('weights', () => {
  it('count as shares: all of them times a whole number changes no score', () => {
    const wholeWeight = weight.map((w) => Math.floor(w / 40));
    const card = fc.array(
      fc.tuple(group, wholeWeight, fc.array(wholeWeight, { minLength: 4, maxLength: 4 })),
      {
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(columns, card, fc.integer({ min: 2, max: 40 }), (values, drawn, factor) => {
        const times = (by: number) =>
          scorecardOf(
            drawn.map(([g, groupWeight, weights]) => ({
              ...g,
              weight: groupWeight * by,
              measures: g.measures.map((measure, m) => ({ ...measure, weight: weights[m]! * by })),
            })),
          );
        expect(freshScores(values, times(factor))).toEqual(freshScores(values, times(1)));
      }),
      { numRuns: 500, seed: 6 },
    );
  });

  it('of 0 take a measure out, in min and max too', () => {
    fc.assert(
      fc.property(columns, scorecard, (values, card) => {
        const without = {
          ...card,
          groups: card.groups.map((g) => ({
            ...g,
            measures: g.measures.filter((measure) => measure.weight > 0),
          })),
        };
        expect(freshScores(values, without)).toEqual(freshScores(values, card));
      }),
      { numRuns: 800, seed: 7 },
    );
  });

  it('all 0 score nothing', () => {
    fc.assert(
      fc.property(columns, scorecard, (values, card) => {
        const groups = card.groups.map((g) => ({ ...g, weight: 0 }));
        expect(freshScores(values, { ...card, groups }).every((score) => score === NOT_SCORED)).toBe(true);
      }),
      { numRuns: 100, seed: 8 },
    );
  });
});

function freshScores(values: Columns, card: Scorecard): number[] {
  return Array.from(new LiveScorer(values, rowCount(values)).score(card));
}

function byRow(values: Columns, score: (valueFor: (id: string) => number) => number): number[] {
  return Array.from({ length: rowCount(values) }, (_, r) => score((id) => values.get(id)![r]!));
}

function rowCount(values: Columns): number {
  return values.get('c0')!.length;
}
