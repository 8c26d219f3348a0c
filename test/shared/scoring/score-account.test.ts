import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasureGroup } from '../../../shared/schemas/scorecard.ts';
import { coverageShares, scoreAccount } from '../../../shared/scoring/score-account.ts';
import { cell, columnIds, combine, group, scorecard, scorecardOf } from './random-scorecard.ts';

const cells = fc
  .tuple(...columnIds.map(() => cell))
  .map((values) => (id: string) => values[columnIds.indexOf(id)] ?? Number.NaN);

describe('the contributions of a score', () => {
  it('take away what the score lacks to 100', () => {
    fc.assert(
      fc.property(scorecard, cells, (card, valueFor) => {
        const { scoreTenths, contributions } = scoreAccount(card, valueFor);
        if (scoreTenths === null) return;
        const lost = contributions.reduce((sum, part) => sum + part.lostPoints, 0);
        expect(Math.abs(100 - scoreTenths / 10 - lost)).toBeLessThanOrEqual(0.06);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('have shares that add up to 1, and to 0 where nothing takes part', () => {
    fc.assert(
      fc.property(scorecard, cells, (card, valueFor) => {
        const { contributions } = scoreAccount({ ...card, minimumCoverage: 0 }, valueFor);
        const total = contributions.reduce((sum, part) => sum + part.share, 0);
        const isScored = scoreAccount({ ...card, minimumCoverage: 0 }, valueFor).scoreTenths !== null;
        expect(total).toBeCloseTo(isScored ? 1 : 0, 9);
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it('keep a measure used twice in one group apart', () => {
    const { contributions } = scoreAccount(scorecardOf([usageTwice]), () => 50);
    expect(contributions.map((part) => part.share)).toEqual([0.75, 0.25]);
  });

  it('give the whole group to the measure that decides a minimum', () => {
    const lowest = { ...usageTwice, combine: 'min' as const };
    const { contributions, scoreTenths } = scoreAccount(scorecardOf([lowest]), () => 50);
    expect(scoreTenths).toBe(250);
    expect(contributions.map((part) => part.share)).toEqual([0, 1]);
    expect(contributions.map((part) => part.lostPoints)).toEqual([0, 75]);
  });
});

describe('coverage', () => {
  it('is the share of weight that has a value, whatever the policy for missing values', () => {
    const card = scorecardOf([
      usageTwice,
      { ...usageTwice, id: 'other', weight: 3, measures: [measure('c1', 1)] },
    ]);
    const coverage = (present: readonly string[]) =>
      scoreAccount(card, (id) => (present.includes(id) ? 1 : Number.NaN)).coverage;
    expect(coverage(['c0', 'c1'])).toBe(1);
    expect(coverage(['c0'])).toBeCloseTo(0.25, 12);
    expect(coverage(['c1'])).toBeCloseTo(0.75, 12);
    expect(coverage([])).toBe(0);
  });

  it('below the minimum leaves the account not scored; equality is enough', () => {
    const groups = [{ ...usageTwice, measures: [measure('c0', 1), measure('c1', 2)] }];
    const score = (minimum: number) =>
      scoreAccount(scorecardOf(groups, minimum), (id) => (id === 'c0' ? 1 : Number.NaN)).scoreTenths;
    expect(score(0.34)).toBeNull();
    expect(score(1 / 3)).toBe(10);
    expect(score(0.33)).toBe(10);
  });

  it('shares add up to 1, or are all 0', () => {
    fc.assert(
      fc.property(scorecard, (card) => {
        const total = coverageShares(card).reduce((sum, share) => sum + share, 0);
        expect(Math.min(Math.abs(total - 1), Math.abs(total))).toBeLessThan(1e-9);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});

describe('rounding', () => {
  it('takes a half up, in group points and in the score', () => {
    const half = { type: 'bins' as const, cutoffs: [1], points: [0.05, 0.04] };
    const mean = {
      ...usageTwice,
      measures: [
        { ...measure('c0', 1), scale: half },
        { ...measure('c1', 1), scale: half },
      ],
    };
    const score = (c0: number, c1: number) =>
      scoreAccount(scorecardOf([mean]), (id) => (id === 'c0' ? c0 : c1)).scoreTenths;
    expect(score(0, 0)).toBe(1);
    expect(score(0, 1)).toBe(1);
    expect(score(1, 1)).toBe(0);
  });

  it('never leaves 0 to 1,000, whatever the groups', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 4 }), combine, cells, (groups, mode, valueFor) => {
        const card = scorecardOf(groups.map((g) => ({ ...g, combine: mode })));
        const { scoreTenths } = scoreAccount(card, valueFor);
        if (scoreTenths === null) return;
        expect(Number.isInteger(scoreTenths) && scoreTenths >= 0 && scoreTenths <= 1000).toBe(true);
      }),
      { numRuns: 500, seed: 4 },
    );
  });
});

function measure(measureId: string, weight: number): MeasureGroup['measures'][number] {
  return {
    measureId,
    weight,
    scale: { type: 'linear', worst: 0, best: 100 },
    missing: { type: 'exclude' },
  };
}

const usageTwice: MeasureGroup = {
  id: 'usage',
  name: 'usage',
  weight: 1,
  combine: 'mean',
  measures: [measure('c0', 3), { ...measure('c0', 1), scale: { type: 'linear', worst: 0, best: 200 } }],
};
