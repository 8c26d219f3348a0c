import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POSITIVE } from '../../../shared/backtest/build-panel.ts';
import { compareDesigns } from '../../../shared/backtest/compare-designs.ts';
import { drillRows } from '../../../shared/backtest/drill-rows.ts';
import { computeIncrementalValue, withoutMeasures } from '../../../shared/backtest/incremental-value.ts';
import { judgedRows } from '../../../shared/backtest/lab-input.ts';
import { evaluateWindow } from '../../../shared/backtest/window-figures.ts';
import { designComparisonSchema, incrementalValueSchema } from '../../../shared/schemas/lab-figures.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { LiveScorer } from '../../../shared/scoring/live-scorer.ts';
import { scorecardOf } from '../scoring/random-scorecard.ts';
import { isRed, type Lab, lab, randomLab, randomRule, type ScoreRule, traffic } from './lab-panel.ts';
import { life } from './random-panel.ts';

const settings = {
  schedule: { type: 'typed' as const, days: [100, 130] },
  testFrom: null,
  knownThrough: 300,
};

function scoresOf({ input }: Lab, rule: ScoreRule): Int16Array {
  return Int16Array.from(input.panel.account, (account, r) => rule(account, input.panel.asOf[r]!));
}

describe('two designs on the same rows', () => {
  it('equal a count over all pairs of the same date that both score', () => {
    fc.assert(
      fc.property(randomLab(25), fc.integer({ min: 0, max: 2 ** 20 }), (made, seed) => {
        const { panel, scores } = made.input;
        const other = scoresOf(made, randomRule(seed));
        const figures = compareDesigns(
          made.input,
          { scores, bands: traffic },
          { scores: other, bands: traffic },
        );
        expect(designComparisonSchema.safeParse(figures).error).toBeUndefined();
        const rows = [...judgedRows(made.input).row].filter((r) => scores[r]! >= 0 && other[r]! >= 0);
        const auc = (of: Int16Array) => {
          let [wins, pairs] = [0, 0];
          for (const churned of rows.filter((r) => panel.label[r] === 1)) {
            for (const kept of rows.filter(
              (r) => panel.label[r] === 0 && panel.asOf[r] === panel.asOf[churned],
            )) {
              pairs++;
              wins += of[kept]! > of[churned]! ? 1 : of[kept] === of[churned] ? 0.5 : 0;
            }
          }
          return wins / pairs;
        };
        expect(figures.rows).toBe(rows.length);
        if (figures.difference !== null) {
          expect(figures.difference.value).toBeCloseTo(auc(scores) - auc(other), 9);
          expect(figures.a.auc!.value - figures.b.auc!.value).toBeCloseTo(figures.difference.value, 9);
        }
        const { both, onlyA, onlyB, neither } = figures.caughtBy;
        const named = Object.values(figures.caughtLives);
        expect(named.map((lives) => lives.length)).toEqual([both, onlyA, onlyB, neither]);
        expect(new Set(named.flat()).size).toBe(figures.churners);
        expect(both + onlyA + onlyB + neither).toBe(figures.churners);
        expect([both + onlyA, both + onlyB]).toEqual([figures.a.caught, figures.b.caught]);
        const alone = evaluateWindow(panel, judgedRows(made.input).row, scores, {
          bands: traffic,
          overlap: 1,
          capacityPerAsOf: 1,
        });
        expect(figures.a.caught).toBe(alone.figures.caught);
        expect(figures.a.alarmRows).toBe(rows.filter((r) => isRed(scores[r]!)).length);
        expect(figures.sharedRows).toEqual([...rows]);
        for (const { named, ...side } of [figures.a, figures.b]) {
          const counts = [named.caught, named.alarm, named.positives, named.unscored].map(
            (list) => list!.length,
          );
          expect(counts).toEqual([side.caught, side.alarmRows, side.alarmPositives, side.unscoredRows]);
        }
        const drill = { ...made.input, lives: made.lives, capacityPerAsOf: 1 };
        const cell = { type: 'panelRows' as const, rows: figures.b.named.positives! };
        expect(drillRows(drill, 'test', cell)).toEqual(figures.b.named.positives);
        expect(cell.rows.every((r) => panel.label[r] === POSITIVE)).toBe(true);
      }),
      { numRuns: 80, seed: 15 },
    );
  });

  it('are turned round when they change places', () => {
    fc.assert(
      fc.property(randomLab(25), fc.integer({ min: 0, max: 2 ** 20 }), (made, seed) => {
        const a = { scores: made.input.scores, bands: traffic };
        const b = { scores: scoresOf(made, randomRule(seed)), bands: traffic };
        const [there, back] = [compareDesigns(made.input, a, b), compareDesigns(made.input, b, a)];
        expect(back.difference?.value ?? 0).toBeCloseTo(-(there.difference?.value ?? 0), 12);
        expect(back.difference?.low ?? 0).toBeCloseTo(-(there.difference?.high ?? 0), 12);
        expect(back.sameRanking).toBe(there.sameRanking);
      }),
      { numRuns: 40, seed: 16 },
    );
  });

  it('that rank alike are said to, and differ by nothing', () => {
    const lives = Array.from({ length: 12 }, (_, account) =>
      life({ account, endDay: account < 5 ? 140 : null }),
    );
    const made = lab(lives, (account) => account * 50, settings);
    const scores = scoresOf(made, (account) => 100 + account * 20);
    const figures = compareDesigns(
      made.input,
      { scores: made.input.scores, bands: traffic },
      { scores, bands: traffic },
    );
    expect(figures).toMatchObject({ sameRanking: true, difference: { value: 0 }, reason: null });
    const reversed = scoresOf(made, (account) => 900 - account * 20);
    const against = compareDesigns(
      made.input,
      { scores: made.input.scores, bands: traffic },
      { scores: reversed, bands: traffic },
    );
    expect(against.sameRanking).toBe(false);
    expect(against.difference!.value).toBe(1);
  });

  it('without a shared row, with one class or a constant are a reason', () => {
    const two = [life(), life({ account: 1, endDay: 110 })];
    const reason = (first: ScoreRule, second: ScoreRule, lives = two) => {
      const made = lab(lives, first, settings);
      const b = { scores: scoresOf(made, second), bands: traffic };
      return compareDesigns(made.input, { scores: made.input.scores, bands: traffic }, b);
    };
    expect(
      reason(
        () => 5,
        () => -1,
      ),
    ).toMatchObject({ reason: 'noRows', difference: null, rows: 0 });
    expect(
      reason(
        () => 5,
        (account) => account,
      ),
    ).toMatchObject({ reason: 'constantScore', difference: null });
    expect(
      reason(
        (a) => a,
        (a) => a,
        [life()],
      ).reason,
    ).toBe('oneClass');
  });
});

