import { describe, expect, it } from 'vitest';
import {
  areWeightsAllowed,
  binsAllowed,
  countChurnedAccounts,
  freeNumbersOfBins,
  suggestionGate,
} from '../../../shared/suggestions/suggestion-gate.ts';

describe('suggestionGate', () => {
  it.each([
    [0, 'none'],
    [9, 'none'],
    [10, 'few'],
    [29, 'few'],
    [30, 'some'],
    [99, 'some'],
    [100, 'all'],
  ] as const)('with %d churners is %s', (churners, level) => {
    expect(suggestionGate(churners).level).toBe(level);
  });

  it('allows 3 bins below 30 churners, then as many as a tenth of them pay for, then ten', () => {
    expect([9, 10, 29, 30, 49, 50, 99, 100].map((n) => binsAllowed(suggestionGate(n)))).toEqual([
      1, 3, 3, 3, 3, 4, 6, 10,
    ]);
  });

  it('counts what accepted suggestions have used', () => {
    const gate = suggestionGate(50);
    expect(binsAllowed(gate, 2)).toBe(3);
    expect(binsAllowed(gate, 4)).toBe(2);
    expect(binsAllowed(gate, 5)).toBe(1);
    expect(areWeightsAllowed(gate, 6)).toBe(true);
    expect(areWeightsAllowed(gate, 7)).toBe(false);
    expect(areWeightsAllowed(gate, 6, 1)).toBe(false);
  });

  it('learns no weights below 30 churners and any number from 100', () => {
    expect(areWeightsAllowed(suggestionGate(29), 2)).toBe(false);
    expect(areWeightsAllowed(suggestionGate(100), 60, 500)).toBe(true);
  });

  it('charges a cut-off each and the points between the ends', () => {
    expect([1, 2, 3, 4].map(freeNumbersOfBins)).toEqual([0, 1, 3, 5]);
  });
});

describe('countChurnedAccounts', () => {
  it('counts an account with several positive rows once', () => {
    expect(countChurnedAccounts({ account: [0, 0, 1, 2, 2], positive: [1, 1, 0, 0, 1] })).toBe(2);
  });
});
