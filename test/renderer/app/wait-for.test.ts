import { describe, expect, it } from 'vitest';
import { waitFor } from '../../../renderer/app/wait-for.ts';

const nothing = { hasWorkspace: false, isBeingMade: false, accounts: 0, measures: 0, scorecards: 0 };

describe('waitFor', () => {
  it('never keeps anyone from Home', () => {
    expect(waitFor('home', nothing)).toBeNull();
  });

  it('names the first thing that is missing', () => {
    expect(waitFor('backtest', nothing)).toBe('workspace');
    expect(waitFor('backtest', { ...nothing, hasWorkspace: true })).toBe('data');
    expect(waitFor('backtest', { ...nothing, hasWorkspace: true, accounts: 5 })).toBe('measures');
    expect(waitFor('backtest', { ...nothing, hasWorkspace: true, accounts: 5, measures: 1 })).toBe(
      'scorecard',
    );
  });

  it('waits everywhere but at Home while the sample is being made', () => {
    const made = { ...nothing, hasWorkspace: true, isBeingMade: true, accounts: 5 };
    expect([waitFor('home', made), waitFor('data', made), waitFor('accounts', made)]).toEqual([
      null,
      'sample',
      'sample',
    ]);
  });

  it('lets accounts be read before there is a score', () => {
    expect(waitFor('accounts', { ...nothing, hasWorkspace: true, accounts: 5 })).toBeNull();
  });
});