describe('incremental value', () => {
  const card = scorecardOf([part('usage'), part('hearing')], 0);
  const lives = Array.from({ length: 40 }, (_, account) =>
    life({ account, endDay: account % 4 === 0 ? 140 : null }),
  );
  const { input } = lab(lives, () => 500, settings);
  const column = (value: (account: number) => number) => Float64Array.from(input.panel.account, value);
  const columns = new Map([
    ['usage', column((account) => (account * 7) % 100)],
    ['hearing', column((account) => (account % 4 === 0 ? 10 : 80))],
  ]);

  it('is the paired difference of the scorecard with and without the measures', () => {
    const figures = computeIncrementalValue(input, { scorecard: card, columns }, ['hearing']);
    expect(incrementalValueSchema.safeParse(figures).error).toBeUndefined();
    const usageOnly = scorecardOf([part('usage')], 0);
    const score = (design: Scorecard) =>
      new LiveScorer(columns, input.panel.account.length).score(design).slice();
    const expected = compareDesigns(
      input,
      { scores: score(card), bands: card.bands },
      { scores: score(usageOnly), bands: card.bands },
    );
    expect(figures.comparison).toEqual(expected);
    expect(figures.comparison!.difference!.value).toBeGreaterThan(0.2);
    expect(figures.comparison!.difference!.low).toBeGreaterThan(0);
  });

  it('of nothing, of an unknown measure and of everything is a reason', () => {
    for (const added of [[], ['nps'], ['usage', 'hearing']]) {
      expect(computeIncrementalValue(input, { scorecard: card, columns }, added)).toEqual({
        reason: 'noMeasures',
        added,
        comparison: null,
      });
    }
    expect(withoutMeasures(card, ['hearing'])!.groups.map((group) => group.measures[0]!.weight)).toEqual([
      1, 0,
    ]);
  });
});

function part(measureId: string): Scorecard['groups'][number] {
  return {
    id: measureId,
    name: measureId,
    weight: 1,
    combine: 'mean',
    measures: [
      { measureId, weight: 1, scale: { type: 'linear', worst: 0, best: 100 }, missing: { type: 'exclude' } },
    ],
  };
}
