import { type AsOfRows, computeMeasure } from '../measures/compute-measure.ts';
import type { Dataset } from '../measures/dataset.ts';
import type { Aggregation } from '../schemas/measure.ts';
import type { BaselineValues } from './judge-baselines.ts';

/**
 * The plain rules a score must beat, as values by row with higher = healthier: chance; days since last activity
 * (fewer is healthier); usage only (main usage of the last 30 days or last complete period); tenure (longer); an imported
 * score, where one is named. Beside the verdict only: the largest amount first, where the accounts have one.
 * @param mainUsage the metric tagged main usage; null = the two usage rules have no data
 * @param incumbent the metric that holds an imported score, its newest value counts; absent = there is none
 */
export function computeBaselines(
  dataset: Dataset,
  mainUsage: string | null,
  rows: AsOfRows,
  incumbent?: string,
): BaselineValues[] {
  const compute = (aggregation: Aggregation): Float64Array =>
    computeMeasure(
      dataset,
      { id: 'baseline', name: 'baseline', aggregation, direction: 'higher', actionable: false },
      new Map(),
      rows,
    );
  const amount = dataset.contract.get('contractAmount');
  const usage = mainUsage === null ? undefined : dataset.metrics.get(mainUsage);
  return [
    { key: 'chance', values: null },
    {
      key: 'lastActivity',
      values:
        usage === undefined
          ? null
          : compute({ type: 'daysSinceLast', metric: usage.name }).map((days) => -days),
    },
    {
      key: 'usageOnly',
      values:
        usage === undefined
          ? null
          : compute({
              type: 'sum',
              metric: usage.name,
              lookback: usage.grain === 'day' ? 30 : 1,
              shift: 0,
              noRow: 'byKind',
            }),
    },
    { key: 'tenure', values: compute({ type: 'tenure' }) },
    ...(incumbent === undefined
      ? []
      : [
          {
            key: 'incumbent' as const,
            values: dataset.metrics.has(incumbent)
              ? compute({ type: 'latest', metric: incumbent, staleAfterDays: null })
              : null,
          },
        ]),
    ...(amount === undefined
      ? []
      : [
          {
            key: 'largestAmount' as const,
            values: compute({ type: 'attribute', attribute: amount }).map((value) => -value),
          },
        ]),
  ];
}
