import { describe, expect, it } from 'vitest';
import { binStretches, plotDomain, snap } from '../../../renderer/features/scorecard/build-bins.ts';
import { valueAfterKey } from '../../../renderer/features/scorecard/value-after-key.ts';
import { valueTicks } from '../../../renderer/ui/value-ticks.ts';

const histogram = { edges: [0, 1, 2, 3, 4], churned: [4, 2, 1, 0], kept: [1, 2, 3, 4] };
const scale = { type: 'bins', cutoffs: [1, 3], points: [0, 50, 100] } as const;
const mutable = { ...scale, cutoffs: [...scale.cutoffs], points: [...scale.points] };

describe('the plot of a scale', () => {
  it('shows the histogram and steps by whole numbers where values are whole', () => {
    expect(plotDomain(histogram, mutable)).toEqual({ low: 0, high: 4, step: 1 });
  });

  it('makes room for a cut-off outside of the histogram', () => {
    const domain = plotDomain(histogram, { ...mutable, cutoffs: [-6, 14] });
    expect([domain.low, domain.high]).toEqual([-7, 15]);
  });

  it('has a width even without a histogram', () => {
    const domain = plotDomain(null, { type: 'linear', worst: 5, best: 5 });
    expect(domain.high).toBeGreaterThan(domain.low);
  });

  it('snaps to the step without binary tails', () => {
    expect(snap(0.3000001, { low: 0, high: 1, step: 0.1 })).toBe(0.3);
  });

  it('gives an edge to the bin above it', () => {
    expect(binStretches(mutable).map(({ low, high }) => [low, high])).toEqual([
      [null, 1],
      [1, 3],
      [3, null],
    ]);
  });
});

describe('keys on a handle', () => {
  const range = { min: 0, max: 10, step: 0.1 };

  it('moves one step, ten steps and to the ends', () => {
    expect(
      ['ArrowRight', 'ArrowDown', 'PageUp', 'Home', 'End'].map((key) => valueAfterKey(key, 0.2, range)),
    ).toEqual([0.3, 0.1, 1.2, 0, 10]);
  });

  it('stays inside and leaves other keys alone', () => {
    expect(valueAfterKey('ArrowLeft', 0, range)).toBe(0);
    expect(valueAfterKey('a', 0, range)).toBeNull();
  });
});

describe('axis ticks', () => {
  it('are round values inside the axis', () => {
    expect(valueTicks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(valueTicks(-3, 28, 5)).toEqual([0, 10, 20]);
  });
});
