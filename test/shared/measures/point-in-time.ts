import { readFileSync } from 'node:fs';
import { buildPanel, KEPT, type Panel, POSITIVE } from '../../../shared/backtest/build-panel.ts';
import type { LifeTable } from '../../../shared/measures/dataset.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { isoDay } from '../../helpers/saas-panel.ts';

interface Univariate {
  readonly n: number;
  readonly n_missing: number;
  readonly auc: number;
}
interface Delong {
  readonly auc: number;
  readonly delong_var: number;
  readonly ci95_lo: number;
  readonly ci95_hi: number;
}
interface Snapshot {
  readonly active: number;
  readonly churn_90d: number;
  readonly univariate: Readonly<Record<string, Univariate>>;
}
interface Reference {
  readonly saas_panel: {
    readonly point_in_time: Readonly<Record<string, Snapshot>>;
    readonly delong: Readonly<Record<string, Readonly<Record<string, Delong>>>>;
  };
  readonly social_daily: { readonly point_in_time: Readonly<Record<string, Snapshot>> };
}

/** Point-in-time figures made with R and scikit-learn. */
export const reference: Reference = JSON.parse(
  readFileSync(new URL('../../fixtures/reference/reference.json', import.meta.url), 'utf8'),
);

/** Settings of the reference tables: gap 0, horizon 90, no minimum tenure, at typed dates. */
export function snapshotSettings(dates: readonly string[], knownThrough: string): BacktestSettings {
  return {
    schedule: { type: 'typed', days: dates.map(isoDay) },
    gapDays: 0,
    horizonDays: 90,
    minimumTenureDays: 0,
    outcomeDate: 'effective',
    knownThrough: isoDay(knownThrough),
    testFrom: null,
    capacityPerAsOf: 20,
    seed: 1,
  };
}

export function panelOf(lives: LifeTable, dates: readonly string[], knownThrough: string): Panel {
  return buildPanel(lives, snapshotSettings(dates, knownThrough));
}

/** Values of one as-of date split by label, missing ones counted and left out. */
export function byLabel(panel: Panel, snapshot: number, values: ArrayLike<number>) {
  const churned: number[] = [];
  const kept: number[] = [];
  let missing = 0;
  for (let r = 0; r < panel.account.length; r++) {
    if (panel.snapshot[r] !== snapshot || panel.label[r]! > POSITIVE) continue;
    if (Number.isNaN(values[r]!)) missing++;
    else (panel.label[r] === KEPT ? kept : churned).push(values[r]!);
  }
  return { churned, kept, missing };
}
