import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, endOfMonth } from '../../../shared/csv/calendar.ts';
import { type AsOfRows, computeMeasure } from '../../../shared/measures/compute-measure.ts';
import type { Aggregation, Measure } from '../../../shared/schemas/measure.ts';
import {
  asOfDay,
  type Facts,
  FIRST_DAY,
  facts,
  knownBy,
  rowsAsOf,
  SPAN,
  toDataset,
} from '../../helpers/random-dataset.ts';

const bases = [
  measure('latest', { type: 'latest', metric: 'm0', staleAfterDays: null }),
  measure('sum', { type: 'sum', metric: 'm0', lookback: 20, shift: 0, noRow: 'zero' }),
  measure('tickets', {
    type: 'recordCount',
    source: 'tickets',
    lookbackDays: 90,
    filters: [],
    openOnly: false,
  }),
  measure('tenure', { type: 'tenure' }),
];
const byId = new Map(bases.map((base) => [base.id, base]));
const baseId = fc.constantFrom('latest', 'sum', 'tickets');
/** Late enough for six months of history. */
const lateDay = fc.integer({ min: FIRST_DAY + SPAN - 20, max: FIRST_DAY + SPAN + 40 });
const anyDay = fc.oneof(asOfDay, lateDay, lateDay.map(endOfMonth));

