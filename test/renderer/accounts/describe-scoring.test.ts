import { describe, expect, it } from 'vitest';
import { whyNotScored } from '../../../renderer/features/accounts/describe-scoring.ts';

const life = { startDay: 100, noticeDay: null, endDay: null, assumedStart: false };
const unscored = { score: null, coverage: 0.4, lives: [life] };

describe('whyNotScored', () => {
  it('gives no reason for a scored account', () => {
    expect(whyNotScored({ ...unscored, score: 0 }, 200, 0.5)).toBeNull();
  });

  it('gives coverage and minimum where the data is too thin', () => {
    expect(whyNotScored(unscored, 200, 0.5)).toEqual({ type: 'coverage', coverage: 0.4, minimum: 0.5 });
    expect(whyNotScored({ ...unscored, coverage: 0.5 }, 200, 0.5)).toEqual({ type: 'nothingTakesPart' });
  });

  it('names the day the contract begins, ends or was given notice of, before any data', () => {
    const lives = [{ ...life, noticeDay: 150, endDay: 180 }];
    const why = (asOf: number) => whyNotScored({ ...unscored, lives }, asOf, 0.5);
    expect(why(99)).toEqual({ type: 'notStarted', day: 100 });
    expect(why(100)).toMatchObject({ type: 'coverage' });
    expect(why(149)).toMatchObject({ type: 'coverage' });
    expect(why(150)).toEqual({ type: 'noticeGiven', day: 150 });
    expect(why(180)).toEqual({ type: 'ended', day: 180 });
    expect(whyNotScored({ ...unscored, lives: [] }, 1, 0)).toEqual({ type: 'noContract' });
  });
});
