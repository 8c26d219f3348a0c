import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceRows } from '../../../shared/measures/source-rows.ts';
import type { Aggregation, Measure } from '../../../shared/schemas/measure.ts';
import { asOfDay, type Facts, facts, knownBy, rowsAsOf, toDataset } from '../../helpers/random-dataset.ts';

const last: Aggregation = { type: 'latest', metric: 'm0', staleAfterDays: null };
const bugs: Aggregation = {
  type: 'recordSum',
  source: 'tickets',
  column: 'rating',
  lookbackDays: 60,
  filters: [{ column: 'kind', operator: 'equals', value: 'bug' }],
};
const both: Aggregation = { type: 'formula', formula: '[last] + [bugs] + [seats]' };
const others = new Map<string, Measure>(
  [
    measure('last', last),
    measure('bugs', bugs),
    measure('seats', { type: 'attribute', attribute: 'seats' }),
  ].map((one) => [one.id, one]),
);

describe('the rows behind a value', () => {
  it('of a metric were known by the date; the newest number is the one used', () => {
    eachRow((all, row) => {
      const known = all.metrics[0]!.rows.filter(
        ({ account, day, knownOn }) => account === row.account && day <= row.asOf && knownOn <= row.asOf,
      )
        .filter(({ day }) => day >= row.lifeStart)
        .sort((a, b) => b.day - a.day);
      const newest = known.find(({ value }) => !Number.isNaN(value));
      const others = known.filter((each) => each !== newest).slice(0, newest === undefined ? 5 : 4);
      const expected = [...(newest === undefined ? [] : [newest]), ...others]
        .sort((a, b) => b.day - a.day)
        .map((each) => ({
          day: each.day,
          source: 'm0',
          value: Number.isNaN(each.value) ? null : each.value,
          text: '',
          used: each === newest,
        }));
      expect(sourceRows(toDataset(all), measure('x', last), new Map(), row, 5)).toEqual({
        rows: expected,
        more: known.length - expected.length,
        moreUsed: 0,
      });
    });
  });

  it('are the records of the window that pass the filters, with the cell as typed; numbers are used', () => {
    let seen = 0;
    eachRow((all, row) => {
      const passing = all.tickets
        .filter(({ account, kind, day }) => account === row.account && kind === 'bug' && day <= row.asOf)
        .filter(({ knownOn }) => knownOn <= row.asOf)
        .filter(({ day }) => day > row.asOf - 60 && day >= row.recordsFrom)
        .map(({ day, rating }) => ({ day, text: rating, used: !['', 'none'].includes(rating) }));
      const { rows, more, moreUsed } = sourceRows(toDataset(all), measure('x', bugs), others, row, 5);
      const used = passing.filter((each) => each.used);
      seen += passing.length;
      expect(rows.length + more).toBe(passing.length);
      expect(rows.filter((each) => each.used)).toHaveLength(Math.min(5, used.length));
      expect(moreUsed).toBe(Math.max(0, used.length - 5));
      for (const { day, text, used: isUsed } of rows)
        expect(passing).toContainEqual({ day, text, used: isUsed });
    });
    expect(seen).toBeGreaterThan(50);
  });

  it('mark the days above 0, the smallest number and the last record', () => {
    eachRow((all, row) => {
      const usedOf = (aggregation: Aggregation) =>
        sourceRows(toDataset(all), measure('x', aggregation), others, row, 100).rows.filter(
          ({ used }) => used,
        );
      const days = usedOf({ type: 'activeDays', metric: 'm0', lookback: 20, shift: 0 });
      expect(days.every(({ value }) => value !== null && value > 0)).toBe(true);
      const window = { metric: 'm0', lookback: 20, shift: 0, noRow: 'missing' } as const;
      const numbers = usedOf({ type: 'sum', ...window }).map(({ value }) => value ?? 0);
      const smallest = Math.min(...numbers);
      expect(usedOf({ type: 'min', ...window })).toHaveLength(
        numbers.filter((value) => value === smallest).length,
      );
      const records = usedOf({ type: 'daysSinceRecord', source: 'tickets', filters: [] });
      expect(records.length).toBeLessThanOrEqual(1);
    });
  });

  it('of a formula come from all its measures, newest first, an attribute last', () => {
    eachRow((all, row) => {
      const { rows } = sourceRows(toDataset(all), measure('x', both), others, row, 1000);
      const dated = rows.flatMap(({ day }) => day ?? []);
      expect(dated).toEqual([...dated].sort((a, b) => b - a));
      expect(rows.filter(({ day }) => day === null).map(({ source }) => source)).toEqual(['seats']);
      expect(rows.at(-1)?.day).toBeNull();
    });
  });

  it('do not change by anything known later', () => {
    eachRow((all, row) => {
      const earlier = toDataset(knownBy(all, row.asOf));
      const rowsOf = (dataset: ReturnType<typeof toDataset>) =>
        sourceRows(dataset, measure('x', both), others, row, 5);
      expect(rowsOf(earlier)).toEqual(rowsOf(toDataset(all)));
    });
  });
});

interface Row {
  readonly account: number;
  readonly lifeStart: number;
  readonly recordsFrom: number;
  readonly asOf: number;
}

function eachRow(check: (all: Facts, row: Row) => void): void {
  fc.assert(
    fc.property(facts, asOfDay, (all, asOf) => {
      const rows = rowsAsOf(all, asOf);
      rows.account.forEach((account, r) => {
        check(all, { account, lifeStart: rows.lifeStart[r]!, recordsFrom: rows.recordsFrom[r]!, asOf });
      });
    }),
    { numRuns: 150, seed: 1 },
  );
}

function measure(id: string, aggregation: Aggregation): Measure {
  return { id, name: id, aggregation, direction: 'higher', actionable: false };
}
