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
  it('are the newest of the metric that were known by the date', () => {
    eachRow((all, row) => {
      const expected = all.metrics[0]!.rows.filter(
        ({ account, day, knownOn }) => account === row.account && day <= row.asOf && knownOn <= row.asOf,
      )
        .filter(({ day }) => day >= row.lifeStart)
        .sort((a, b) => b.day - a.day)
        .slice(0, 5)
        .map(({ day, value }) => ({
          day,
          source: 'm0',
          value: Number.isNaN(value) ? null : value,
          text: '',
        }));
      expect(sourceRows(toDataset(all), measure('x', last), others, row, 5)).toEqual(expected);
    });
  });

  it('are the records of the window that pass the filters, with the cell as typed', () => {
    let seen = 0;
    eachRow((all, row) => {
      const expected = all.tickets
        .filter(({ account, kind, day }) => account === row.account && kind === 'bug' && day <= row.asOf)
        .filter(({ knownOn }) => knownOn <= row.asOf)
        .filter(({ day }) => day > row.asOf - 60 && day >= row.recordsFrom)
        .reverse()
        .sort((a, b) => b.day - a.day)
        .slice(0, 5)
        .map(({ day, rating }) => ({ day, source: 'tickets', value: null, text: rating }));
      seen += expected.length;
      expect(sourceRows(toDataset(all), measure('x', bugs), others, row, 5)).toEqual(expected);
    });
    expect(seen).toBeGreaterThan(50);
  });

  it('of a formula come from all its measures, newest first, an attribute last', () => {
    eachRow((all, row) => {
      const rows = sourceRows(toDataset(all), measure('x', both), others, row, 100);
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
