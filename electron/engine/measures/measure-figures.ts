import type { Panel } from '../../../shared/backtest/build-panel.ts';
import { isCrossSection } from '../../../shared/backtest/cross-section.ts';
import { isTooGood, lintDefinition } from '../../../shared/backtest/lint-scorecard.ts';
import { toEstimate, turnEstimate } from '../../../shared/backtest/window-figures.ts';
import { rowsWithValue, selectRows, type WindowRows } from '../../../shared/backtest/window-rows.ts';
import { explainValue } from '../../../shared/measures/explain-value.ts';
import { measuresReached } from '../../../shared/measures/measure-references.ts';
import { sourceRows } from '../../../shared/measures/source-rows.ts';
import type { Estimate, Histogram, MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { isHopedFor } from '../../../shared/schemas/outcome-kinds.ts';
import { peerCurve } from '../../../shared/scoring/peer-curve.ts';
import { delong } from '../../../shared/statistics/delong.ts';
import { ordinalBucketSteps } from '../../../shared/statistics/ordinal-buckets.ts';
import { quantileLinearSorted } from '../../../shared/statistics/quantile-linear.ts';
import { sameDateAuc } from '../../../shared/statistics/same-date-auc.ts';
import { sortSteps } from '../../../shared/statistics/sort-steps.ts';
import { takeRows } from '../../../shared/statistics/take-rows.ts';
import { wilson } from '../../../shared/statistics/wilson.ts';
import { runInSlices } from '../analysis/run-in-slices.ts';
import type { AnalysisData, Measures, YieldNow } from './analysis-data.ts';
import type { DesignWindow } from './design-window.ts';

const HISTOGRAM_BINS = 40;
const ROWS_PER_EXAMPLE = 5;

/** Rows of a measure's window that have a value, with the value beside. */
interface ValuedRows extends WindowRows {
  readonly value: Float64Array;
}

/** A measure with its values by panel row (NaN = missing) and where it is looked at. */
export interface MeasureInput {
  readonly measure: Measure;
  readonly values: Float64Array;
  readonly measures: Measures;
  readonly window: DesignWindow;
}

/**
 * What a measure shows on the design window: distribution of churned against kept, churn rate by fifth, AUC with its
 * interval, missing share, and what makes it suspicious.
 */
export async function computeMeasureFigures(
  data: AnalysisData,
  { measure, values, measures, window }: MeasureInput,
  yieldNow: YieldNow,
): Promise<MeasureFigures> {
  const { panel, rows: all } = window;
  // In short steps: an edit of the scorecard comes in between.
  const quietly = () => yieldNow();
  const rows = selectValued(panel, all, values);
  await yieldNow();
  const sorted = await runInSlices(sortSteps(rows.value), quietly, 1);
  const bucketSteps = ordinalBucketSteps(rows.value, rows.snapshot, rows.snapshotCount);
  const bucket = await runInSlices(bucketSteps, quietly, 1);
  await yieldNow();
  const own = sameDateAuc({ ...rows, bucket });
  const estimate = isCrossSection(window.settings) ? delongOfRows(rows) : toEstimate(own);
  const { auc, healthier } = healthierAuc(estimate, isHopedFor(window.settings.outcome));
  await yieldNow();
  const histogram = buildHistogram(rows, sorted);
  const fifths = computeFifths(rows, sorted, window.overlap);
  const examples = pickExamples(data, measure, measures, values, panel);
  await yieldNow();
  return {
    measureId: measure.id,
    rows: all.row.length,
    missingRows: all.row.length - rows.row.length,
    churners: countChurners(panel, all),
    churnersWithValue: countChurners(panel, rows),
    histogram,
    auc,
    healthier,
    fifths,
    examples,
    peers: peerCurve(
      values.filter((_, r) => panel.snapshot[r] === panel.asOfDays.length - 1),
      examples.flatMap(({ value }) => value ?? []),
    ),
    suspicious: flagsOf(
      data,
      [...measuresReached([measure.id], measures)].flatMap((id) => measures.get(id) ?? []),
      { isTooGood: isTooGood(own), hasDates: !isCrossSection(window.settings) },
    ),
  };
}

/**
 * Flags of the measure and of those it is made from: a ratio of an undated attribute is as undated. In a list without
 * dates nothing has one, which is said of the whole list.
 */
function flagsOf(
  { dataset }: AnalysisData,
  parts: readonly Measure[],
  { isTooGood, hasDates }: { readonly isTooGood: boolean; readonly hasDates: boolean },
): MeasureFigures['suspicious'] {
  const all = new Set<MeasureFigures['suspicious'][number]>(
    parts.flatMap((part) => lintDefinition(dataset, part)),
  );
  if (isTooGood) all.add('tooGood');
  const dated = hasDates ? (['undatedAttribute', 'undatedRecordFilter'] as const) : [];
  return (['tooGood', 'flagName', ...dated] as const).filter((flag) => all.has(flag));
}

function selectValued(panel: Panel, all: WindowRows, values: Float64Array): ValuedRows {
  const rows = selectRows(panel, rowsWithValue(all.row, values));
  return { ...rows, value: takeRows(values, rows.row) };
}

function countChurners(panel: Panel, rows: WindowRows): number {
  const lives = new Set<number>();
  rows.row.forEach((r, i) => {
    if (rows.positive[i] === 1) lives.add(panel.life[r]!);
  });
  return lives.size;
}

/** One date: DeLong's interval, as the cross-section of a flagged snapshot has it. */
function delongOfRows({ value, positive }: ValuedRows): Estimate | null {
  const where = (label: number) => value.filter((_, i) => positive[i] === label);
  return toEstimate(delong(where(0), where(1)));
}

/** AUC shown as max(a, 1 − a); the direction counts as settled only where the interval excludes .5. */
function healthierAuc(
  estimate: Estimate | null,
  isHoped: boolean,
): Pick<MeasureFigures, 'auc' | 'healthier'> {
  if (estimate === null) return { auc: null, healthier: 'notSettled' };
  const isKeptHigher = estimate.value >= 0.5;
  const auc: Estimate = isKeptHigher ? estimate : turnEstimate(estimate);
  // Those to whom the hoped-for happened are the healthy ones.
  const isHigher = isKeptHigher !== isHoped;
  const isSettled = auc.low !== null && auc.low > 0.5;
  return { auc, healthier: isSettled ? (isHigher ? 'higher' : 'lower') : 'notSettled' };
}

/** Equal-width bins between the 0.5 % and 99.5 % quantiles, so that a few far values do not flatten the picture. */
function buildHistogram(rows: ValuedRows, sorted: Float64Array): Histogram {
  const low = quantileLinearSorted(sorted, 0.005) ?? 0;
  const high = quantileLinearSorted(sorted, 0.995) ?? 1;
  const { start, width, bins, isWhole } = binLayout(low, high, sorted);
  const churned = new Array<number>(bins).fill(0);
  const kept = new Array<number>(bins).fill(0);
  rows.value.forEach((value, i) => {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((value - start) / width)));
    const counts = rows.positive[i] === 1 ? churned : kept;
    counts[bin]!++;
  });
  const edges = Array.from({ length: bins + 1 }, (_, i) => start + i * width);
  return {
    ...{ edges, churned, kept, isWhole },
    holdsBelow: sorted.length > 0 && sorted[0]! < edges[0]!,
    holdsAbove: sorted.length > 0 && sorted.at(-1)! > edges.at(-1)!,
  };
}

