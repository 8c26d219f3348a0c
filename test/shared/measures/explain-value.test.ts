import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../shared/measures/compute-measure.ts';
import { evaluateFormula } from '../../../shared/measures/evaluate-formula.ts';
import { explainValue } from '../../../shared/measures/explain-value.ts';
import { parseFormula } from '../../../shared/measures/formula-parser.ts';
import { sourceRows } from '../../../shared/measures/source-rows.ts';
import type { Aggregation, Measure } from '../../../shared/schemas/measure.ts';
import type { ValueWorking } from '../../../shared/schemas/value-working.ts';
import { asOfDay, type Facts, facts, knownBy, rowsAsOf, toDataset } from '../../helpers/random-dataset.ts';
import { aggregations } from './random-aggregation.ts';

const parts = new Map(
  [
    measure('sum', { type: 'sum', metric: 'm0', lookback: 20, shift: 0, noRow: 'byKind' }),
    measure('tickets', {
      type: 'recordCount',
      source: 'tickets',
      lookbackDays: 60,
      filters: [],
      openOnly: false,
    }),
    measure('tenure', { type: 'tenure' }),
  ].map((one) => [one.id, one]),
);
const composites: Record<string, fc.Arbitrary<Aggregation>> = {
  ratio: fc.constant({ type: 'ratio', numerator: 'sum', denominator: 'tenure' }),
  formula: fc.constant({ type: 'formula', formula: 'max([sum], 1) × 2 − [tickets]' }),
  zScore: fc.constant({ type: 'zScore', measure: 'sum', steps: 8 }),
  peerPercentile: fc.record({
    type: fc.constant('peerPercentile' as const),
    measure: fc.constantFrom('tenure', 'tickets'),
    attribute: fc.constantFrom(null, 'plan'),
  }),
};
const all = { ...aggregations, ...composites };

describe.each(Object.keys(all))('the arithmetic of %s', (name) => {
  it('gives the value, and is there exactly where the value is', () => {
    let seen = 0;
    eachRow(all[name]!, (given, one, row, value) => {
      const working = explainValue(toDataset(given), one, parts, row);
      if (Number.isNaN(value)) return expect(working).toBeNull();
      const result = resultOf(working, given, one, row);
      if (result !== null) expect(result).toBeCloseTo(value, 6);
      if (name !== 'attribute') expect(working).not.toBeNull();
      seen++;
    });
    expect(seen).toBeGreaterThanOrEqual(5);
  });

  it('does not change by anything known later', () => {
    eachRow(all[name]!, (given, one, row) => {
      expect(explainValue(toDataset(knownBy(given, row.asOf)), one, parts, row)).toEqual(
        explainValue(toDataset(given), one, parts, row),
      );
    });
  });
});

describe('a mean', () => {
  it('says 26 over 28 days, of which some have no row', () => {
    const days = [1, 2, 3, 5, 8];
    const given: Facts = {
      accounts: 4,
      lives: [{ account: 0, startDay: 19000, noticeDay: null, endDay: null, assumedStart: false }],
      metrics: [
        {
          ...{ name: 'm0', kind: 'flow', grain: 'day', lagDays: 0 },
          rows: [
            { account: 0, day: 19040, value: 4, knownOn: 19040 },
            ...days.map((back) => ({
              account: 0,
              day: 19040 + back,
              value: 2 + back,
              knownOn: 19040 + back,
            })),
          ],
        },
      ],
      ...{ tickets: [], acts: [], tiers: [] },
    };
    const mean = measure('mean', { type: 'mean', metric: 'm0', lookback: 28, shift: 0, noRow: 'byKind' });
    const row = { account: 0, lifeStart: 19000, recordsFrom: 19000, asOf: 19048 };
    // The metric begins on day 19040, so 9 of the 28 days lie inside its range; 6 of them have a row.
    expect(explainValue(toDataset(given), mean, new Map(), row)).toEqual({
      ...{ type: 'mean', total: 4 + 3 + 4 + 5 + 7 + 10, units: 9, empty: 3, grain: 'day' },
    });
    const { more, moreUsed } = sourceRows(toDataset(given), mean, new Map(), row, 5);
    expect({ more, moreUsed }).toEqual({ more: 1, moreUsed: 1 });
  });
});

interface Row {
  readonly account: number;
  readonly lifeStart: number;
  readonly recordsFrom: number;
  readonly asOf: number;
}

/** The line of arithmetic worked out again; null where the rows are what counts. */
function resultOf(working: ValueWorking | null, given: Facts, one: Measure, row: Row): number | null {
  if (working === null) return null;
  const { rows } = sourceRows(toDataset(given), one, parts, row, 1000);
  const used = rows.filter((each) => each.used);
  const numbers = used.flatMap(({ value }) => value ?? []);
  switch (working.type) {
    case 'sum':
      expect(working.rows).toBe(numbers.length);
      return numbers.reduce((sum, value) => sum + value, 0);
    case 'mean':
      return working.total / working.units;
    case 'min':
    case 'max':
      return Math[working.type](...numbers, ...(working.empty > 0 ? [0] : []));
    case 'activeDays':
      expect(used.length).toBeLessThanOrEqual(working.units);
      return used.length;
    case 'latest':
      expect(used.map(({ day }) => day)).toEqual([working.day]);
      return used[0]!.value ?? null;
    case 'daysBetween':
      return working.to - working.from;
    case 'change':
      return working.now / working.before - 1;
    case 'nps':
      return ((working.promoters - working.detractors) / working.answers) * 100;
    case 'ratio':
      return working.numerator.value / working.denominator.value;
    case 'formula': {
      const parsed = parseFormula(working.formula);
      const values = new Map(working.parts.map(({ id, value }) => [id, value]));
      if (!parsed.ok) return Number.NaN;
      return evaluateFormula(parsed.formula, (id) => Float64Array.of(values.get(id)!), 1)[0]!;
    }
    case 'zScore':
      return (working.value - working.mean) / working.deviation;
    case 'peerPercentile':
      return (100 * (working.below + working.equal / 2)) / working.peers;
    case 'recordCount':
      return used.length;
    case 'slope':
      expect(working.points).toBe(numbers.length + working.empty);
      return null;
    case 'distinct':
      expect(working.rows).toBe(used.length);
      return null;
    case 'recordSum':
      expect(working.records).toBe(used.length);
      return null;
  }
}

function eachRow(
  aggregation: fc.Arbitrary<Aggregation>,
  check: (given: Facts, one: Measure, row: Row, value: number) => void,
): void {
  fc.assert(
    fc.property(facts, aggregation, asOfDay, (given, drawn, asOf) => {
      const rows = rowsAsOf(given, asOf);
      const one = measure('x', drawn);
      computeMeasure(toDataset(given), one, parts, rows).forEach((value, r) => {
        const [account, lifeStart] = [rows.account[r]!, rows.lifeStart[r]!];
        check(given, one, { account, lifeStart, recordsFrom: rows.recordsFrom[r]!, asOf }, value);
      });
    }),
    { numRuns: 200, seed: 4 },
  );
}

function measure(id: string, aggregation: Aggregation): Measure {
  return { id, name: id, aggregation, direction: 'higher', actionable: false };
}
