import { describe, expect, it } from 'vitest';
import {
  binStretches,
  cutoffPlace,
  handleReach,
  plotDomain,
  snap,
} from '../../../renderer/features/scorecard/build-bins.ts';
import { placeLabels } from '../../../renderer/features/scorecard/plot-place.ts';
import { valueAfterKey } from '../../../renderer/features/scorecard/value-after-key.ts';
import { valueTicks } from '../../../renderer/ui/value-ticks.ts';

const histogram = { edges: [0, 1, 2, 3, 4], churned: [4, 2, 1, 0], kept: [1, 2, 3, 4] };
const scale = { type: 'bins', cutoffs: [1, 3], points: [0, 50, 100] } as const;
const mutable = { ...scale, cutoffs: [...scale.cutoffs], points: [...scale.points] };

describe('the plot of a scale', () => {
  it('shows the histogram and steps by whole numbers where values are whole', () => {
    const whole = { ...histogram, edges: [-0.5, 0.5, 1.5, 2.5, 3.5], isWhole: true };
    const domain = plotDomain(whole, mutable);
    expect(domain).toEqual({ low: -0.5, high: 3.5, step: 1, offset: 0.5 });
    expect(handleReach(domain)).toEqual({ min: 0, max: 3 });
    expect(plotDomain(histogram, mutable)).toMatchObject({ low: 0, high: 4, offset: 0 });
  });

  it('draws the line of a cut-off between the bars that it parts', () => {
    const whole = { low: 0, high: 20, step: 1, offset: 0.5 };
    expect([10, 10.5, 11].map((cut) => cutoffPlace(cut, whole))).toEqual([9.5, 10.5, 10.5]);
    expect(snap(9.5 + whole.offset, whole)).toBe(10);
    expect(cutoffPlace(10.25, { ...whole, offset: 0 })).toBe(10.25);
    expect(Object.is(snap(-0.4, whole), 0)).toBe(true);
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
    expect(snap(0.3000001, { step: 0.1 })).toBe(0.3);
  });

  it('gives an edge to the bin above it', () => {
    expect(binStretches(mutable).map(({ low, high }) => [low, high])).toEqual([
      [null, 1],
      [1, 3],
      [3, null],
    ]);
  });
});

describe('labels under a plot', () => {
  const place = { left: 34, right: 340, bottom: 200 };

  it('stand in two lines where one would cover another, and give way where both are full', () => {
    const marks = [100, 106, 109].map((x) => ({ x, text: '14' }));
    expect(placeLabels(marks, place).map((label) => label?.y ?? null)).toEqual([232, 245, null]);
    expect(placeLabels([marks[0]!, { x: 130, text: '15' }], place).map((label) => label!.y)).toEqual([
      232, 232,
    ]);
  });

  it('turn inwards at the ends, whatever order they come in', () => {
    const marks = [
      { x: 338, text: '100 points: 22' },
      { x: 34, text: '0 points: 2 of many' },
    ];
    expect(placeLabels(marks, place).map((label) => label!.anchor)).toEqual(['end', 'start']);
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
