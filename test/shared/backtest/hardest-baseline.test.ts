import { describe, expect, it } from 'vitest';
import { buildPanel, type Panel } from '../../../shared/backtest/build-panel.ts';
import { hardestBaseline } from '../../../shared/backtest/hardest-baseline.ts';
import { selectRows } from '../../../shared/backtest/window-rows.ts';
import { life, lifeTable, plainSettings } from './random-panel.ts';

// 20 accounts as of day 100, the first 10 of which churn ten days later.
const panel: Panel = buildPanel(
  lifeTable(
    Array.from({ length: 20 }, (_, account) => life({ account, endDay: account < 10 ? 110 : null })),
    20,
  ),
  plainSettings,
);
const rows = selectRows(
  panel,
  Int32Array.from(panel.account, (_, r) => r),
);
const perfect = Float64Array.from(panel.account);
const weak = Float64Array.from(panel.account, (account) => account % 9);

describe('the hardest baseline', () => {
  it('is the rule that ranks the rows best, with its interval', () => {
    const found = hardestBaseline(panel, rows, [
      { key: 'chance', values: null },
      { key: 'tenure', values: weak },
      { key: 'lastActivity', values: perfect },
    ]);
    expect(found).toMatchObject({ key: 'lastActivity', auc: { value: 1, high: 1 } });
    expect(found!.auc.low).toBeLessThan(1);
  });

  it('is chance where every rule ranks worse or cannot be judged', () => {
    const lacking = perfect.map((value, r) => (r < 2 ? Number.NaN : value));
    const found = hardestBaseline(panel, rows, [
      { key: 'tenure', values: perfect.map((value) => -value) },
      { key: 'lastActivity', values: lacking },
      { key: 'usageOnly', values: new Float64Array(20).fill(3) },
    ]);
    expect(found).toEqual({ key: 'chance', auc: { value: 0.5, low: null, high: null } });
  });

  it('is none where all rows have one outcome', () => {
    const kept = selectRows(
      panel,
      Int32Array.from({ length: 10 }, (_, r) => r + 10),
    );
    expect(hardestBaseline(panel, kept, [{ key: 'tenure', values: perfect }])).toBeNull();
  });
});
