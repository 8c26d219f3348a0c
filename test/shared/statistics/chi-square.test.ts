import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail } from '../../../shared/statistics/chi-square.ts';
import { reference } from './reference.ts';

// mpmath: gammainc(df/2, x/2, inf, regularized=True)
const known: [number, number, number][] = [
  [3.841458820694124, 1, 0.05000000000000006],
  [0.5, 2, 0.7788007830714049],
  [10, 3, 0.018566135463043233],
  [2, 4, 0.7357588823428847],
  [7.5, 5, 0.186029833602867],
  [100, 6, 2.509303552201057e-19],
  [0, 3, 1],
];

describe('chiSquareUpperTail', () => {
  it.each(known)('of %d with %d degrees of freedom is %d', (statistic, degrees, share) => {
    expect(Math.abs(chiSquareUpperTail(statistic, degrees) / share - 1)).toBeLessThan(1e-13);
  });

  it.each(Object.entries(reference.telco.categorical))('gives scipy’s p for %s', (_, { chi2, df, p }) => {
    expect(Math.abs(chiSquareUpperTail(chi2, df) / p - 1)).toBeLessThan(1e-9);
  });

  it('refuses degrees of freedom that are no whole number above 0', () => {
    expect(() => chiSquareUpperTail(1, 0)).toThrow(RangeError);
    expect(() => chiSquareUpperTail(1, 1.5)).toThrow(RangeError);
  });
});
