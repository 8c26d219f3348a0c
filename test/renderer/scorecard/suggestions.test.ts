import { describe, expect, it } from 'vitest';
import { alarmRange, costPoints, placeFound } from '../../../renderer/features/scorecard/build-bounds.ts';
import { idleException, idleMeasure } from '../../../renderer/features/scorecard/build-exceptions.ts';
import {
  fitsGroups,
  isLittle,
  numbersOf,
  percentsOf,
  rememberLearnt,
  setPercents,
  type Weights,
  weightRows,
} from '../../../renderer/features/scorecard/build-weights.ts';
import type { MeasureGroup, Scorecard } from '../../../shared/schemas/scorecard.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { weightParts } from '../../../shared/suggestions/weight-parts.ts';

const bands = presetBands('traffic', 'en');
const measure = (measureId: string, weight: number) => ({
  ...{ measureId, weight, scale: { type: 'linear' as const, worst: 0, best: 10 } },
  missing: { type: 'exclude' as const },
});
const groups: MeasureGroup[] = [
  { id: 'g', name: 'g', weight: 50, combine: 'mean', measures: [measure('a', 1), measure('b', 3)] },
  { id: 'h', name: 'h', weight: 50, combine: 'min', measures: [measure('c', 1)] },
];
const card: Scorecard = {
  ...{ id: 's', name: 's', purpose: { goal: '', healthyCustomer: '' }, groups, minimumCoverage: 0 },
  ...{ gradingScheme: 'traffic' as const, bands },
};
const advice: Weights = {
  ...{ type: 'suggested', churners: 41, freeNumbers: { most: 4, used: 0 }, folds: 4 },
  parts: weightParts(groups),
  equal: { percents: [34, 33, 33], heldOut: null },
  byAuc: { type: 'offered', percents: [50, 0, 50], heldOut: null, gain: null },
  ridge: { type: 'equalDoesAsWell', heldOut: null, gain: null },
  current: null,
  spread: [10, 0, 30],
};

describe('suggested weights', () => {
  it('stand beside the shares of now, nothing where a way is not offered', () => {
    expect(weightRows(advice, card)).toMatchObject([
      { part: advice.parts[0], now: 0.125, percents: { equal: 34, byAuc: 50, ridge: null } },
      { part: advice.parts[1], now: 0.375, percents: { equal: 33, byAuc: 0, ridge: null } },
      { part: advice.parts[2], now: 0.5, percents: { equal: 33, byAuc: 50, ridge: null } },
    ]);
  });

  it('say how much of the score’s movement each part makes: weight × spread of its points', () => {
    const moves = weightRows(advice, card).map((row) => row.moves);
    expect(moves.map((of) => of.byAuc)).toEqual([0.25, 0, 0.75]);
    expect(moves[0]!.now).toBeCloseTo(0.125 / (0.125 + 1.5), 12);
    expect(moves.map((of) => of.ridge)).toEqual([null, null, null]);
  });

  it('are better by little below the verdict’s own limit', () => {
    const offered = (value: number) =>
      isLittle({ type: 'offered', percents: [], heldOut: null, gain: { value, low: 0.001, high: 0.1 } });
    expect([offered(0.029), offered(0.03), isLittle(advice.ridge)]).toEqual([true, false, false]);
  });

  it('go into measures of mean groups and into other groups as a whole', () => {
    const taken = setPercents(percentsOf(advice, 'byAuc')!)(card);
    expect(taken.groups.map((group) => group.weight)).toEqual([50, 50]);
    expect(taken.groups[0]!.measures.map(({ weight }) => weight)).toEqual([50, 0]);
    expect(taken.groups[1]!.measures[0]!.weight).toBe(1);
  });

  it('cost one number less than there are parts; equal weights cost none and forget the others', () => {
    expect([numbersOf('equal', 6), numbersOf('ridge', 6), numbersOf('byAuc', 0)]).toEqual([0, 5, 0]);
    const learnt = rememberLearnt({ what: 'weights', numbers: 2 })(card);
    expect(learnt.learnt).toEqual([{ what: 'weights', numbers: 2 }]);
    expect(rememberLearnt({ what: 'weights', numbers: 0 })(learnt).learnt).toEqual([]);
  });

  it('no longer fit once measures have changed', () => {
    expect(fitsGroups(advice, groups, weightParts)).toBe(true);
    expect(fitsGroups(advice, groups.slice(0, 1), weightParts)).toBe(false);
  });
});

describe('a found bound', () => {
  const cost = {
    ...{ type: 'cost' as const, bound: 55, cost: 10, calls: 4, misses: 1, churners: 5, dates: 3 },
    curve: Array.from({ length: 101 }, (_, i) => Math.abs(i - 55) + 10),
  };

  it('becomes the alarm bound; where calling nobody is cheapest or there are too few churned, nothing moves', () => {
    expect(placeFound(cost, bands)!.map(({ lowerBound }) => lowerBound)[1]).toBe(55);
    expect(placeFound({ ...cost, bound: 0 }, bands)).toBeNull();
    expect(placeFound({ type: 'gated', churners: 3 }, bands)).toBeNull();
  });

  it('is the lowest point of its drawn curve', () => {
    const { line, x, y } = costPoints(cost.curve, cost.bound, { width: 200, height: 65 });
    expect(x).toBeCloseTo(110, 9);
    const heights = line.split(' ').map((point) => Number(point.split(',')[1]));
    expect(Math.max(...heights)).toBeCloseTo(y, 1);
  });

  it('says the fewest, most and mean alarms over the test dates', () => {
    const dates = [3, 9, 6].map((alarms, asOf) => ({ asOf, alarms, scored: 100 }));
    expect(alarmRange(dates)).toEqual({ dates: 3, least: 3, most: 9, mean: 6 });
    expect(alarmRange([])).toBeNull();
  });
});

describe('the cap that most teams begin with', () => {
  it('holds from 30 days without the main usage, at most the worst band', () => {
    const idle = idleMeasure('m', 'Days since last log-in', 'logins');
    expect(idle).toMatchObject({
      direction: 'lower',
      aggregation: { type: 'daysSinceLast', metric: 'logins' },
    });
    expect(idleException('e', 'm', bands)).toMatchObject({
      condition: { measureId: 'm', operator: 'atLeast', value: 30 },
      effect: { type: 'atMost', bandId: 'red', score: 39.9 },
    });
  });
});
