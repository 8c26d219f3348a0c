import { describe, expect, it } from 'vitest';
import {
  buildSplitOption,
  shownParts,
  signed,
} from '../../../renderer/features/lifecycle/build-split-option.ts';
import type { Split } from '../../../shared/schemas/lifecycle.ts';

const none = { gained: 0, lost: 0, mostly: 0 };
const splitOf = (totals: Split['totals']): Pick<Split, 'totals'> => ({ totals });
const totals: Split['totals'] = [
  { part: 'restated', ...none },
  { part: 'behaviour', gained: 12.5, lost: -30.1, mostly: 9 },
  { part: 'missing', ...none },
  { part: 'configuration', gained: 1, lost: 0, mostly: 1 },
];

describe('the parts of a change as a chart', () => {
  it('show the three reasons always, a correction only where there was one', () => {
    const names = (all: Split['totals']) => shownParts(splitOf(all)).map(({ part }) => part);
    expect(names(totals)).toEqual(['behaviour', 'missing', 'configuration']);
    const corrected = totals.map((total) => (total.part === 'restated' ? { ...total, lost: -0.2 } : total));
    expect(names(corrected)).toContain('restated');
  });

  it('lie on one axis around 0 that holds the largest of them', () => {
    const words = { part: String, gained: 'gained', lost: 'lost' };
    const { xAxis, series } = buildSplitOption(shownParts(splitOf(totals)), words) as {
      xAxis: { min: number; max: number };
      series: { data: number[] }[];
    };
    expect([xAxis.min, xAxis.max]).toEqual([-40, 40]);
    expect(series.map(({ data }) => data)).toEqual([
      [12.5, 0, 1],
      [-30.1, 0, 0],
    ]);
  });

  it.each([
    [3, '+3.0'],
    [-2.14, '−2.1'],
    [0.04, '0.0'],
    [2047.2, '+2,047.2'],
  ])('write %f as %s', (points, text) => {
    expect(signed(points)).toBe(text);
  });
});
