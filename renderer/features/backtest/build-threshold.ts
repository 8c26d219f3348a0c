import type { WindowFigures } from '../../../shared/schemas/figures.ts';
import { wilson } from '../../../shared/statistics/wilson.ts';

export interface Rate {
  readonly count: number;
  readonly total: number;
  /** Null where the total is 0. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface ThresholdFigures {
  /** Scored rows: alarm = score below the threshold. */
  readonly caught: number;
  readonly falseAlarm: number;
  readonly missed: number;
  readonly healthy: number;
  /** Per churner at its decision date; unscored churners count as missed. */
  readonly catchRate: Rate;
  /** Per row in alarm. */
  readonly hitRate: Rate;
  /** Kept accounts in alarm at least once. */
  readonly everRed: Rate;
  readonly accountsContacted: number;
  readonly roc: { readonly falsePositiveRate: number; readonly truePositiveRate: number };
}

/** Sums of a window's 1,001-cell arrays: what lies below each threshold, so that a moving handle costs nothing. */
export interface ThresholdSums {
  readonly figures: WindowFigures;
  readonly overlap: number;
  readonly positives: readonly number[];
  readonly kept: readonly number[];
  readonly churners: readonly number[];
  readonly accounts: readonly number[];
  readonly keptAccounts: readonly number[];
}

/** @param overlap as-of dates that see the same outcome: pooled rows count as fewer, see `horizonOverlap` */
export function buildThresholdSums(figures: WindowFigures, overlap: number): ThresholdSums {
  return {
    figures,
    overlap,
    positives: sumsBelow(figures.positivesByScore),
    kept: sumsBelow(figures.keptByScore),
    churners: sumsBelow(figures.churnersByDecisionScore),
    accounts: sumsBelow(figures.accountsByLowestScore),
    keptAccounts: sumsBelow(figures.keptAccountsByLowestScore),
  };
}

/** All figures of the alarm "score below threshold". @param threshold in tenths, 0–1,001 */
export function buildThreshold(sums: ThresholdSums, threshold: number): ThresholdFigures {
  const at = Math.min(1001, Math.max(0, Math.round(threshold)));
  const positives = sums.positives[1001]!;
  const kept = sums.kept[1001]!;
  const caught = sums.positives[at]!;
  const falseAlarm = sums.kept[at]!;
  return {
    caught,
    falseAlarm,
    missed: positives - caught,
    healthy: kept - falseAlarm,
    catchRate: rateOf(sums.churners[at]!, sums.figures.churners, 1),
    hitRate: rateOf(caught, caught + falseAlarm, sums.overlap),
    everRed: rateOf(sums.keptAccounts[at]!, sums.figures.keptAccounts, 1),
    accountsContacted: sums.accounts[at]!,
    roc: {
      falsePositiveRate: kept === 0 ? 0 : falseAlarm / kept,
      truePositiveRate: positives === 0 ? 0 : caught / positives,
    },
  };
}

/** Expected cost of a threshold: every missed churner and every contact has its price. */
export function costOf(figures: ThresholdFigures, costOfMiss: number, costOfCall: number) {
  const missed = figures.catchRate.total - figures.catchRate.count;
  const calls = figures.hitRate.total;
  return {
    missed,
    calls,
    total: missed * costOfMiss + calls * costOfCall,
    nobody: figures.catchRate.total * costOfMiss,
  };
}

/** Share with its Wilson interval; with overlapping horizons on fewer effective rows. */
export function rateOf(count: number, total: number, overlap: number): Rate {
  const interval = wilson(count / overlap, total / overlap);
  return {
    count,
    total,
    share: total === 0 ? null : count / total,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

function sumsBelow(counts: readonly number[]): number[] {
  const sums = new Array<number>(counts.length + 1).fill(0);
  for (let score = 0; score < counts.length; score++) sums[score + 1] = sums[score]! + counts[score]!;
  return sums;
}
