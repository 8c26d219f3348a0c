import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { isAgainstData, settleDirection } from '../../../shared/suggestions/settled-direction.ts';

const charges: Measure = {
  ...{ id: 'm', name: 'MonthlyCharges', direction: 'higher', actionable: false },
  aggregation: { type: 'attribute', attribute: 'MonthlyCharges' },
};

describe('a healthy direction', () => {
  it('is turned by data that settle it, and kept by data that do not', () => {
    expect(settleDirection(charges, { healthier: 'lower' }).direction).toBe('lower');
    expect(settleDirection(charges, { healthier: 'higher' })).toEqual(charges);
    expect(settleDirection(charges, { healthier: 'notSettled' })).toEqual(charges);
    expect(settleDirection(charges, null)).toEqual(charges);
  });

  it('is against the data only where those settle the other one', () => {
    expect(isAgainstData(charges, { healthier: 'lower' })).toBe(true);
    expect(isAgainstData(charges, { healthier: 'higher' })).toBe(false);
    expect(isAgainstData(charges, { healthier: 'notSettled' })).toBe(false);
    expect(isAgainstData(charges, null)).toBe(false);
  });
});
