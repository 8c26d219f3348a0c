import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNextBand, type NextBand } from '../../../renderer/features/accounts/build-next-band.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scale, Scorecard } from '../../../shared/schemas/scorecard.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { scoreAccount } from '../../../shared/scoring/score-account.ts';

const line = (worst: number, best: number): Scale => ({ type: 'linear', worst, best });
const bins = (cutoffs: number[], points: number[]): Scale => ({ type: 'bins', cutoffs, points });

describe('buildNextBand', () => {
  it('says the value a rising line needs for the next band', () => {
    const next = nextOf([line(0, 100)], [50]);
    expect(next).toMatchObject({ band: { id: 'm2' }, missing: 10 });
    expect(stepsOf(next)).toMatchObject([{ needs: 'atLeast', from: 50, scoreThen: 60, pointsNow: 50 }]);
    expect(stepsOf(next)[0]!.value).toBeCloseTo(59.95, 5);
  });

  it('goes down where less is healthier', () => {
    const [step] = stepsOf(nextOf([line(10, 0)], [5]));
    expect(step).toMatchObject({ needs: 'atMost', scoreThen: 60 });
    expect(step!.value).toBeCloseTo(4.005, 5);
  });

  it('asks for the cut-off of the nearest bin that is enough', () => {
    const scale = bins([3, 6, 9], [0, 30, 62, 100]);
    expect(stepsOf(nextOf([scale], [4]))).toMatchObject([
      { needs: 'atLeast', value: 6, scoreThen: 62, bandThen: { id: 'm2' } },
    ]);
    expect(stepsOf(nextOf([scale], [7]))).toMatchObject([
      { needs: 'atLeast', value: 9, bandThen: { id: 'm1' } },
    ]);
  });

  it('asks for less than a cut-off, because a cut-off belongs to the bin above', () => {
    const scale = bins([2, 5], [90, 45, 0]);
    expect(stepsOf(nextOf([scale], [2]))).toMatchObject([{ needs: 'below', value: 2 }]);
    expect(stepsOf(nextOf([scale], [2], { whole: true }))).toMatchObject([{ needs: 'atMost', value: 1 }]);
  });

  it('asks days and counts for whole numbers', () => {
    const [step] = stepsOf(nextOf([line(0, 7)], [3], { whole: true }));
    expect(step).toMatchObject({ needs: 'atLeast', value: 5 });
  });

  it('puts actionable measures first, then the one that needs the fewest points', () => {
    const next = nextOf([line(0, 100), line(0, 100), line(0, 100)], [50, 50, 50], {
      weights: [10, 30, 60],
      fixed: [2],
    });
    expect(stepsOf(next).map((step) => step.measureId)).toEqual(['m1', 'm2']);
  });

  it('names the best single measure when none is enough alone', () => {
    const next = nextOf([line(0, 100), line(0, 100)], [0, 0], { weights: [30, 70], minimum: 0 });
    expect(next).toMatchObject({ steps: [{ measureId: 'm1' }], bestAlone: null });
    const far = nextOf([line(0, 100), line(0, 100), line(0, 100)], [0, 0, 0], { weights: [30, 39, 31] });
    expect(far).toMatchObject({ steps: [], bestAlone: { measureId: 'm1', score: 39 } });
  });

  it('knows the top band and an account without a score', () => {
    expect(nextOf([line(0, 100)], [80])).toEqual({ type: 'top' });
    expect(nextOf([line(0, 100)], [null])).toEqual({ type: 'notScored' });
  });

  it('says what a missing value would have to be', () => {
    const next = nextOf([line(0, 100), bins([5], [0, 100])], [50, null], { minimum: 0 });
    expect(stepsOf(next).map((step) => [step.measureId, step.from, step.value])).toContainEqual([
      'm1',
      null,
      5,
    ]);
  });

  it('never asks for more than a search through all values finds', () => {
    const scaleArbitrary = fc.oneof(
      fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })).map(([a, b]) => line(a, b)),
      fc
        .tuple(
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 9 }),
          fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }),
        )
        .map(([low, width, points]) => bins([low, low + width], points)),
    );
    const value = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(fc.tuple(scaleArbitrary, scaleArbitrary), fc.tuple(value, value), (scales, values) => {
        const next = nextOf([...scales], [...values], { whole: true, weights: [60, 40] });
        if (next.type !== 'steps') return;
        const card = cardOf([...scales], [60, 40], 0);
        const target = Math.round(next.band.lowerBound * 10);
        scales.forEach((_, m) => {
          const reaches = (tried: number) =>
            (scoreAccount(card, (id) => (id === `m${m}` ? tried : values[Number(id.slice(1))]!))
              .scoreTenths ?? -1) >= target;
          const distances = Array.from({ length: 61 }, (_, i) => i - 20)
            .filter(reaches)
            .map((tried) => Math.abs(tried - values[m]!));
          const step = next.steps.find((other) => other.measureId === `m${m}`);
          expect(step === undefined).toBe(distances.length === 0);
          if (step === undefined) return;
          expect(reaches(step.value)).toBe(true);
          expect(Math.abs(step.value - values[m]!)).toBe(Math.min(...distances));
        });
      }),
      { numRuns: 1000 },
    );
  });
});

interface Options {
  readonly whole?: boolean;
  readonly weights?: readonly number[];
  /** Positions of measures that nobody can act on. */
  readonly fixed?: readonly number[];
  readonly minimum?: number;
}

function nextOf(scales: Scale[], values: (number | null)[], options: Options = {}): NextBand {
  const measures = scales.map(
    (_, m): Measure => ({
      id: `m${m}`,
      name: `M${m}`,
      aggregation: options.whole ? { type: 'tenure' } : { type: 'attribute', attribute: 'x' },
      direction: 'higher',
      actionable: !options.fixed?.includes(m),
    }),
  );
  return buildNextBand({
    scorecard: cardOf(scales, options.weights ?? scales.map(() => 1), options.minimum ?? 0.5),
    measures,
    values: new Map(values.map((value, m) => [`m${m}`, value])),
  });
}

function cardOf(scales: readonly Scale[], weights: readonly number[], minimumCoverage: number): Scorecard {
  return {
    id: 'card',
    name: 'Card',
    purpose: { goal: '', healthyCustomer: '' },
    groups: scales.map((scale, m) => ({
      id: `g${m}`,
      name: '',
      weight: weights[m]!,
      combine: 'mean',
      measures: [{ measureId: `m${m}`, weight: 1, scale, missing: { type: 'exclude' } }],
    })),
    minimumCoverage,
    gradingScheme: 'marks',
    bands: presetBands('marks', 'en'),
  };
}

function stepsOf(next: NextBand) {
  if (next.type !== 'steps') throw new Error(next.type);
  return next.steps;
}
