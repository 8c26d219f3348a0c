import { describe, expect, it } from 'vitest';
import { sealTiming } from '../../../shared/lifecycle/seal-timing.ts';

const dates = { asOf: 100, gapDays: 30, horizonDays: 60 };

describe('the dates of a seal as of day 100, gap 30, horizon 60', () => {
  it('count outcomes from day 131 to day 190, and can be graded when day 190 is known', () => {
    expect(sealTiming(dates, 100)).toEqual({
      from: 131,
      to: 190,
      gradableOn: 190,
      knownDays: 0,
      isMature: false,
    });
  });

  it.each([
    [130, 0, false],
    [131, 1, false],
    [189, 59, false],
    [190, 60, true],
    [500, 60, true],
  ])('known through day %i: %i days of the horizon are known', (knownThrough, knownDays, isMature) => {
    expect(sealTiming(dates, knownThrough)).toMatchObject({ knownDays, isMature });
  });
});
