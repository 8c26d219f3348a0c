import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromAlarmSide } from '../../../shared/backtest/alarm-side.ts';
import { POSITIVE } from '../../../shared/backtest/build-panel.ts';
import { runReplay } from '../../../shared/backtest/replay.ts';
import { buildOutcomes } from '../../../shared/measures/build-dataset.ts';
import { backtestFiguresSchema } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { bandOfScores } from '../../../shared/scoring/find-band.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { type Facts, FIRST_DAY, toDataset } from '../../helpers/random-dataset.ts';
import { scorecardOf } from '../scoring/random-scorecard.ts';
import { life, plainSettings } from './random-panel.ts';

describe('a design seen from the side that calls', () => {
  it('is itself for churn and contraction', () => {
    const design = { scores: Int16Array.of(-1, 0, 1000), bands: presetBands('traffic', 'en') };
    expect(fromAlarmSide(undefined, design)).toBe(design);
    expect(fromAlarmSide('contraction', design)).toBe(design);
  });

  it.each(['traffic', 'marks', 'tenStep', 'letters'] as const)(
    'keeps every score in its band when turned over, the top band alone in alarm (%s)',
    (scheme) => {
      const bands = presetBands(scheme, 'en');
      const scores = Int16Array.from({ length: 1002 }, (_, i) => i - 1);
      const turned = fromAlarmSide('expansion', { scores, bands });
      const [before, after] = [bandOfScores(bands), bandOfScores(turned.bands)];
      for (let score = 0; score <= 1000; score++) {
        expect(turned.bands[after[1000 - score]!]!.id).toBe(bands[before[score]!]!.id);
      }
      expect(turned.scores[0]).toBe(-1);
      expect(turned.bands.filter(({ alarm }) => alarm).map(({ id }) => id)).toEqual([bands[0]!.id]);
    },
  );
});

describe('a back-test of expansion', () => {
  it('has the AUC P(expanded > not) and finds those in the top band', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ used: fc.nat({ max: 8 }), expands: fc.boolean() }), {
          minLength: 24,
          maxLength: 40,
        }),
        (accounts) => {
          const { figures, panel, scores } = run(accounts);
          expect(backtestFiguresSchema.safeParse(figures).error).toBeUndefined();
          const test = figures.design!;
          let pairs = 0;
          let better = 0;
          const top: number[] = [];
          for (let r = 0; r < panel.label.length; r++) {
            if (panel.label[r] === POSITIVE && scores[r]! >= 700) top.push(r);
            for (let q = 0; q < panel.label.length; q++) {
              if (panel.label[r] !== POSITIVE || panel.label[q] === POSITIVE) continue;
              pairs++;
              better += scores[r]! > scores[q]! ? 1 : scores[r] === scores[q] ? 0.5 : 0;
            }
          }
          if (pairs === 0 || figures.verdict.reason === 'constantScore') return;
          expect(test.auc!.value).toBeCloseTo(better / pairs, 12);
          expect(test.caught).toBe(top.length);
          expect(test.bands.map(({ bandId }) => bandId)).toEqual(
            presetBands('traffic', 'en').map(({ id }) => id),
          );
          const usage = figures.baselines.find(({ key }) => key === 'usageOnly')!;
          expect(usage.status).not.toBe('judged');
        },
      ),
      { numRuns: 60, seed: 6 },
    );
  });
});

/** Accounts that use the product every day as much as said; the score is that use, so usage alone ranks alike. */
function run(accounts: readonly { readonly used: number; readonly expands: boolean }[]) {
  const days = Array.from({ length: 60 }, (_, i) => FIRST_DAY + i);
  const all: Facts = {
    accounts: accounts.length,
    metrics: [
      {
        name: 'm0',
        kind: 'flow',
        grain: 'day',
        lagDays: 0,
        rows: accounts.flatMap(({ used }, account) =>
          days.map((day) => ({ account, day, value: used, knownOn: day })),
        ),
      },
    ],
    tickets: [],
    acts: [],
    tiers: [],
    lives: accounts.map((_, account) => life({ account, startDay: FIRST_DAY })),
  };
  const outcomes = accounts.flatMap(({ expands }, account) =>
    expands
      ? [
          {
            account,
            day: FIRST_DAY + 70,
            kind: 'expansion' as const,
            noticeDay: null,
            voluntary: null,
            amount: null,
          },
        ]
      : [],
  );
  const measure: Measure = {
    id: 'usage',
    name: 'usage',
    aggregation: { type: 'sum', metric: 'm0', lookback: 30, shift: 0, noRow: 'byKind' },
    direction: 'higher',
    actionable: false,
  };
  const scorecard = {
    ...scorecardOf(
      [
        {
          id: 'g',
          name: 'g',
          weight: 1,
          combine: 'mean',
          measures: [
            {
              measureId: 'usage',
              weight: 1,
              scale: { type: 'linear', worst: 0, best: 240 },
              missing: { type: 'exclude' },
            },
          ],
        },
      ],
      0,
    ),
    bands: presetBands('traffic', 'en'),
  };
  return runReplay({
    dataset: { ...toDataset(all), outcomes: buildOutcomes(outcomes, accounts.length) },
    scorecard,
    measures: new Map([['usage', measure]]),
    mainUsage: 'm0',
    settings: {
      ...plainSettings,
      outcome: 'expansion',
      schedule: { type: 'typed', days: [FIRST_DAY + 59] },
      knownThrough: FIRST_DAY + 100,
      testFrom: null,
    },
  });
}
