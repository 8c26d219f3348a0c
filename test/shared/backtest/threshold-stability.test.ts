import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOfWindow } from '../../../shared/backtest/choose-split.ts';
import { learntWindow } from '../../../shared/backtest/lab-input.ts';
import { adviseThresholds, type ThresholdInput } from '../../../shared/backtest/threshold-stability.ts';
import { decisionRows } from '../../../shared/backtest/window-figures.ts';
import { selectRows, selectScored } from '../../../shared/backtest/window-rows.ts';
import { thresholdAdviceSchema } from '../../../shared/schemas/threshold-advice.ts';
import {
  suggestThresholdByCapacity,
  suggestThresholdByCost,
} from '../../../shared/suggestions/suggest-threshold.ts';
import { type Lab, labOf, randomLab } from './lab-panel.ts';
import { life, lifeTable, plainSettings } from './random-panel.ts';

const input = ({ input: made, lives }: Lab, part: Partial<ThresholdInput> = {}): ThresholdInput => ({
  ...made,
  accountOrder: Array.from({ length: lives.offsets.length - 1 }, (_, account) => account),
  seed: 3,
  capacityPerAsOf: 2,
  costs: { miss: 20, call: 1 },
  resamples: 20,
  ...part,
});

/** 60 accounts, every third of which churns after it fell to about 30 points. */
const worn = labOf(
  lifeTable(
    Array.from({ length: 60 }, (_, account) => life({ account, endDay: account % 3 === 0 ? 170 : null })),
    60,
  ),
  (account) => (account % 3 === 0 ? 250 + account : 500 + 5 * account),
  {
    ...plainSettings,
    schedule: { type: 'typed', days: [100, 130, 150] },
    testFrom: null,
    capacityPerAsOf: 5,
  },
);

describe('thresholds with their spread', () => {
  it('are the suggested ones of the design window', () => {
    fc.assert(
      fc.property(randomLab(25), (made) => {
        const advice = adviseThresholds(input(made, { resamples: 0 }));
        expect(thresholdAdviceSchema.safeParse(advice).error).toBeUndefined();
        const { panel, windows, scores } = made.input;
        const rows = selectRows(panel, rowsOfWindow(panel, windows, [learntWindow(windows)]));
        const scored = selectScored(rows, scores);
        expect(advice.byCapacity?.bound ?? null).toBe(
          tenths(suggestThresholdByCapacity(scored, 2)?.bound ?? null),
        );
        const at = new Map(Array.from(scored.row, (row, i) => [row, i]));
        const decisions = decisionRows(panel, rows).flatMap((row) => at.get(row) ?? []);
        const gate = { level: 'all' } as Parameters<typeof suggestThresholdByCost>[2]['gate'];
        const byCost = suggestThresholdByCost(scored, decisions, { missCost: 20, callCost: 1, gate });
        if (advice.byCost !== null && byCost.type === 'suggested') {
          expect(advice.byCost).toMatchObject({
            bound: tenths(byCost.bound),
            cost: byCost.cost,
            misses: byCost.misses,
            calls: byCost.calls,
          });
        }
      }),
      { numRuns: 80, seed: 4 },
    );
  });

  it('lie apart where the bound rests on a few accounts, and are the same for the same seed', () => {
    const advice = adviseThresholds(input(worn, { capacityPerAsOf: 5, resamples: 100 }));
    const { bound, low, high, perDate } = advice.byCapacity!;
    expect(perDate).toBe(5);
    expect(low).toBeLessThan(bound);
    expect(high).toBeGreaterThan(bound);
    expect(adviseThresholds(input(worn, { capacityPerAsOf: 5, resamples: 100 }))).toEqual(advice);
    expect(adviseThresholds(input(worn, { seed: 9, resamples: 100 })).byCapacity).not.toEqual(
      advice.byCapacity,
    );
  });

  it('by cost stand just above the last churner where nobody else is near, in every resample', () => {
    const { byCost, churners } = adviseThresholds(input(worn, { resamples: 50 }));
    expect(churners).toBe(20);
    // The churners hold 250 … 307, the others 505 and more.
    expect(byCost).toMatchObject({ bound: 308, misses: 0, calls: 60 });
    expect(byCost!.low).toBeGreaterThanOrEqual(290);
    expect(byCost!.high).toBeLessThanOrEqual(308);
  });

  it('call nobody where a call costs more than a miss', () => {
    expect(adviseThresholds(input(worn, { costs: { miss: 1, call: 50 } })).byCost).toMatchObject({
      bound: 0,
      misses: 20,
      calls: 0,
    });
  });

  it('do not depend on the order of accounts in the file', () => {
    const turned = input(worn, { accountOrder: Array.from({ length: 60 }, (_, i) => 59 - i) });
    const advice = adviseThresholds(turned);
    expect(advice.byCapacity?.bound).toBe(adviseThresholds(input(worn)).byCapacity?.bound);
  });

  it('of nothing are none, and by cost none below ten churners', () => {
    const empty = labOf(lifeTable([]), () => 500, { ...plainSettings, testFrom: null });
    expect(adviseThresholds(input(empty))).toMatchObject({ byCapacity: null, byCost: null, resamples: 0 });
    const few = labOf(
      lifeTable([life({ endDay: 120 }), life({ account: 1 })], 2),
      (account) => 300 + 400 * account,
      { ...plainSettings, testFrom: null },
    );
    expect(adviseThresholds(input(few))).toMatchObject({ byCost: null, churners: 1 });
  });
});

function tenths(points: number | null): number | null {
  return points === null ? null : Math.round(points * 10);
}
