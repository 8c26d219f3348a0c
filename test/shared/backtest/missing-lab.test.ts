import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POSITIVE } from '../../../shared/backtest/build-panel.ts';
import { judgedRows } from '../../../shared/backtest/lab-input.ts';
import { computeMissingLab, withMissingPolicy } from '../../../shared/backtest/missing-lab.ts';
import { missingFiguresSchema } from '../../../shared/schemas/lab-checks.ts';
import type { MeasureGroup, Scorecard } from '../../../shared/schemas/scorecard.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { scorecardOf } from '../scoring/random-scorecard.ts';
import { lab, randomLab } from './lab-panel.ts';
import { life } from './random-panel.ts';

const group = (measureId: string): MeasureGroup => ({
  id: measureId,
  name: measureId,
  weight: 1,
  combine: 'mean',
  measures: [
    {
      measureId,
      weight: 1,
      scale: { type: 'linear', worst: 0, best: 100 },
      missing: { type: 'exclude' },
    },
  ],
});
const card: Scorecard = {
  ...scorecardOf([group('a'), group('b')], 0),
  bands: presetBands('traffic', 'en'),
};

describe('the missing-data lab', () => {
  it('has the figures worked by hand', () => {
    // Four accounts as of day 100; the first two churn. Only the second churner lacks b.
    const lives = [0, 1, 2, 3].map((account) => life({ account, endDay: account < 2 ? 120 : null }));
    const { input } = lab(lives, () => 0, { testFrom: null });
    const figures = compute(input, { a: [20, 60, 80, 90], b: [10, Number.NaN, 70, 90] });
    expect(
      figures.choices.map(({ choice, rows, unscoredRows, auc, catchRate }) => [
        choice,
        rows,
        unscoredRows,
        auc?.value,
        catchRate.count,
        catchRate.total,
      ]),
    ).toEqual([
      ['asSet', 4, 0, 1, 1, 2],
      ['exclude', 4, 0, 1, 1, 2],
      ['neutral', 4, 0, 1, 1, 2],
      ['worst', 4, 0, 1, 2, 2],
      ['complete', 3, 0, 1, 1, 1],
    ]);
    expect(
      figures.measures.map(({ measureId, churned, kept }) => [
        measureId,
        churned.count,
        churned.total,
        kept.count,
      ]),
    ).toEqual([
      ['a', 0, 2, 0],
      ['b', 1, 2, 0],
    ]);
    // P(kept has a value and churned has not) + ½ P(both have).
    expect(figures.measures[1]!.auc!.value).toBe(0.75);
    expect(figures.measures[0]!.auc).toBeNull();
    expect(figures.choices[3]!.bands.map(({ rows }) => rows)).toEqual([2, 0, 2]);
  });

  it('counts every row once, and the same under each policy where nothing is missing', () => {
    fc.assert(
      fc.property(
        randomLab(8),
        fc.integer({ min: 1, max: 2 ** 30 }),
        fc.boolean(),
        ({ input }, seed, whole) => {
          const random = createRandom(seed);
          const draw = () => (!whole && random.integer(10) < 3 ? Number.NaN : random.integer(101));
          const columns = {
            a: Array.from(input.panel.account, draw),
            b: Array.from(input.panel.account, draw),
          };
          const figures = compute(input, columns);
          expect(missingFiguresSchema.safeParse(figures).error).toBeUndefined();
          const rows = judgedRows(input);
          for (const { choice, rows: scored, unscoredRows, bands } of figures.choices) {
            if (choice !== 'complete') expect(scored + unscoredRows).toBe(rows.row.length);
            expect(bands.reduce((sum, band) => sum + band.rows, 0)).toBe(scored);
          }
          const positives = rows.row.filter((r) => input.panel.label[r] === POSITIVE);
          const missing = positives.filter((r) => Number.isNaN(columns.a[r]!)).length;
          expect([figures.measures[0]!.churned.count, figures.measures[0]!.churned.total]).toEqual([
            missing,
            positives.length,
          ]);
          if (!whole) return;
          const [first, ...others] = figures.choices.map(({ choice: _, ...rest }) => rest);
          for (const other of others) expect(other).toEqual(first);
        },
      ),
      { numRuns: 60, seed: 8 },
    );
  });

  it('puts one policy into every group and variant', () => {
    const variant = { id: 'v', name: 'v', conditions: [], groups: [group('c')], borrowK: 0 };
    const changed = withMissingPolicy({ ...card, variants: [variant] }, { type: 'worst' });
    const groups = [...changed.groups, ...changed.variants!.flatMap((one) => one.groups)];
    expect(groups.flatMap((one) => one.measures.map(({ missing }) => missing.type))).toEqual([
      'worst',
      'worst',
      'worst',
    ]);
  });
});

function compute(input: ReturnType<typeof lab>['input'], columns: Record<string, number[]>) {
  return computeMissingLab({
    ...input,
    scorecard: card,
    columns: new Map(Object.entries(columns).map(([id, values]) => [id, Float64Array.from(values)])),
    context: null,
  });
}
