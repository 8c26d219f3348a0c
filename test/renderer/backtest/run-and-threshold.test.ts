import { describe, expect, it } from 'vitest';
import { blockedBy } from '../../../renderer/features/backtest/blocked-state.tsx';
import { pendingOf } from '../../../renderer/features/backtest/build-snapshot-columns.tsx';
import { areSameSettings, chooseRun } from '../../../renderer/features/backtest/choose-run.ts';
import { nextThreshold, thresholdAt } from '../../../renderer/features/backtest/move-threshold.ts';
import { figuresOf } from './figures-of.ts';

const run = (id: string, scorecardId: string, ranAt: string) => ({
  id,
  scorecardId,
  designHash: '',
  dataHash: '',
  ranAt,
  verdictKind: 'works',
  churners: 12,
  testAuc: 0.7,
});

describe('the run to show', () => {
  const runs = [
    run('old', 'card', '2026-01-01T00:00:00Z'),
    run('new', 'card', '2026-02-01T00:00:00Z'),
    run('other', 'second', '2026-03-01T00:00:00Z'),
  ];

  it('is the one in the address', () => {
    expect(chooseRun(runs, 'card', 'old')).toBe('old');
  });

  it('is the newest of the scorecard without one, or with one of another scorecard', () => {
    expect(chooseRun(runs, 'card', null)).toBe('new');
    expect(chooseRun(runs, 'card', 'other')).toBe('new');
    expect(chooseRun(runs, 'third', null)).toBeNull();
  });
});

describe('settings', () => {
  it('are the same whatever the order of their keys', () => {
    const { seed, ...rest } = figuresOf({}).settings;
    expect(areSameSettings({ seed, ...rest }, { ...rest, seed })).toBe(true);
    expect(areSameSettings({ seed, ...rest }, { ...rest, seed, gapDays: 31 })).toBe(false);
  });
});

describe('the threshold handle', () => {
  it('follows the pointer in whole points and stops at the ends', () => {
    const plot = { left: 100, width: 500 };
    expect([99, 350, 352, 700].map((x) => thresholdAt(x, plot))).toEqual([0, 500, 500, 1000]);
  });

  it('moves a point with the arrows, a tenth with Shift, ten with the page keys', () => {
    expect(nextThreshold(400, 'ArrowRight', false)).toBe(410);
    expect(nextThreshold(400, 'ArrowLeft', true)).toBe(399);
    expect(nextThreshold(950, 'PageUp', false)).toBe(1000);
    expect(nextThreshold(5, 'ArrowDown', false)).toBe(0);
    expect(nextThreshold(400, 'End', false)).toBe(1000);
    expect(nextThreshold(400, 'a', false)).toBeNull();
  });
});

describe('a date that is pending', () => {
  const snapshot = {
    asOf: 1,
    eligible: 10,
    alreadyGaveNotice: 1,
    tooLate: 2,
    positives: 0,
    kept: 0,
    unscored: 0,
    auc: null,
    bandCounts: [],
  };

  it('has all its rows that are not too late pending, any other date none', () => {
    expect(pendingOf({ ...snapshot, window: 'pending' })).toBe(8);
    expect(pendingOf({ ...snapshot, window: 'test', positives: 1, kept: 7 })).toBe(0);
  });
});

describe('what a back-test waits for', () => {
  const scorecard = {
    id: 'card',
    name: 'card',
    purpose: { goal: '', healthyCustomer: '' },
    groups: [],
    minimumCoverage: 0.5,
    gradingScheme: 'traffic' as const,
    bands: [],
  };

  it('names the first thing missing', () => {
    expect(blockedBy({ accounts: 0, churnedAccounts: 0 }, null)).toBe('noData');
    expect(blockedBy({ accounts: 5, churnedAccounts: 0 }, null)).toBe('noOutcomes');
    expect(blockedBy({ accounts: 5, churnedAccounts: 2 }, null)).toBe('noScorecard');
    expect(blockedBy({ accounts: 5, churnedAccounts: 2 }, scorecard)).toBe('noMeasures');
  });
});
