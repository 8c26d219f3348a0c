import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { buildPanel, KEPT, type Panel, POSITIVE } from '../../../shared/backtest/build-panel.ts';
import type { LifeTable } from '../../../shared/measures/dataset.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { averagePrecision } from '../../../shared/statistics/average-precision.ts';
import { deciles, uniqueEdges } from '../../../shared/statistics/deciles.ts';
import { countByBin, informationValue } from '../../../shared/statistics/information-value.ts';
import { kolmogorovSmirnov } from '../../../shared/statistics/kolmogorov-smirnov.ts';
import { wilson } from '../../../shared/statistics/wilson.ts';
import { isoDay } from '../../helpers/saas-panel.ts';

interface Univariate {
  readonly n: number;
  readonly n_missing: number;
  readonly auc: number;
  readonly ks: number;
  readonly average_precision_high: number;
  readonly average_precision_low: number;
  readonly deciles_type7: readonly number[];
  readonly iv: {
    readonly churned: readonly number[];
    readonly retained: readonly number[];
    readonly iv_half_in_zero_bins: number;
    readonly iv_half_everywhere: number;
    readonly iv_drop_zero_bins: number;
  };
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
  readonly wilson95: readonly [number, number];
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

/** The figures of one measure against the reference: KS, average precision both ways, deciles, IV in its variants. */
export function expectUnivariate(
  { churned, kept }: { readonly churned: readonly number[]; readonly kept: readonly number[] },
  expected: Univariate,
): void {
  const values = [...churned, ...kept];
  const negated = (part: readonly number[]) => part.map((value) => -value);
  expect(kolmogorovSmirnov(churned, kept)).toBeCloseTo(expected.ks, 9);
  expect(averagePrecision(churned, kept)).toBeCloseTo(expected.average_precision_high, 9);
  expect(averagePrecision(negated(churned), negated(kept))).toBeCloseTo(expected.average_precision_low, 9);
  const edges = deciles(values);
  for (const [tenth, edge] of edges.entries()) {
    expect(edge).toBeCloseTo(expected.deciles_type7[tenth]!, 9);
  }
  const counts = countByBin(churned, kept, uniqueEdges(edges));
  expect([counts.positives, counts.negatives]).toEqual([expected.iv.churned, expected.iv.retained]);
  expect(informationValue(counts, 'halfInZeroBins')).toBeCloseTo(expected.iv.iv_half_in_zero_bins, 9);
  expect(informationValue(counts, 'halfEverywhere')).toBeCloseTo(expected.iv.iv_half_everywhere, 9);
  expect(informationValue(counts, 'dropZeroBins')).toBeCloseTo(expected.iv.iv_drop_zero_bins, 9);
}

/** The churn rate's interval of one date against the reference. */
export function expectWilson({ active, churn_90d, wilson95 }: Snapshot): void {
  const interval = wilson(churn_90d, active)!;
  expect(interval.low).toBeCloseTo(wilson95[0], 9);
  expect(interval.high).toBeCloseTo(wilson95[1], 9);
}
