import { describe, expect, it } from 'vitest';
import {
  differingSettings,
  headlineOf,
  judgeSameRows,
} from '../../../renderer/features/backtest/checks/build-run-diff.ts';
import { emptyWindow, figuresOf } from './figures-of.ts';

describe('two runs side by side', () => {
  it('name only the settings whose words differ', () => {
    const first = [
      { field: 'gapDays' as const, name: 'Gap', value: '30 days' },
      { field: 'horizonDays' as const, name: 'Horizon', value: '60 days' },
    ];
    const second = [first[0]!, { ...first[1]!, value: '90 days' }];
    expect(differingSettings(first, second)).toEqual([
      { name: 'Horizon', first: '60 days', second: '90 days' },
    ]);
    expect(differingSettings(first, first)).toEqual([]);
  });

  it('judge the same rows whatever the seed and the capacity, not with another outcome', () => {
    const figures = figuresOf({});
    const { settings } = figures;
    expect(
      judgeSameRows(figures, { ...figures, settings: { ...settings, seed: 9, capacityPerAsOf: 3 } }),
    ).toBe(true);
    expect(judgeSameRows(figures, { ...figures, settings: { ...settings, outcome: 'expansion' } })).toBe(
      false,
    );
    expect(judgeSameRows(figures, { ...figures, testFrom: 1 })).toBe(false);
  });

  it('show the test window, else all dates, else nothing', () => {
    const test = { ...emptyWindow, churners: 4, caught: 1 };
    const figures = figuresOf({}, { test });
    expect(headlineOf(figures, 2)!.catchRate!.value).toBe(0.25);
    expect(headlineOf({ ...figures, test: null, design: null }, 2)).toBeNull();
    expect(headlineOf({ ...figures, test: { ...test, churners: 0, caught: 0 } }, 2)!.catchRate).toBeNull();
  });
});
