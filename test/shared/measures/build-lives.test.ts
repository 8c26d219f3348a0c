import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLives } from '../../../shared/measures/build-dataset.ts';
import { NO_DAY } from '../../../shared/measures/dataset.ts';

interface Told {
  readonly starts?: readonly number[];
  readonly churns?: readonly number[];
  readonly returns?: readonly number[];
  readonly seen?: number;
}

/** Lives of one account as [start, end]; null = not ended. */
function livesOf({ starts = [], churns = [], returns = [], seen = NO_DAY }: Told) {
  const dated = (day: number) => ({ account: 0, day, noticeDay: null });
  const table = buildLives({
    lives: starts.map((startDay) => ({
      ...{ account: 0, startDay, noticeDay: null, endDay: null, assumedStart: false },
    })),
    churns: churns.map(dated),
    reactivations: returns.map(dated),
    firstSeen: Int32Array.of(seen),
  });
  return [...table.startDay].map((start, i) => [start, table.endDay[i] === NO_DAY ? null : table.endDay[i]]);
}

describe('the lives of an account', () => {
  it.each<[string, Told, ReturnType<typeof livesOf>]>([
    [
      'a return after churn starts a new one',
      { starts: [1], churns: [9], returns: [20] },
      [
        [1, 9],
        [20, null],
      ],
    ],
    [
      'a return on the day of churn too',
      { starts: [1], churns: [9], returns: [9] },
      [
        [1, 9],
        [9, null],
      ],
    ],
    [
      'each return may end again',
      { starts: [1], churns: [9, 30], returns: [20, 40] },
      [
        [1, 9],
        [20, 30],
        [40, null],
      ],
    ],
    ['a return inside an open one starts none', { starts: [1], returns: [20] }, [[1, null]]],
    [
      'a return told by the accounts file too is one',
      { starts: [1, 20], churns: [9], returns: [20] },
      [
        [1, 9],
        [20, null],
      ],
    ],
    [
      'a return told a day apart is one',
      { starts: [1, 21], churns: [9], returns: [20] },
      [
        [1, 9],
        [21, null],
      ],
    ],
    ['a first return is the start, whatever was seen before', { returns: [20], seen: 5 }, [[20, null]]],
    [
      'a churn before it means a start before',
      { churns: [9], returns: [20], seen: 5 },
      [
        [5, 9],
        [20, null],
      ],
    ],
    ['a churn before all of it moves nothing', { starts: [10], churns: [4] }, [[10, null]]],
  ])('%s', (_name, told, lives) => {
    expect(livesOf(told)).toEqual(lives);
  });

  it('never overlap, and what is told later changes none that ended before', () => {
    const days = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 4 });
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 60 }), (churns, returns, until) => {
        const lives = livesOf({ starts: [1], churns, returns });
        lives.forEach(([start, end], i) => {
          const next = lives[i + 1];
          if (next !== undefined) expect(end).not.toBeNull();
          if (next !== undefined) expect(end!).toBeLessThanOrEqual(next[0]!);
          if (end !== null) expect(end).toBeGreaterThanOrEqual(start!);
        });
        const early = (all: readonly number[]) => all.filter((day) => day <= until);
        const known = livesOf({ starts: [1], churns: early(churns), returns: early(returns) });
        const ended = (all: typeof lives) => all.filter(([, end]) => end !== null && end! <= until);
        expect(ended(known)).toEqual(ended(lives).slice(0, ended(known).length));
        expect(known.map(([start]) => start)).toEqual(
          lives.map(([start]) => start).filter((start) => start! <= until),
        );
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
