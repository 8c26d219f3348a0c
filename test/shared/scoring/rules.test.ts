import { describe, expect, it } from 'vitest';
import { type Scorecard, type ScoreException, scorecardSchema } from '../../../shared/schemas/scorecard.ts';
import { describeDesign, measuresNeeded } from '../../../shared/scoring/design-hash.ts';
import { applyToOne, limitOf } from '../../../shared/scoring/exceptions.ts';
import { overrideOn } from '../../../shared/scoring/overrides.ts';
import { peerPoints } from '../../../shared/scoring/peer-points.ts';
import { NO_POINTS } from '../../../shared/scoring/points.ts';
import { assignVariants, blendScores } from '../../../shared/scoring/variants.ts';
import { scorecardOf } from './random-scorecard.ts';

const card = scorecardOf([]);
const cap = (patch: Partial<ScoreException['effect']> = {}): ScoreException => ({
  id: 'e',
  condition: { measureId: 'c0', operator: 'below', value: 3 },
  effect: { type: 'atMost', score: 10, ...patch },
});

describe('a percentile scale', () => {
  it('gives the mid-rank among the values of the same date', () => {
    const values = Float64Array.of(1, 2, 2, 4, 9, Number.NaN);
    const dates = [0, 0, 0, 0, 1, 0];
    expect(Array.from(peerPoints(values, dates, 'higher'))).toEqual([
      1250,
      5000,
      5000,
      8750,
      5000,
      NO_POINTS,
    ]);
    expect(Array.from(peerPoints(values, dates, 'lower'))).toEqual([8750, 5000, 5000, 1250, 5000, NO_POINTS]);
  });

  it('of three peers rounds half a hundredth up', () => {
    expect(Array.from(peerPoints(Float64Array.of(1, 2, 3), [0, 0, 0], 'higher'))).toEqual([1667, 5000, 8333]);
  });
});

describe('an exception', () => {
  it('"at most red" stops at the highest score of red, wherever red ends', () => {
    expect(limitOf(cap({ bandId: 'red' }), card.bands)).toBe(399);
    const moved = card.bands.map((band) => (band.id === 'amber' ? { ...band, lowerBound: 55.5 } : band));
    expect(limitOf(cap({ bandId: 'red' }), moved)).toBe(554);
  });

  it('"at least amber" stops at the lowest score of amber, and the best band has no cap', () => {
    expect(limitOf(cap({ type: 'atLeast', bandId: 'amber' }), card.bands)).toBe(400);
    expect(limitOf(cap({ bandId: 'green' }), card.bands)).toBe(1000);
  });

  it('acts in order, and names those that changed the score', () => {
    const floor = { ...cap({ type: 'atLeast', score: 30 }), id: 'f' };
    const exceptions = [cap(), floor];
    expect(applyToOne({ ...card, exceptions }, 800, () => 2)).toEqual({
      scoreTenths: 300,
      bites: [
        { exceptionId: 'e', from: 800, to: 100 },
        { exceptionId: 'f', from: 100, to: 300 },
      ],
    });
    expect(applyToOne({ ...card, exceptions }, 800, () => 3).bites).toEqual([]);
  });

  it('leaves an account without a score without one, and meets a missing value only when asked to', () => {
    expect(applyToOne({ ...card, exceptions: [cap()] }, null, () => 2).scoreTenths).toBeNull();
    expect(applyToOne({ ...card, exceptions: [cap()] }, 800, () => Number.NaN).scoreTenths).toBe(800);
  });
});

describe('borrowing', () => {
  it('weighs the own score by c over c + k, half a tenth up', () => {
    expect(blendScores(800, 400, 20, 20)).toBe(600);
    expect(blendScores(801, 400, 20, 20)).toBe(601);
    expect(blendScores(800, 400, 5, 20)).toBe(480);
  });

  it('takes the parent where nobody churned, and the own score where k is 0 or nothing is learnt', () => {
    expect(blendScores(800, 400, 0, 20)).toBe(400);
    expect(blendScores(800, 400, 0, 0)).toBe(800);
    expect(blendScores(800, 400, null, 20)).toBe(800);
  });

  it('never makes a score where the variant has none', () => {
    expect(blendScores(-1, 400, 5, 20)).toBe(-1);
    expect(blendScores(800, -1, 5, 20)).toBe(800);
  });
});

describe('variants', () => {
  const subjects = {
    account: Int32Array.of(0, 1, 2),
    tenureDays: Int32Array.of(10, 100, 100),
    asOf: new Int32Array(9),
    attribute: { at: (_: string, a: number) => ['x', 'x', 'y'][a], isFixed: () => true },
  };
  const byPlan = {
    type: 'attribute' as const,
    attribute: 'plan',
    operator: 'isOneOf' as const,
    values: ['x'],
  };
  const variants = [
    { id: 'a', name: 'a', groups: [], borrowK: 0, conditions: [byPlan] },
    {
      id: 'b',
      name: 'b',
      groups: [],
      borrowK: 0,
      conditions: [{ type: 'tenure' as const, operator: 'atLeast' as const, days: 100 }],
    },
    { id: 'c', name: 'c', groups: [], borrowK: 0, conditions: [] },
  ];

  it('hold in order; an account that two fit is marked', () => {
    expect(assignVariants(variants, subjects)).toEqual({
      of: Uint8Array.of(1, 1, 2),
      several: Uint8Array.of(0, 1, 0),
    });
  });
});

describe('an override', () => {
  const set = { accountId: 'A', bandId: 'red', reason: 'r', owner: '', setOn: 100, expiresOn: 120 };

  it('holds from the day it was set to its last day', () => {
    const held = { ...card, overrides: [set] };
    expect([99, 100, 120, 121].map((day) => overrideOn(held, 'A', day) !== null)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(overrideOn(held, 'B', 110)).toBeNull();
    expect(overrideOn({ ...card, overrides: [{ ...set, bandId: 'gone' }] }, 'A', 110)).toBeNull();
  });

  it('changes no design', () => {
    const held: Scorecard = { ...card, overrides: [set] };
    expect(describeDesign(held, new Map())).toBe(describeDesign(card, new Map()));
  });
});

describe('a stored scorecard without rules', () => {
  it('is still valid, and its design reads as before', () => {
    expect(scorecardSchema.parse(JSON.parse(JSON.stringify(card)))).toEqual(card);
    expect(describeDesign({ ...card, exceptions: [], variants: [] }, new Map())).toBe(
      describeDesign(card, new Map()),
    );
    expect(Object.keys(JSON.parse(describeDesign(card, new Map())))).toEqual([
      'groups',
      'minimumCoverage',
      'bands',
    ]);
  });

  it('needs the measures of its exceptions too', () => {
    expect([...measuresNeeded({ ...card, exceptions: [cap()] }, new Map())]).toEqual(['c0']);
  });
});
