import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../shared/measures/compute-measure.ts';
import { roundValue } from '../../../shared/measures/round-value.ts';
import { type Aggregation, aggregationSchema, type Measure } from '../../../shared/schemas/measure.ts';
import { asOfDay, type Facts, facts, knownBy, rowsAsOf, toDataset } from '../../helpers/random-dataset.ts';
import { aggregations } from './random-aggregation.ts';
import { slowValues } from './slow-measure.ts';

const names = Object.keys(aggregations);

describe.each(names)('%s', (name) => {
  it('equals a walk over the days one by one', () => {
    fc.assert(
      fc.property(facts, aggregations[name]!, asOfDay, (all, aggregation, asOf) => {
        const rows = rowsAsOf(all, asOf);
        const slow = slowValues(all, aggregation, rows).map(roundValue);
        const values = valuesOf(all, aggregation, asOf);
        if (name === 'slope') expectNearly(values, slow);
        else expect(values).toEqual(slow);
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it('does not change as of a date by anything known later', () => {
    fc.assert(
      fc.property(facts, aggregations[name]!, asOfDay, (all, aggregation, asOf) => {
        expect(valuesOf(knownBy(all, asOf), aggregation, asOf)).toEqual(valuesOf(all, aggregation, asOf));
      }),
      { numRuns: 400, seed: 2 },
    );
  });
});

describe('the aggregations', () => {
  it('all have a twin and a leak test, here or beside those made from others', () => {
    const all = aggregationSchema.options.map((option) => option.shape.type.value);
    const madeFromOthers = ['ratio', 'zScore', 'peerPercentile', 'formula'];
    expect([...names, ...madeFromOthers].sort()).toEqual([...all].sort());
  });
});

describe('the generated datasets', () => {
  it.each(names)('give %s values on some rows', (name) => {
    const seen = { numbers: 0, missing: 0 };
    fc.assert(
      fc.property(facts, aggregations[name]!, asOfDay, (all, aggregation, asOf) => {
        for (const value of valuesOf(all, aggregation, asOf))
          seen[Number.isNaN(value) ? 'missing' : 'numbers']++;
      }),
      { numRuns: 600, seed: 3 },
    );
    expect(seen.numbers).toBeGreaterThan(50);
    if (name !== 'tenure') expect(seen.missing).toBeGreaterThan(20);
  });
});

describe('a ratio', () => {
  const measures = new Map(
    [
      measure('usage', { type: 'sum', metric: 'm0', lookback: 30, shift: 0, noRow: 'byKind' }),
      measure('before', { type: 'sum', metric: 'm0', lookback: 30, shift: 30, noRow: 'byKind' }),
      measure('tier', { type: 'attribute', attribute: 'tier' }),
      measure('seats', { type: 'attribute', attribute: 'seats' }),
      measure('self', { type: 'ratio', numerator: 'usage', denominator: 'self' }),
    ].map((m) => [m.id, m]),
  );

  it.each([
    ['usage', 'before'],
    ['usage', 'seats'],
    ['usage', 'tier'],
  ])(
    'of %s to %s divides them, missing where either is or the denominator is 0',
    (numerator, denominator) => {
      fc.assert(
        fc.property(facts, asOfDay, (all, asOf) => {
          const rows = rowsAsOf(all, asOf);
          const compute = (m: Measure) => Array.from(computeMeasure(toDataset(all), m, measures, rows));
          const top = compute(measures.get(numerator)!);
          const bottom = compute(measures.get(denominator)!);
          const slow = top.map((x, r) => (bottom[r] === 0 ? Number.NaN : x / bottom[r]!));
          const ratio = compute(measure('r', { type: 'ratio', numerator, denominator }));
          ratio.forEach((value, r) => {
            if (Number.isNaN(slow[r]!)) expect(value).toBeNaN();
            else expect(value).toBeCloseTo(slow[r]!, 6);
          });
        }),
        { numRuns: 300, seed: 4 },
      );
    },
  );

  it.each(['before', 'tier'])(
    'over %s does not change as of a date by anything known later',
    (denominator) => {
      const ratio = measure('r', { type: 'ratio', numerator: 'usage', denominator });
      fc.assert(
        fc.property(facts, asOfDay, (all, asOf) => {
          const compute = (known: Facts) =>
            computeMeasure(toDataset(known), ratio, measures, rowsAsOf(known, asOf));
          expect(compute(knownBy(all, asOf))).toEqual(compute(all));
        }),
        { numRuns: 300, seed: 6 },
      );
    },
  );

  it('over a sum that is 0 on paper is missing, like a change from it', () => {
    const start = 19_000;
    const cells = [0.1, 0.2, -0.3, 15].map((value, d) => ({
      ...{ account: 0, day: start + 10 * d, value },
      knownOn: start + 10 * d,
    }));
    const all: Facts = {
      ...{ accounts: 1, tickets: [], acts: [], tiers: [] },
      metrics: [{ ...{ name: 'm0', kind: 'flow', grain: 'day', lagDays: 0 }, rows: cells }],
      lives: [{ account: 0, startDay: start, noticeDay: null, endDay: null, assumedStart: false }],
    };
    const window = { metric: 'm0', lookback: 30, shift: 0, noRow: 'byKind' } as const;
    const at = (aggregation: Aggregation) =>
      Array.from(
        computeMeasure(toDataset(all), measure('x', aggregation), measures, rowsAsOf(all, start + 59)),
      );
    expect(0.1 + 0.2 - 0.3).not.toBe(0);
    expect(at({ ...window, type: 'sum', shift: 30 })).toEqual([0]);
    expect(at({ ...window, type: 'sum' })).toEqual([15]);
    expect(at({ type: 'ratio', numerator: 'usage', denominator: 'before' })).toEqual([Number.NaN]);
    expect(at({ ...window, type: 'change' })).toEqual([Number.NaN]);
  });

  it('over itself is missing', () => {
    fc.assert(
      fc.property(facts, asOfDay, (all, asOf) => {
        const values = computeMeasure(toDataset(all), measures.get('self')!, measures, rowsAsOf(all, asOf));
        expect(values.every(Number.isNaN)).toBe(true);
      }),
      { numRuns: 20, seed: 5 },
    );
  });
});

describe('an attribute', () => {
  it('is the number behind its text, missing where there is none', () => {
    const all: Facts = {
      accounts: 4,
      metrics: [],
      tickets: [],
      acts: [],
      tiers: [],
      lives: [0, 1, 2, 3].map((account) => ({
        account,
        startDay: 0,
        noticeDay: null,
        endDay: null,
        assumedStart: false,
      })),
    };
    expect(valuesOf(all, { type: 'attribute', attribute: 'seats' }, 10)).toEqual([
      10,
      1200,
      Number.NaN,
      Number.NaN,
    ]);
  });
});

describe.each<Aggregation>([
  { type: 'tenure' },
  { type: 'latest', metric: 'nowhere', staleAfterDays: null },
  { type: 'attribute', attribute: 'nowhere' },
  { type: 'recordCount', source: 'nowhere', lookbackDays: 5, filters: [], openOnly: false },
  { type: 'daysSinceRecord', source: 'nowhere', filters: [] },
  { type: 'ratio', numerator: 'nowhere', denominator: 'nowhere' },
  { type: 'slope', metric: 'nowhere', lookback: 5, shift: 0, noRow: 'zero' },
  { type: 'nps', metric: 'nowhere', lookback: 5, shift: 0 },
  { type: 'recordSum', source: 'nowhere', column: 'rating', lookbackDays: 5, filters: [] },
  { type: 'recordNps', source: 'tickets', column: 'nowhere', lookbackDays: 500, filters: [] },
  { type: 'latestRecord', source: 'tickets', column: 'nowhere', staleAfterDays: null, filters: [] },
  { type: 'zScore', measure: 'nowhere', steps: 6 },
  { type: 'peerPercentile', measure: 'nowhere', attribute: null },
  { type: 'formula', formula: '[nowhere]' },
  { type: 'formula', formula: '1 +' },
])('$type without its data', (aggregation) => {
  it('is missing, or needs none', () => {
    fc.assert(
      fc.property(facts, asOfDay, (all, asOf) => {
        const values = valuesOf(all, aggregation, asOf);
        expect(values.every((value) => Number.isNaN(value) === (aggregation.type !== 'tenure'))).toBe(true);
      }),
      { numRuns: 20, seed: 6 },
    );
  });
});

/** Two ways to the same sums differ in the last digits. */
function expectNearly(values: readonly number[], slow: readonly number[]): void {
  expect(values.map(Number.isNaN)).toEqual(slow.map(Number.isNaN));
  values.forEach((value, r) => {
    if (!Number.isNaN(value)) expect(value).toBeCloseTo(slow[r]!, 7);
  });
}

function measure(id: string, aggregation: Aggregation): Measure {
  return { id, name: id, aggregation, direction: 'higher', actionable: false };
}

function valuesOf(all: Facts, aggregation: Aggregation, asOf: number): number[] {
  const rows = rowsAsOf(all, asOf);
  return Array.from(computeMeasure(toDataset(all), measure('m', aggregation), new Map(), rows));
}
