import { describe, expect, it } from 'vitest';
import { freeName, measureMeanings } from '../../../shared/measures/measure-meaning.ts';
import type { Aggregation, Measure } from '../../../shared/schemas/measure.ts';

const metrics = [
  { name: 'users', kind: 'level' as const },
  { name: 'logins', kind: 'flow' as const },
];
const window = { metric: 'users', lookback: 1, shift: 0 };

function measure(id: string, aggregation: Aggregation): Measure {
  return { id, name: id, aggregation, direction: 'higher', actionable: false };
}

function isSame(a: Aggregation, b: Aggregation, parts: readonly Measure[] = []): boolean {
  const meanings = measureMeanings([measure('a', a), measure('b', b), ...parts], metrics);
  return meanings.get('a') === meanings.get('b');
}

describe('the meaning of a measure', () => {
  it('is that of its parts, whatever ids those have', () => {
    const parts = [
      measure('u1', { type: 'mean', ...window, noRow: 'byKind' }),
      measure('u2', { type: 'max', ...window, noRow: 'missing' }),
      measure('s1', { type: 'attribute', attribute: 'seats' }),
      measure('s2', { type: 'attribute', attribute: 'seats' }),
    ];
    const ratio = (numerator: string, denominator: string): Aggregation => ({
      type: 'ratio',
      numerator,
      denominator,
    });
    expect(isSame(ratio('u1', 's1'), ratio('u2', 's2'), parts)).toBe(true);
    expect(isSame(ratio('u1', 's1'), ratio('s1', 'u1'), parts)).toBe(false);
    const over = (a: string, b: string): Aggregation => ({ type: 'formula', formula: `[${a}] ÷ [${b}]` });
    expect(isSame(over('u1', 's1'), over('u2', 's2'), parts)).toBe(true);
  });

  it('reads the rule of the column’s kind as what it says', () => {
    const sum = (metric: string, noRow: 'byKind' | 'zero' | 'missing'): Aggregation => ({
      ...{ type: 'sum', metric, lookback: 28, shift: 0, noRow },
    });
    expect(isSame(sum('logins', 'byKind'), sum('logins', 'zero'))).toBe(true);
    expect(isSame(sum('users', 'byKind'), sum('users', 'zero'))).toBe(false);
    expect(isSame(sum('unknown', 'byKind'), sum('unknown', 'zero'))).toBe(false);
  });

  it('tells longer windows and other ways of computing apart', () => {
    const of = (type: 'mean' | 'sum', lookback: number): Aggregation => ({
      ...{ type, metric: 'users', lookback, shift: 0, noRow: 'byKind' },
    });
    expect(isSame(of('mean', 1), of('sum', 1))).toBe(true);
    expect(isSame(of('mean', 2), of('sum', 2))).toBe(false);
    expect(isSame({ type: 'tenure' }, of('mean', 1))).toBe(false);
  });
});

describe('a free name', () => {
  it('is the name itself or the next number', () => {
    expect(freeName('A', [])).toBe('A');
    expect(freeName('A', ['A', 'A (2)'])).toBe('A (3)');
    expect(freeName('x'.repeat(120), ['x'.repeat(120)])).toBe(`${'x'.repeat(116)} (2)`);
  });
});
