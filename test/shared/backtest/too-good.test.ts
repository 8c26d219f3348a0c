import { describe, expect, it } from 'vitest';
import { isTooGood } from '../../../shared/backtest/lint-scorecard.ts';

describe('a measure that is too good to be true', () => {
  it.each([
    [0.9, 10, true],
    [0.1, 10, true],
    [0.97, 9, false],
    [0.03, 9, false],
    [0.899, 500, false],
    [0.101, 500, false],
    [null, 500, false],
  ])('AUC %s on %d churned accounts: %s', (auc, churnedAccounts, expected) => {
    expect(isTooGood({ auc, churnedAccounts })).toBe(expected);
  });
});
