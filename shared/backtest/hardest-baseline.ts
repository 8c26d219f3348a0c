import type { BaselineKey, Estimate } from '../schemas/figures.ts';
import { ordinalBuckets } from '../statistics/ordinal-buckets.ts';
import { sameDateAuc } from '../statistics/same-date-auc.ts';
import type { Panel } from './build-panel.ts';
import { type BaselineValues, isBeside, lacksChurners, turnOver } from './judge-baselines.ts';
import { toEstimate } from './window-figures.ts';
import type { WindowRows } from './window-rows.ts';

/**
 * The plain rule that ranks these rows best, among those a verdict would judge (a missing value ranks as the rule's
 * worst; a rule that more than 10 % of the churners lack, or that is constant within every date, takes no part). Chance,
 * .5 exactly, is always among them, so it is the answer where nothing ranks better. Null where the rows hold one class.
 * @param isHoped the outcome is one to hope for: a rule ranks well that puts it at the healthy side
 */
export function hardestBaseline(
  panel: Panel,
  rows: WindowRows,
  baselines: readonly BaselineValues[],
  isHoped = false,
): { readonly key: BaselineKey; readonly auc: Estimate } | null {
  if (rows.positive.every((flag) => flag === rows.positive[0])) return null;
  let hardest: { key: BaselineKey; auc: Estimate } = {
    key: 'chance',
    auc: { value: 0.5, low: null, high: null },
  };
  for (const { key, values } of baselines) {
    if (values === null || isBeside(key) || lacksChurners(panel, rows, values)) continue;
    const bucket = ordinalBuckets(
      Float64Array.from(rows.row, (r) => (isHoped ? turnOver(values[r]!) : values[r]!)),
      rows.snapshot,
      rows.snapshotCount,
    );
    const auc = toEstimate(sameDateAuc({ ...rows, bucket }));
    if (auc !== null && auc.value > hardest.auc.value) hardest = { key, auc };
  }
  return hardest;
}
