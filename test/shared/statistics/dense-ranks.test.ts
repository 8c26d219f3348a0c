import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denseRanks } from '../../../shared/statistics/dense-ranks.ts';

function ranksOf(values: readonly number[]) {
  const places = new Int32Array(values.length).fill(99);
  const levels = denseRanks(Float64Array.from(values), places);
  return { levels, places: Array.from(places) };
}

function slowRanks(values: readonly number[]) {
  const present = values.filter((value) => !Number.isNaN(value)).map((value) => value + 0);
  const distinct = [...new Set(present)].sort((a, b) => a - b);
  return { levels: distinct.length, places: values.map((value) => distinct.indexOf(value + 0)) };
}

describe('denseRanks', () => {
  it.each<[string, number[]]>([
    ['nothing', []],
    ['missing alone', [Number.NaN, Number.NaN]],
    ['zeros of both signs', [0, -0, -1, 1]],
    ['zeros of both signs among fractions', [0.5, -0, 0, -0.5]],
    ['the ends of the line', [Infinity, -Infinity, 0, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324]],
    ['whole numbers far apart', [-1e15, 1e15, 3, 2, 3]],
  ])('ranks %s', (_, values) => {
    expect(ranksOf(values)).toEqual(slowRanks(values));
  });

  it('ranks thousands of fractions alike', () => {
    const values = Array.from({ length: 9000 }, (_, i) =>
      i % 50 === 0 ? Number.NaN : (((i * 7919) % 5000) - 2500) / (i % 3 === 0 ? 7 : 13),
    );
    const { levels, places } = ranksOf(values);
    const few = values.slice(0, 3000);
    expect(ranksOf(few)).toEqual(slowRanks(few));
    const lowest = new Map(places.map((place, i) => [place, values[i]!]));
    expect(levels).toBe(new Set(values.filter((value) => !Number.isNaN(value))).size);
    for (let place = 1; place < levels; place++)
      expect(lowest.get(place)!).toBeGreaterThan(lowest.get(place - 1)!);
    expect(places.every((place, i) => (place === -1) === Number.isNaN(values[i]!))).toBe(true);
  });

  it('ranks any numbers as a sort of the distinct ones does', () => {
    const value = fc.oneof(
      fc.double(),
      fc.integer({ min: -40, max: 40 }),
      fc.integer({ min: -4000, max: 4000 }).map((n) => n / 7),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 200 }), (values) => {
        expect(ranksOf(values)).toEqual(slowRanks(values));
      }),
      { numRuns: 500 },
    );
  });
});
