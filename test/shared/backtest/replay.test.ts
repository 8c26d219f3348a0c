import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReplayInput, runReplay } from '../../../shared/backtest/replay.ts';
import type { LifeInput } from '../../../shared/measures/build-dataset.ts';
import { NO_DAY } from '../../../shared/measures/dataset.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { backtestFiguresSchema } from '../../../shared/schemas/figures.ts';
import type { Aggregation, Measure } from '../../../shared/schemas/measure.ts';
import {
  asOfDay,
  type Facts,
  FIRST_DAY,
  facts,
  knownBy,
  SPAN,
  toDataset,
} from '../../helpers/random-dataset.ts';
import { aggregations } from '../measures/random-aggregation.ts';
import { columnIds, scorecard, scorecardOf } from '../scoring/random-scorecard.ts';
import { life, plainSettings } from './random-panel.ts';

const linear = (measureId: string, best: number) => ({
  id: measureId,
  name: measureId,
  weight: 1,
  combine: 'mean' as const,
  measures: [
    {
      measureId,
      weight: 1,
      scale: { type: 'linear' as const, worst: 0, best },
      missing: { type: 'exclude' as const },
    },
  ],
});
const usage: Aggregation = { type: 'sum', metric: 'm0', lookback: 30, shift: 0, noRow: 'byKind' };
const measures = new Map([
  ['usage', measure('usage', usage)],
  ['tenure', measure('tenure', { type: 'tenure' })],
]);
const card = scorecardOf([linear('usage', 10), linear('tenure', 300)], 0.5);

const renewals = {
  type: 'renewal' as const,
  daysBefore: 30,
  firstDay: FIRST_DAY + 40,
  lastDay: FIRST_DAY + SPAN,
};
const nobody = {
  name: 'nobody',
  conditions: [{ type: 'attribute' as const, attribute: 'x', operator: 'isOneOf' as const, values: ['y'] }],
};

describe('a back-test', () => {
  it('has no NaN and keeps its contract, whatever the data', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 60 }), asOfDay, (all, gapDays, knownThrough) => {
        checkFigures(run(all, { gapDays, knownThrough }));
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it.each<[string, Facts, Partial<BacktestSettings>]>([
    ['no accounts', factsOf([], []), {}],
    ['no metric', { ...factsOf(tenLives(), []), metrics: [] }, {}],
    ['one account', factsOf([life({ startDay: FIRST_DAY })], [[0, 5]]), {}],
    [
      'one account that churns',
      factsOf([life({ startDay: FIRST_DAY, endDay: FIRST_DAY + 100 })], [[0, 5]]),
      {},
    ],
    [
      'only kept accounts',
      factsOf(tenLives(), [
        [0, 5],
        [3, 9],
      ]),
      {},
    ],
    [
      'only churners',
      factsOf(tenLives(FIRST_DAY + 130), [
        [0, 5],
        [3, 9],
      ]),
      {},
    ],
    ['no eligible account', factsOf(tenLives(), [[0, 5]]), { minimumTenureDays: 3660 }],
    ['no outcome of the kind', factsOf(tenLives(), [[0, 5]]), { outcome: 'expansion' }],
    ['no renewal known', factsOf(tenLives(), [[0, 5]]), { schedule: renewals }],
    ['a segment of nobody', factsOf(tenLives(), [[0, 5]]), { segment: nobody }],
    ['every row pending', factsOf(tenLives(), [[0, 5]]), { knownThrough: FIRST_DAY }],
    ['no date', factsOf(tenLives(), [[0, 5]]), { schedule: { type: 'monthly', firstDay: 10, lastDay: 9 } }],
    ['a test window without rows', factsOf(tenLives(), [[0, 5]]), { testFrom: 70000 }],
    ['a design window without rows', factsOf(tenLives(), [[0, 5]]), { testFrom: 0 }],
  ])('runs with %s', (_, all, part) => {
    checkFigures(run(all, part));
  });

  it('is undefined where all values are missing, and scores nothing', () => {
    const nothing = { ...factsOf(tenLives(FIRST_DAY + 130), []), metrics: [] };
    const result = run(
      nothing,
      { testFrom: FIRST_DAY + 60 },
      { scorecard: scorecardOf([linear('usage', 10)], 0.5) },
    );
    expect(result.scores.every((score) => score === -1)).toBe(true);
    expect(result.figures.verdict).toMatchObject({ kind: 'undefined', reason: 'noRows' });
    expect(result.figures.test!.auc).toBeNull();
    checkFigures(result);
  });

  it('is undefined for one class, and for a constant score', () => {
    const constant = scorecardOf([{ ...linear('tenure', 0.5) }], 0);
    const mixed = factsOf(
      [...tenLives(FIRST_DAY + 130), ...tenLives().map((l) => ({ ...l, account: l.account + 10 }))],
      [],
    );
    const test = { testFrom: FIRST_DAY + 60 };
    expect(run(factsOf(tenLives(), []), test).figures.verdict.reason).toBe('oneClass');
    expect(run(mixed, test, { scorecard: constant }).figures.verdict.reason).toBe('constantScore');
  });

  it('has no verdict with nine churners, and shows no AUC difference as settled', () => {
    const lives = tenLives(FIRST_DAY + 130).map((one, i) => (i === 0 ? { ...one, endDay: null } : one));
    const { figures } = run(factsOf(lives, [[0, 1]]), { testFrom: FIRST_DAY + 60 });
    expect(figures.test!.churners).toBe(9);
    expect(figures.verdict.kind).toBe('tooFew');
  });

  it('gives the same figures to the last bit each time', () => {
    fc.assert(
      fc.property(facts, (all) => {
        expect(JSON.stringify(run(all, {}).figures)).toBe(JSON.stringify(run(all, {}).figures));
      }),
      { numRuns: 30, seed: 2 },
    );
  });
});