describe('an own-history z-score', () => {
  const aggregation = fc.record({
    type: fc.constant('zScore' as const),
    measure: baseId,
    steps: fc.integer({ min: 6, max: 9 }),
  });

  it('equals mean and standard deviation over the list of earlier values', () => {
    let numbers = 0;
    fc.assert(
      fc.property(facts, aggregation, anyDay, (all, zScore, asOf) => {
        const rows = rowsAsOf(all, asOf);
        const values = compute(all, zScore, rows);
        rows.account.forEach((_, r) => {
          const slow = slowZScore(all, zScore, oneRow(rows, r));
          if (Number.isNaN(slow)) expect(values[r]).toBeNaN();
          else {
            numbers++;
            expect(values[r]).toBeCloseTo(slow, 6);
          }
        });
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(numbers).toBeGreaterThan(50);
  });

  it('does not change as of a date by anything known later', () => {
    expectNoLeak(aggregation);
  });

  it('inside another one is missing, as is one over a constant', () => {
    fc.assert(
      fc.property(facts, lateDay, (all, asOf) => {
        const rows = rowsAsOf(all, asOf);
        const inner = measure('z', { type: 'zScore', measure: 'latest', steps: 6 });
        const outer: Aggregation = { type: 'zScore', measure: 'z', steps: 6 };
        expect(compute(all, outer, rows, [inner]).every(Number.isNaN)).toBe(true);
        const third = measure('third', { type: 'formula', formula: '0.1 + [tenure] * 0' });
        const flat: Aggregation = { type: 'zScore', measure: 'third', steps: 6 };
        expect(compute(all, flat, rows, [third]).every(Number.isNaN)).toBe(true);
      }),
      { numRuns: 30, seed: 2 },
    );
  });
});

describe('a peer percentile', () => {
  const aggregation = fc.record({
    type: fc.constant('peerPercentile' as const),
    measure: fc.constantFrom('latest', 'sum', 'tickets', 'tenure'),
    attribute: fc.constantFrom(null, 'plan'),
  });

  it('equals counting who is below and who is equal', () => {
    const seen = { numbers: 0, missing: 0 };
    fc.assert(
      fc.property(facts, aggregation, asOfDay, (all, percentile, asOf) => {
        const rows = rowsAsOf(all, asOf);
        const values = compute(all, percentile, rows);
        rows.account.forEach((_, r) => {
          const slow = slowPercentile(all, percentile, oneRow(rows, r));
          seen[Number.isNaN(slow) ? 'missing' : 'numbers']++;
          if (Number.isNaN(slow)) expect(values[r]).toBeNaN();
          else expect(values[r]).toBeCloseTo(slow, 9);
        });
      }),
      { numRuns: 400, seed: 3 },
    );
    expect(seen.numbers).toBeGreaterThan(100);
    expect(seen.missing).toBeGreaterThan(50);
  });

  it('does not change as of a date by anything known later', () => {
    expectNoLeak(aggregation);
  });

  it('is the same for one account alone, and for several dates at once', () => {
    fc.assert(
      fc.property(facts, aggregation, asOfDay, asOfDay, (all, percentile, one, other) => {
        const both = joinRows(rowsAsOf(all, one), rowsAsOf(all, other));
        const together = compute(all, percentile, both);
        const apart = Array.from(both.account, (_, r) => compute(all, percentile, oneRow(both, r))[0]);
        expect(together).toEqual(apart);
      }),
      { numRuns: 150, seed: 4 },
    );
  });

  it('nested without end comes to an end', () => {
    const chain = Array.from({ length: 30 }, (_, i) =>
      measure(`p${i}`, {
        type: 'peerPercentile',
        measure: i === 0 ? 'tenure' : `p${i - 1}`,
        attribute: null,
      }),
    );
    const [all] = fc.sample(facts, { numRuns: 1, seed: 5 });
    const top: Aggregation = { type: 'peerPercentile', measure: 'p29', attribute: null };
    const values = compute(all!, top, rowsAsOf(all!, FIRST_DAY + SPAN), chain);
    expect(values.every(Number.isNaN)).toBe(true);
  });
});

describe('a formula over measures', () => {
  const texts = fc.constantFrom(
    '([latest] + [sum]) × 2 − [tickets] ÷ [latest]',
    'max([latest], [sum], 1) - min([tickets], 2)',
    '-[latest] / ([sum] - [sum])',
    '[tenure] * 0.1',
  );
  const slow: Readonly<Record<string, (v: Readonly<Record<string, number>>) => number>> = {
    '([latest] + [sum]) × 2 − [tickets] ÷ [latest]': (v) =>
      v.latest === 0 ? Number.NaN : (v.latest! + v.sum!) * 2 - v.tickets! / v.latest!,
    'max([latest], [sum], 1) - min([tickets], 2)': (v) => {
      if ([v.latest, v.sum, v.tickets].some((x) => Number.isNaN(x!))) return Number.NaN;
      return Math.max(v.latest!, v.sum!, 1) - Math.min(v.tickets!, 2);
    },
    '-[latest] / ([sum] - [sum])': () => Number.NaN,
    '[tenure] * 0.1': (v) => v.tenure! / 10,
  };
  const aggregation = texts.map((formula): Aggregation => ({ type: 'formula', formula }));

  it('equals the same arithmetic on single values', () => {
    fc.assert(
      fc.property(facts, texts, asOfDay, (all, formula, asOf) => {
        const rows = rowsAsOf(all, asOf);
        const values = compute(all, { type: 'formula', formula }, rows);
        rows.account.forEach((_, r) => {
          const parts = Object.fromEntries(
            bases.map((base) => [base.id, compute(all, base.aggregation, oneRow(rows, r))[0]!]),
          );
          const expected = slow[formula]!(parts);
          if (Number.isNaN(expected)) expect(values[r]).toBeNaN();
          else expect(values[r]).toBeCloseTo(expected, 5);
        });
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  it('does not change as of a date by anything known later', () => {
    expectNoLeak(aggregation);
  });

  it('treats a difference that is 0 on paper as a 0 to divide by', () => {
    const [all] = fc.sample(facts, { numRuns: 1, seed: 7 });
    const rows = rowsAsOf(all!, FIRST_DAY + SPAN);
    const formula = '[tenure] / (0.3 - 0.1 - 0.2)';
    expect(compute(all!, { type: 'formula', formula }, rows).every(Number.isNaN)).toBe(true);
  });
});

describe('measures that lead back to themselves', () => {
  it.each<readonly [string, Aggregation, Aggregation]>([
    ['formulas', { type: 'formula', formula: '[b] + 1' }, { type: 'formula', formula: '[a] + 1' }],
    [
      'a ratio',
      { type: 'ratio', numerator: 'b', denominator: 'tenure' },
      { type: 'formula', formula: 'max([a], 1)' },
    ],
    ['a z-score', { type: 'zScore', measure: 'b', steps: 6 }, { type: 'formula', formula: '[a]' }],
    [
      'percentiles',
      { type: 'peerPercentile', measure: 'b', attribute: null },
      { type: 'peerPercentile', measure: 'a', attribute: null },
    ],
  ])('are missing: %s', (_, a, b) => {
    const [all] = fc.sample(facts, { numRuns: 1, seed: 8 });
    const rows = rowsAsOf(all!, FIRST_DAY + SPAN);
    expect(rows.account.length).toBeGreaterThan(0);
    const others = [measure('a', a), measure('b', b)];
    for (const formula of ['[a]', '[b]', '[b] + [a]']) {
      expect(compute(all!, { type: 'formula', formula }, rows, others).every(Number.isNaN)).toBe(true);
    }
  });

  it('end at once when every one names every other', () => {
    const names = Array.from({ length: 25 }, (_, i) => `x${i}`);
    const formula = names.map((name) => `[${name}]`).join('+');
    const all = names.map((name) => measure(name, { type: 'formula', formula }));
    const [some] = fc.sample(facts, { numRuns: 1, seed: 9 });
    const values = compute(some!, all[0]!.aggregation, rowsAsOf(some!, FIRST_DAY + SPAN), all);
    expect(values.every(Number.isNaN)).toBe(true);
  });

  it('cost no more for being used twice at each of forty levels', () => {
    const levels = Array.from({ length: 40 }, (_, i) =>
      measure(`d${i}`, { type: 'formula', formula: i === 0 ? '1' : `[d${i - 1}] + [d${i - 1}]` }),
    );
    const [some] = fc.sample(facts, { numRuns: 1, seed: 10 });
    const values = compute(
      some!,
      { type: 'formula', formula: '[d39]' },
      rowsAsOf(some!, FIRST_DAY + SPAN),
      levels,
    );
    expect(values.every((value) => value === 2 ** 39)).toBe(true);
  });
});

function measure(id: string, aggregation: Aggregation): Measure {
  return { id, name: id, aggregation, direction: 'higher', actionable: false };
}

function compute(
  all: Facts,
  aggregation: Aggregation,
  rows: AsOfRows,
  others: readonly Measure[] = [],
): number[] {
  const measures = new Map([...byId, ...others.map((other) => [other.id, other] as const)]);
  return Array.from(computeMeasure(toDataset(all), measure('top', aggregation), measures, rows));
}

function expectNoLeak(aggregation: fc.Arbitrary<Aggregation>): void {
  fc.assert(
    fc.property(facts, aggregation, anyDay, (all, some, asOf) => {
      const rows = rowsAsOf(all, asOf);
      expect(compute(knownBy(all, asOf), some, rows)).toEqual(compute(all, some, rows));
    }),
    { numRuns: 300, seed: 11 },
  );
}

function slowZScore(
  all: Facts,
  { measure: id, steps }: { measure: string; steps: number },
  row: AsOfRows,
): number {
  const t = row.asOf[0]!;
  const valueAt = (day: number) =>
    day < row.lifeStart[0]!
      ? Number.NaN
      : compute(all, byId.get(id)!.aggregation, { ...row, asOf: Int32Array.of(day) })[0]!;
  const earlier: number[] = [];
  for (let step = 1; step <= steps; step++) {
    const back = addMonths(t, -step);
    const value = valueAt(endOfMonth(t) === t ? endOfMonth(back) : back);
    if (!Number.isNaN(value)) earlier.push(value);
  }
  if (earlier.length < 6 || new Set(earlier).size === 1) return Number.NaN;
  const mean = earlier.reduce((sum, value) => sum + value, 0) / earlier.length;
  const variance = earlier.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (earlier.length - 1);
  return (valueAt(t) - mean) / Math.sqrt(variance);
}

function slowPercentile(
  all: Facts,
  { measure: id, attribute }: { measure: string; attribute: string | null },
  row: AsOfRows,
): number {
  const plans = ['pro', 'pro', undefined, 'pro'];
  const t = row.asOf[0]!;
  const own = compute(all, byId.get(id)!.aggregation, row)[0]!;
  const plan = plans[row.account[0]!];
  if (attribute === 'plan' && plan === undefined) return Number.NaN;
  const covering = rowsAsOf(all, t);
  const peers = Array.from(covering.account, (account, r) => ({ account, start: covering.lifeStart[r]!, r }))
    .filter(({ account, start }) => {
      const life = all.lives.find((other) => other.account === account && other.startDay === start)!;
      return life.noticeDay === null || life.noticeDay > t;
    })
    .filter(({ account }) => attribute === null || plans[account] === plan)
    .map(({ r }) => compute(all, byId.get(id)!.aggregation, oneRow(covering, r))[0]!)
    .filter((value) => !Number.isNaN(value));
  if (peers.length === 0 || Number.isNaN(own)) return Number.NaN;
  const below = peers.filter((value) => value < own).length;
  const equal = peers.filter((value) => value === own).length;
  return (100 * (below + equal / 2)) / peers.length;
}

function oneRow(rows: AsOfRows, r: number): AsOfRows {
  return {
    account: rows.account.slice(r, r + 1),
    lifeStart: rows.lifeStart.slice(r, r + 1),
    recordsFrom: rows.recordsFrom.slice(r, r + 1),
    asOf: rows.asOf.slice(r, r + 1),
  };
}

function joinRows(one: AsOfRows, other: AsOfRows): AsOfRows {
  const join = (key: keyof AsOfRows) => Int32Array.from([...one[key], ...other[key]]);
  return {
    account: join('account'),
    lifeStart: join('lifeStart'),
    recordsFrom: join('recordsFrom'),
    asOf: join('asOf'),
  };
}
