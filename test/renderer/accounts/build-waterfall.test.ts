import { describe, expect, it } from 'vitest';
import { buildWaterfall } from '../../../renderer/features/accounts/build-waterfall.ts';

const part = (measureId: string, lostPoints: number) => ({
  groupId: 'g',
  measureId,
  value: 1,
  points: 50,
  share: 0.1,
  lostPoints,
});

describe('buildWaterfall', () => {
  it('goes from 100 to the score, the largest loss first', () => {
    const bars = buildWaterfall(70, [part('a', 5), part('b', 0), part('c', 25)]);
    expect(bars.map(({ kind, measureId, from, to }) => [kind, measureId, from, to])).toEqual([
      ['start', null, 0, 100],
      ['loss', 'c', 100, 75],
      ['loss', 'a', 75, 70],
      ['score', null, 0, 70],
    ]);
  });

  it('puts small losses together when there are many, and loses none', () => {
    const bars = buildWaterfall(
      45,
      Array.from({ length: 10 }, (_, i) => part(`m${i}`, i + 1)),
    );
    expect(bars).toHaveLength(10);
    expect(bars.at(-2)).toEqual({ kind: 'rest', measureId: null, from: 51, to: 45, amount: 6 });
  });

  it('draws nothing for an account without a score', () => {
    expect(buildWaterfall(null, [part('a', 5)])).toEqual([]);
  });
});
