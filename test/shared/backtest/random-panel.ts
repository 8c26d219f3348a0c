import fc from 'fast-check';
import { buildPanel, type Panel } from '../../../shared/backtest/build-panel.ts';
import { buildLives, type LifeInput } from '../../../shared/measures/build-dataset.ts';
import { type LifeTable, NO_DAY } from '../../../shared/measures/dataset.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';

export const plainSettings: BacktestSettings = {
  schedule: { type: 'typed', days: [100] },
  gapDays: 0,
  horizonDays: 30,
  minimumTenureDays: 0,
  outcomeDate: 'noticeOrEffective',
  knownThrough: 1000,
  testFrom: 'auto',
  capacityPerAsOf: 5,
  seed: 1,
};

/** One life from day 0 unless said otherwise, of account 0. */
export function life(part: Partial<LifeInput> = {}): LifeInput {
  return { account: 0, startDay: 0, noticeDay: null, endDay: null, assumedStart: false, ...part };
}

export function lifeTable(lives: readonly LifeInput[], accounts = 1): LifeTable {
  return buildLives({
    lives,
    churns: [],
    reactivations: [],
    firstSeen: new Int32Array(accounts).fill(NO_DAY),
  });
}

/** Lives of up to `most` accounts, many of which end or give notice; some return. */
export function randomLives(most: number): fc.Arbitrary<LifeInput[]> {
  return fc
    .array(
      fc.record({
        startDay: fc.integer({ min: 0, max: 150 }),
        length: fc.option(fc.integer({ min: 1, max: 400 }), { freq: 3 }),
        noticeBefore: fc.option(fc.integer({ min: 0, max: 60 })),
        pause: fc.option(fc.integer({ min: 0, max: 80 })),
      }),
      { maxLength: most, size: 'max' },
    )
    .map((drawn) =>
      drawn.flatMap(({ startDay, length, noticeBefore, pause }, account) => {
        const endDay = length === null ? null : startDay + length;
        const noticeDay = endDay === null || noticeBefore === null ? null : endDay - noticeBefore;
        const first = life({ account, startDay, endDay, noticeDay });
        if (endDay === null || pause === null) return [first];
        return [first, life({ account, startDay: endDay + pause })];
      }),
    );
}

export const settings: fc.Arbitrary<BacktestSettings> = fc
  .record({
    step: fc.integer({ min: 5, max: 40 }),
    gapDays: fc.constantFrom(0, 0, 10, 30),
    horizonDays: fc.integer({ min: 1, max: 60 }),
    minimumTenureDays: fc.constantFrom(0, 0, 20),
    outcomeDate: fc.constantFrom('noticeOrEffective' as const, 'effective' as const),
    knownThrough: fc.integer({ min: 250, max: 500 }),
  })
  .map(({ step, ...rest }) => ({
    ...plainSettings,
    ...rest,
    schedule: { type: 'typed' as const, days: Array.from({ length: 12 }, (_, i) => 40 + i * step) },
  }));

/** A panel with random scores (many ties, some not scored), as a back-test has after scoring. */
export function scoredPanel(most: number): fc.Arbitrary<{
  panel: Panel;
  scores: Int16Array;
  settings: BacktestSettings;
}> {
  return fc
    .tuple(randomLives(most), settings, fc.integer({ min: 1, max: 2 ** 30 }))
    .map(([lives, drawn, seed]) => {
      const accounts = lives.reduce((highest, { account }) => Math.max(highest, account + 1), 1);
      const panel = buildPanel(lifeTable(lives, accounts), drawn);
      const next = xorshift(seed);
      const scores = Int16Array.from(panel.account, () => (next() % 10 === 0 ? -1 : (next() % 21) * 50));
      return { panel, scores, settings: drawn };
    });
}

/** Small whole random numbers from a seed (xorshift32), so that a failing example can be drawn again. */
function xorshift(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
