import { expect, it } from 'vitest';
import { withoutKnown } from '../../../renderer/features/measures/propose-fresh.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';

const sum = (id: string, name: string, lookback: number): Measure => ({
  ...{ id, name, direction: 'higher', actionable: false },
  aggregation: { type: 'sum', metric: 'sessions', lookback, shift: 0, noRow: 'byKind' },
});

it('proposes only what the workspace does not measure yet, whatever it is called there', () => {
  const proposed = [sum('p1', 'sessions', 1), sum('p2', 'sessions', 3)];
  const known = { ...sum('x', 'ログイン数', 1), actionable: true };
  expect(withoutKnown(proposed, [known]).map(({ id }) => id)).toEqual(['p2']);
  expect(withoutKnown(proposed, [{ ...known, direction: 'lower' }])).toHaveLength(1);
});

it('numbers a proposed name that is taken by a measure of another meaning', () => {
  const [fresh] = withoutKnown([sum('p1', 'sessions', 1)], [sum('x', 'sessions', 7)]);
  expect(fresh?.name).toBe('sessions (2)');
});