describe('a score as of a date', () => {
  it('does not change by anything known or ended later', () => {
    const drawnMeasures = fc.tuple(
      ...columnIds.map((_, i) => Object.values(aggregations)[i * 2 - (i > 4 ? 1 : 0)]!),
    );
    fc.assert(
      fc.property(facts, scorecard, drawnMeasures, asOfDay, (all, anyCard, drawn, asOf) => {
        const byId = new Map(columnIds.map((id, i) => [id, measure(id, drawn[i]!)]));
        const input = { scorecard: anyCard, measures: byId };
        const at: Partial<BacktestSettings> = { schedule: { type: 'typed', days: [asOf] } };
        const full = run(all, at, input);
        const known = run(knownBy(all, asOf), at, input);
        expect(Array.from(known.panel.account)).toEqual(Array.from(full.panel.account));
        expect(Array.from(known.scores)).toEqual(Array.from(full.scores));
      }),
      { numRuns: 500, seed: 3 },
    );
  });
});

describe('the figures of a back-test', () => {
  it('do not change by values after notice', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(0, 20), (all, gapDays) => {
        const noticeOf = (account: number) => {
          const own = all.lives.filter((one) => one.account === account);
          return own.length === 1 ? (own[0]!.noticeDay ?? NO_DAY) : NO_DAY;
        };
        const changed = {
          ...all,
          metrics: all.metrics.map((metric) => ({
            ...metric,
            rows: metric.rows.map((row) =>
              row.day > noticeOf(row.account) ? { ...row, value: row.value * 7 + 1 } : row,
            ),
          })),
        };
        const figuresOf = (some: Facts) => {
          const { lint: _, ...figures } = run(some, { gapDays }).figures;
          return JSON.stringify(figures);
        };
        expect(figuresOf(changed)).toBe(figuresOf(all));
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});

function run(all: Facts, part: Partial<BacktestSettings>, input: Partial<ReplayInput> = {}) {
  const settings: BacktestSettings = {
    ...plainSettings,
    schedule: { type: 'monthly', firstDay: FIRST_DAY + 40, lastDay: FIRST_DAY + SPAN },
    knownThrough: FIRST_DAY + SPAN,
    ...part,
  };
  return runReplay({
    dataset: toDataset(all),
    scorecard: card,
    measures,
    mainUsage: 'm0',
    settings,
    ...input,
  });
}

function checkFigures({ figures, scores }: ReturnType<typeof run>) {
  expect(backtestFiguresSchema.safeParse(figures).error).toBeUndefined();
  expect(scores.every((score) => score >= -1 && score <= 1000)).toBe(true);
}

function measure(id: string, aggregation: Aggregation): Measure {
  return { id, name: id, aggregation, direction: 'higher', actionable: false };
}

function tenLives(endDay: number | null = null): LifeInput[] {
  return Array.from({ length: 10 }, (_, account) => life({ account, startDay: FIRST_DAY - account, endDay }));
}

/** Accounts with one daily usage metric: (account, value) on every fifth day. */
function factsOf(lives: LifeInput[], used: readonly (readonly [number, number])[]): Facts {
  const days = Array.from({ length: SPAN / 5 }, (_, i) => FIRST_DAY + i * 5);
  const rows = used.flatMap(([account, value]) => days.map((day) => ({ account, day, value, knownOn: day })));
  return {
    accounts: lives.length,
    metrics: [{ name: 'm0', kind: 'flow', grain: 'day', lagDays: 0, rows }],
    tickets: [],
    acts: [],
    tiers: [],
    lives,
  };
}
