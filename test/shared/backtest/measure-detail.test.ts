import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEPT, POSITIVE } from '../../../shared/backtest/build-panel.ts';
import { measureBinFigures } from '../../../shared/backtest/measure-bin-figures.ts';
import { measureByDate } from '../../../shared/backtest/measure-by-date.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { wilson } from '../../../shared/statistics/wilson.ts';
import { drawMeasure, drawRows } from '../suggestions/random-rows.ts';
import { scoredPanel } from './random-panel.ts';

describe('measureBinFigures', () => {
  it('puts every row into one bin by its value, with the rate and interval of its rows', () => {
    const random = createRandom(5);
    const rows = drawRows(random, { accounts: 90, dates: 6, churned: 25 });
    const values = drawMeasure(random, rows, { effect: 1, missing: 0.2 });
    const { bins, missing } = measureBinFigures(rows, values, 2);
    const inBin = (low: number, high: number) =>
      [...values.keys()].filter((r) => values[r]! >= low && values[r]! <= high);
    for (const [b, bin] of bins.entries()) {
      const of = inBin(bin.low, bin.high);
      expect(bin.rows).toBe(of.length);
      expect(bin.accounts).toBe(new Set(of.map((r) => rows.account[r])).size);
      const positives = of.filter((r) => rows.positive[r] === 1).length;
      expect([bin.positives, bin.rate]).toEqual([positives, positives / of.length]);
      expect({ low: bin.rateLow, high: bin.rateHigh }).toEqual(wilson(positives / 2, of.length / 2));
      expect(bin.low).toBeGreaterThan(bins[b - 1]?.high ?? -Infinity);
    }
    expect(missing?.rows).toBe(values.filter(Number.isNaN).length);
  });

  it('has no bin of missing rows where every row has a value', () => {
    const rows = drawRows(createRandom(6), { accounts: 20, dates: 2, churned: 5 });
    const { bins, missing } = measureBinFigures(rows, new Float64Array(rows.account.length).fill(3), 1);
    expect(missing).toBeNull();
    expect(bins.map(({ low, high }) => [low, high])).toEqual([[3, 3]]);
  });
});

describe('measureByDate', () => {
  it('equals counting pairs and sorting by hand at each date', () => {
    fc.assert(
      fc.property(scoredPanel(12), ({ panel, scores }) => {
        const values = Float64Array.from(scores, (score) => (score < 0 ? Number.NaN : score));
        const found = measureByDate(panel, values, { isDesign: (s) => s % 2 === 0, isHigherHealthy: true });
        found.history.forEach((date, s) => {
          const at = [...panel.account.keys()].filter((r) => panel.snapshot[r] === s);
          const present = at
            .flatMap((r) => (Number.isNaN(values[r]!) ? [] : values[r]!))
            .sort((a, b) => a - b);
          const middle = (present[Math.floor((present.length - 1) / 2)]! + present[present.length >> 1]!) / 2;
          expect([date.accounts, date.withValue]).toEqual([at.length, present.length]);
          expect(date.median).toBe(present.length === 0 ? null : middle);
        });
        expect(found.byDate).toHaveLength(Math.ceil(panel.asOfDays.length / 2));
        found.byDate.forEach(({ auc, kept, positives }, i) => {
          const of = (label: number) =>
            [...values.keys()].filter(
              (r) => panel.snapshot[r] === 2 * i && panel.label[r] === label && !Number.isNaN(values[r]!),
            );
          const pairs = of(KEPT).flatMap((k) => of(POSITIVE).map((c) => Math.sign(values[k]! - values[c]!)));
          expect([kept, positives]).toEqual([of(KEPT).length, of(POSITIVE).length]);
          if (auc === null) return;
          const mean = pairs.reduce((sum, sign) => sum + (sign + 1) / 2, 0) / pairs.length;
          expect(auc.value).toBeCloseTo(mean, 12);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('turns the AUC with the direction, and never what came before', () => {
    fc.assert(
      fc.property(scoredPanel(12), ({ panel, scores }) => {
        const values = Float64Array.from(scores, (score) => (score < 0 ? Number.NaN : score));
        const options = { isDesign: () => true };
        const up = measureByDate(panel, values, { ...options, isHigherHealthy: true });
        const down = measureByDate(panel, values, { ...options, isHigherHealthy: false });
        up.byDate.forEach(({ auc }, i) => {
          const other = down.byDate[i]!.auc;
          expect(auc === null).toBe(other === null);
          if (auc !== null) expect(auc.value + other!.value).toBeCloseTo(1, 12);
        });
        const later = values.map((value, r) => (panel.snapshot[r]! > 5 ? value + 1e6 : value));
        const changed = measureByDate(panel, later, { ...options, isHigherHealthy: true });
        expect(changed.history.slice(0, 6)).toEqual(up.history.slice(0, 6));
      }),
      { numRuns: 40 },
    );
  });
});
