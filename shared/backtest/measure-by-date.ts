import type { MeasureDetail } from '../schemas/measure-explorer.ts';
import { delong } from '../statistics/delong.ts';
import { quantileLinearSorted } from '../statistics/quantile-linear.ts';
import { KEPT, type Panel, POSITIVE } from './build-panel.ts';
import { toEstimate } from './window-figures.ts';

/**
 * What a measure is like at each as-of date.
 * `history`: how many eligible accounts have a value, and its quartiles (type 7), at every date of the panel: a change
 * of how a column is counted shows here. Outcomes play no part, so dates after the design window may be looked at.
 * `byDate`: at the dates of the design window, the AUC of kept above churned (with `isHigherHealthy` false, of churned
 * above kept) with DeLong's interval, which is right for one date; null with fewer than two rows in a class or a constant.
 * @param values by panel row, NaN = missing
 */
export function measureByDate(
  panel: Panel,
  values: ArrayLike<number>,
  { isDesign, isHigherHealthy }: { isDesign: (snapshot: number) => boolean; isHigherHealthy: boolean },
): Pick<MeasureDetail, 'history' | 'byDate'> {
  const dates = Array.from(panel.asOfDays, () => ({
    accounts: 0,
    all: [] as number[],
    churned: [] as number[],
    kept: [] as number[],
  }));
  for (let r = 0; r < panel.account.length; r++) {
    const date = dates[panel.snapshot[r]!]!;
    date.accounts++;
    const value = values[r]!;
    if (Number.isNaN(value)) continue;
    date.all.push(value);
    if (panel.label[r] === POSITIVE) date.churned.push(value);
    if (panel.label[r] === KEPT) date.kept.push(value);
  }
  return {
    history: dates.map(({ accounts, all }, s) => {
      const sorted = Float64Array.from(all).sort();
      return {
        asOf: panel.asOfDays[s]!,
        inDesign: isDesign(s),
        accounts,
        withValue: all.length,
        lowQuarter: quantileLinearSorted(sorted, 0.25),
        median: quantileLinearSorted(sorted, 0.5),
        highQuarter: quantileLinearSorted(sorted, 0.75),
      };
    }),
    byDate: dates.flatMap(({ churned, kept }, s) => {
      if (!isDesign(s)) return [];
      const auc = isHigherHealthy ? delong(kept, churned) : delong(churned, kept);
      const counts = { positives: churned.length, kept: kept.length };
      return [{ asOf: panel.asOfDays[s]!, ...counts, auc: toEstimate(auc) }];
    }),
  };
}
