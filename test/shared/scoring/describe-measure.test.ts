import { describe, expect, it } from 'vitest';
import type { Aggregation, Measure } from '../../../shared/schemas/measure.ts';
import { describeMeasure } from '../../../shared/scoring/design-hash.ts';

const logins: Aggregation = { type: 'latest', metric: 'logins', staleAfterDays: null };
const seats: Aggregation = { type: 'attribute', attribute: 'seats' };

function textOf(root: string, all: Readonly<Record<string, Aggregation>>): string {
  const measures = new Map(
    Object.entries(all).map(([id, aggregation]): [string, Measure] => [
      id,
      { id, name: id, aggregation, direction: 'higher', actionable: false },
    ]),
  );
  return JSON.stringify(describeMeasure(root, measures, new Set()));
}

describe('the definition of a measure', () => {
  it('of a ratio holds its parts, as designs graded before have it', () => {
    const text = textOf('r', { r: { type: 'ratio', numerator: 'a', denominator: 'b' }, a: logins, b: seats });
    expect(JSON.parse(text)).toEqual({ type: 'ratio', numerator: logins, denominator: seats });
  });

  it.each<(id: string) => Aggregation>([
    (id) => ({ type: 'formula', formula: `[${id}] * 2` }),
    (id) => ({ type: 'zScore', measure: id, steps: 6 }),
    (id) => ({ type: 'peerPercentile', measure: id, attribute: null }),
  ])('made from others follows them and not their ids', (over) => {
    const one = textOf('x', { x: over('a'), a: logins });
    expect(textOf('y', { y: over('b'), b: logins })).toBe(one);
    expect(textOf('x', { x: over('a'), a: seats })).not.toBe(one);
  });

  it('tells which part stands where', () => {
    const parts = { a: logins, b: seats };
    const one = textOf('x', { x: { type: 'formula', formula: '[a] / [b]' }, ...parts });
    expect(textOf('x', { x: { type: 'formula', formula: '[b] / [a]' }, ...parts })).not.toBe(one);
    const copies = { a: logins, b: seats, c: logins };
    const twice = textOf('x', { x: { type: 'formula', formula: '[a] / [a]' }, ...copies });
    expect(textOf('x', { x: { type: 'formula', formula: '[a] / [c]' }, ...copies })).toBe(twice);
  });

  it('ends in cycles and stays short when every measure names every other', () => {
    const names = Array.from({ length: 20 }, (_, i) => `m${i}`);
    const formula = names.map((name) => `[${name}]`).join('+');
    const all = Object.fromEntries(
      names.map((name): [string, Aggregation] => [name, { type: 'formula', formula }]),
    );
    expect(textOf('m0', all).length).toBeLessThan(10_000);
    const loop: Aggregation = { type: 'ratio', numerator: 'b', denominator: 'a' };
    expect(textOf('a', { a: loop, b: logins })).toContain('null');
  });
});
