import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCutoff,
  type BinsScale,
  firstScale,
  moveCutoff,
  nextCutoff,
  removeCutoff,
  setBinPoints,
  toBins,
  toKind,
  toLinear,
} from '../../../renderer/features/scorecard/edit-scale.ts';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import { scaleSchema } from '../../../shared/schemas/scorecard.ts';
import { scalePoints } from '../../../shared/scoring/points.ts';

const bins: BinsScale = { type: 'bins', cutoffs: [3, 8], points: [0, 40, 100] };

function figuresWith(lows: readonly number[]): MeasureFigures {
  const fifth = { high: 0, rows: 10, positives: 1, rate: 0.1, rateLow: 0, rateHigh: 0.3 };
  return {
    measureId: 'm',
    rows: 50,
    missingRows: 0,
    churnersWithValue: 0,
    churners: 5,
    histogram: { edges: [0, 10, 20], churned: [1, 1], kept: [5, 5] },
    auc: null,
    healthier: 'notSettled',
    fifths: lows.map((low) => ({ ...fifth, low })),
    examples: [],
    suspicious: [],
  };
}

describe('editing bins', () => {
  it('keeps a cut-off one step away from its neighbours', () => {
    expect(moveCutoff(bins, 0, 20, 1).cutoffs).toEqual([7, 8]);
    expect(moveCutoff(bins, 1, -5, 1).cutoffs).toEqual([3, 4]);
  });

  it('moves the outer cut-offs freely outwards', () => {
    expect(moveCutoff(bins, 0, -100, 1).cutoffs).toEqual([-100, 8]);
  });

  it('gives both halves of a split bin its points', () => {
    expect(addCutoff(bins, 5)).toEqual({ type: 'bins', cutoffs: [3, 5, 8], points: [0, 40, 40, 100] });
  });

  it('adds no cut-off where there is one', () => {
    expect(addCutoff(bins, 8)).toEqual(bins);
  });

  it('undoes an added cut-off by removing it', () => {
    expect(removeCutoff(addCutoff(bins, 5), 1)).toEqual(bins);
  });

  it('clips points to 0–100', () => {
    expect(setBinPoints(bins, 1, 140).points).toEqual([0, 100, 100]);
  });

  it('proposes the next cut-off in the widest stretch', () => {
    expect(nextCutoff(bins, 0, 20, 1)).toBe(14);
  });

  it('stays a valid scale through any edits', () => {
    const edit = fc.oneof(
      fc.record({ kind: fc.constant('add'), at: fc.nat(9), value: fc.integer({ min: -50, max: 50 }) }),
      fc.record({ kind: fc.constant('move'), at: fc.nat(9), value: fc.integer({ min: -50, max: 50 }) }),
      fc.record({ kind: fc.constant('remove'), at: fc.nat(9), value: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 60 }), (edits) => {
        const after = edits.reduce((scale, { kind, at, value }) => {
          if (kind === 'add') return addCutoff(scale, value);
          if (scale.cutoffs.length === 0) return scale;
          const index = at % scale.cutoffs.length;
          return kind === 'move' ? moveCutoff(scale, index, value, 0.5) : removeCutoff(scale, index);
        }, bins);
        expect(scaleSchema.safeParse(after).success).toBe(true);
      }),
    );
  });
});

describe('switching between bins and a line', () => {
  it('keeps the direction both ways', () => {
    expect(toLinear(bins, 0, 20)).toEqual({ type: 'linear', worst: 3, best: 8 });
    expect(toLinear({ ...bins, points: [100, 40, 0] }, 0, 20)).toEqual({ type: 'linear', worst: 8, best: 3 });
    expect(toBins({ type: 'linear', worst: 8, best: 0 }).points).toEqual([100, 75, 50, 25, 0]);
  });

  it('draws a line over the picture where there is one cut-off', () => {
    expect(toLinear({ type: 'bins', cutoffs: [5], points: [0, 100] }, 0, 20)).toMatchObject({
      worst: 0,
      best: 20,
    });
  });

  it('makes bins whose points are the line’s, to half a bin', () => {
    const line = { type: 'linear', worst: 0, best: 8 } as const;
    for (const value of [0, 2, 4, 6, 8])
      expect(scalePoints(toBins(line), value)).toBe(scalePoints(line, value));
  });
});

describe('switching whole numbers to bins', () => {
  const line = { type: 'linear', worst: 0, best: 12 } as const;
  const figures = figuresWith([]);
  const whole = { ...figures, histogram: { ...figures.histogram, isWhole: true } };

  it('offers whole cut-offs that part the same values', () => {
    const ends = { low: 0, high: 12 };
    expect(toKind(line, 'bins', ends, figures)).toMatchObject({ cutoffs: [1.5, 4.5, 7.5, 10.5] });
    expect(toKind(line, 'bins', ends, whole)).toMatchObject({ cutoffs: [2, 5, 8, 11] });
  });

  it('keeps cut-offs apart where whole ones would fall together', () => {
    const short = { ...line, best: 2 };
    expect(toKind(short, 'bins', { low: 0, high: 2 }, whole)).toEqual(toBins(short));
  });
});

describe('the first scale of a measure', () => {
  it('cuts at the fifths, points rising with what is healthy', () => {
    const figures = figuresWith([0, 2, 5, 9, 14]);
    expect(firstScale(figures, 'higher')).toEqual({
      type: 'bins',
      cutoffs: [2, 5, 9, 14],
      points: [0, 25, 50, 75, 100],
    });
    expect(firstScale(figures, 'lower')).toMatchObject({ points: [100, 75, 50, 25, 0] });
  });

  it('is a line over the distribution where there is one fifth only', () => {
    expect(firstScale(figuresWith([0]), 'lower')).toEqual({ type: 'linear', worst: 20, best: 0 });
    expect(firstScale(null, 'higher')).toEqual({ type: 'linear', worst: 0, best: 1 });
  });
});
