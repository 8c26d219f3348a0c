import { describe, expect, it } from 'vitest';
import { histogramEnds } from '../../../renderer/ui/histogram-ends.ts';

const counts = { churned: [1, 1, 1], kept: [1, 1, 1] };

describe('the ends of a histogram', () => {
  it('are named by the last value they hold where whole numbers are folded in', () => {
    const whole = {
      ...counts,
      edges: [2.5, 3.5, 4.5, 5.5],
      isWhole: true,
      holdsBelow: true,
      holdsAbove: true,
    };
    expect(histogramEnds(whole)).toEqual({ low: { value: 3, at: 3 }, high: { value: 5, at: 5 } });
  });

  it('are named by their edge where values are not whole, each side by itself', () => {
    const some = { ...counts, edges: [0, 0.1, 0.2, 0.3], holdsBelow: false, holdsAbove: true };
    expect(histogramEnds(some)).toEqual({ low: null, high: { value: 0.2, at: 0.25 } });
  });

  it('need no name where a bar is what it seems', () => {
    expect(histogramEnds({ ...counts, edges: [0, 1, 2, 3] })).toEqual({ low: null, high: null });
    expect(histogramEnds({ edges: [], churned: [], kept: [] })).toEqual({ low: null, high: null });
  });
});
