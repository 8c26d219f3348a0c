import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBaselines } from '../../../shared/backtest/baseline-measures.ts';
import { scoreEqualWeights } from '../../../shared/backtest/equal-weights.ts';
import { buildSeries, emptyDataset } from '../../../shared/measures/build-dataset.ts';
import type { Dataset } from '../../../shared/measures/dataset.ts';
import { weightParts, withPartPercents } from '../../../shared/suggestions/weight-parts.ts';
import { contextOf, wholeScorecard, world } from '../scoring/random-rules.ts';
import { slowWholeScore } from '../scoring/slow-rules.ts';

describe('scoreEqualWeights', () => {
  it('gives every measure that takes part the same share, in everyone’s groups and in variants', () => {
    fc.assert(
      fc.property(world, wholeScorecard, (rows, card) => {
        const equal = (groups: typeof card.groups) => {
          const part = groups.map((group) => ({
            ...group,
            measures: group.measures.filter(({ weight }) => weight > 0 && group.weight > 0),
          }));
          return withPartPercents(
            part,
            weightParts(part).map(() => 1),
          ).map((group) => ({
            ...group,
            weight: group.measures.length === 0 ? 0 : group.weight,
            measures: group.measures.map((measure) => ({ ...measure, weight: 1 })),
          }));
        };
        const slow = {
          ...card,
          groups: equal(card.groups),
          variants: card.variants?.map((own) => ({ ...own, groups: equal(own.groups) })) ?? [],
        };
        const scores = scoreEqualWeights(card, rows.columns, {
          context: contextOf(rows),
          rowCount: rows.rowCount,
        });
        expect(Array.from(scores, (score) => (Number.isNaN(score) ? -1 : score))).toEqual(
          Array.from({ length: rows.rowCount }, (_, r) => slowWholeScore(slow, rows, r)),
        );
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});

describe('the baselines that a workspace names', () => {
  const rows = {
    ...{ account: Int32Array.of(0, 1, 1), lifeStart: Int32Array.of(0, 0, 0) },
    ...{ asOf: Int32Array.of(50, 50, 90), recordsFrom: Int32Array.of(0, 0, 0) },
  };
  const score = buildSeries(
    {
      ...{ name: 'old score', kind: 'level' as const, grain: 'day' as const, lagDays: 0 },
      ...{ account: Int32Array.of(0, 1, 1), day: Int32Array.of(10, 20, 80), value: Float64Array.of(7, 3, 9) },
    },
    2,
  );
  const data: Dataset = {
    ...emptyDataset(['a', 'b']),
    metrics: new Map([['old score', score]]),
    attributes: new Map([['mrr', ['100', undefined]]]),
    contract: new Map([['contractAmount', 'mrr']]),
  };
  const found = (incumbent?: string) =>
    new Map(computeBaselines(data, null, rows, incumbent).map(({ key, values }) => [key, values]));

  it('hold the newest imported score known by each date', () => {
    expect(Array.from(found('old score').get('incumbent')!)).toEqual([7, 3, 9]);
  });

  it('have no data where its metric is gone, and are not there where none is named', () => {
    expect(found('gone').get('incumbent')).toBeNull();
    expect(found().has('incumbent')).toBe(false);
  });

  it('call the largest amount first', () => {
    expect(Array.from(found().get('largestAmount')!)).toEqual([-100, Number.NaN, Number.NaN]);
  });
});