/** Whole numbers in a short range get one bin each, around them; everything else up to 40 bins of equal width. */
function binLayout(low: number, high: number, sorted: Float64Array) {
  const isWhole = sorted.every((value) => Number.isInteger(value));
  if (isWhole) {
    const width = Math.max(1, Math.ceil((high - low + 1) / HISTOGRAM_BINS));
    const first = Math.floor(low);
    const bins = Math.max(1, Math.ceil((Math.floor(high) - first + 1) / width));
    return { start: first - 0.5, width, bins, isWhole };
  }
  if (high <= low) return { start: low - 0.5, width: 1, bins: 1, isWhole };
  return { start: low, width: (high - low) / HISTOGRAM_BINS, bins: HISTOGRAM_BINS, isWhole };
}

function computeFifths(rows: ValuedRows, sorted: Float64Array, overlap: number): MeasureFigures['fifths'] {
  if (sorted.length === 0) return [];
  const edges = [0.2, 0.4, 0.6, 0.8].map((p) => quantileLinearSorted(sorted, p) ?? 0);
  const above = edges.filter((cut) => cut > sorted[0]!);
  const secondLowest = sorted.find((value) => value > sorted[0]!);
  // Where most values are the lowest one, that one against the rest still says something.
  const cuts = above.length > 0 || secondLowest === undefined ? [...new Set(above)] : [secondLowest];
  const counts = Array.from({ length: cuts.length + 1 }, () => ({ rows: 0, positives: 0 }));
  rows.value.forEach((value, i) => {
    let bin = 0;
    while (bin < cuts.length && value >= cuts[bin]!) bin++;
    counts[bin]!.rows++;
    counts[bin]!.positives += rows.positive[i]!;
  });
  return counts.flatMap((count, bin) => {
    const interval = wilson(count.positives / overlap, count.rows / overlap);
    if (interval === null) return [];
    return {
      low: bin === 0 ? sorted[0]! : cuts[bin - 1]!,
      high: cuts[bin] ?? sorted.at(-1)!,
      rows: count.rows,
      positives: count.positives,
      rate: count.positives / count.rows,
      rateLow: interval.low,
      rateHigh: interval.high,
    };
  });
}

/** Three accounts of the newest as-of date: a low, a middle and a high value. */
function pickExamples(
  data: AnalysisData,
  measure: Measure,
  measures: Measures,
  values: Float64Array,
  panel: Panel,
): MeasureFigures['examples'] {
  const newest = panel.asOfDays.length - 1;
  const rows: number[] = [];
  for (let r = 0; r < values.length; r++) {
    if (panel.snapshot[r] === newest && !Number.isNaN(values[r]!)) rows.push(r);
  }
  rows.sort((a, b) => values[a]! - values[b]! || a - b);
  const picks = [...new Set([0.1, 0.5, 0.9].map((p) => rows[Math.floor(p * (rows.length - 1))]))];
  return picks.flatMap((r) =>
    r === undefined
      ? []
      : {
          accountId: data.dataset.accountIds[panel.account[r]!] ?? '',
          name: data.dataset.accountNames[panel.account[r]!] ?? '',
          value: values[r]!,
          ...sourceRows(data.dataset, measure, measures, asOfRow(panel, r), ROWS_PER_EXAMPLE),
          working: explainValue(data.dataset, measure, measures, asOfRow(panel, r)),
        },
  );
}

function asOfRow(panel: Panel, r: number) {
  return {
    account: panel.account[r]!,
    lifeStart: panel.lifeStart[r]!,
    recordsFrom: panel.recordsFrom[r]!,
    asOf: panel.asOf[r]!,
  };
}
