import type { LintFinding } from '../schemas/figures.ts';
import type { Aggregation, Measure } from '../schemas/measure.ts';
import { measuresNeeded } from '../scoring/design-hash.ts';
import { ordinalBuckets } from '../statistics/ordinal-buckets.ts';
import { sameDateAuc } from '../statistics/same-date-auc.ts';
import type { Panel } from './build-panel.ts';
import { rowsOfWindow, type SnapshotWindow } from './choose-split.ts';
import type { ReplayInput } from './replay.ts';
import { rowsWithValue, selectRows, valuesOfRows } from './window-rows.ts';

const SUSPICIOUS_AUC = 0.9;
const MINIMUM_CHURNERS = 10;
const flagName = /churn|cancel|attrit|解約|退会|離反|離脱/i;

export type DefinitionFlag = 'flagName' | 'undatedAttribute' | 'undatedRecordFilter';

/** What makes a measure unfit to look back with, or worth a second look; see `LintFinding`. */
export function lintScorecard(
  input: Pick<ReplayInput, 'dataset' | 'scorecard' | 'measures'>,
  panel: Panel,
  columns: ReadonlyMap<string, Float64Array>,
  windows: readonly SnapshotWindow[],
): LintFinding[] {
  const findings: LintFinding[] = [];
  for (const id of measuresNeeded(input.scorecard, input.measures)) {
    const measure = input.measures.get(id);
    if (measure === undefined) continue;
    findings.push(...lintMeasure(measure, panel, columns.get(id), windows));
  }
  const assumed = input.dataset.lives.assumedStart.reduce((sum, flag) => sum + flag, 0);
  if (assumed > 0) {
    findings.push({ kind: 'assumedStart', measureId: null, name: '', auc: null, count: assumed });
  }
  return findings;
}

/** Findings of one measure; `values` by panel row, if computed. */
export function lintMeasure(
  measure: Measure,
  panel: Panel,
  values: Float64Array | undefined,
  windows: readonly SnapshotWindow[],
): LintFinding[] {
  const finding = (kind: LintFinding['kind'], auc: number | null = null): LintFinding => ({
    kind,
    measureId: measure.id,
    name: measure.name,
    auc,
    count: null,
  });
  const findings: LintFinding[] = [];
  for (const kind of lintDefinition(measure)) findings.push(finding(kind));
  const auc = values === undefined ? null : tooGoodAuc(panel, values, windows);
  if (auc !== null) findings.push(finding('tooGood', auc));
  return findings;
}

/** What its own definition says against a measure, without looking at values; the measures inside it are not followed. */
export function lintDefinition({ aggregation }: Measure): DefinitionFlag[] {
  const flags: DefinitionFlag[] = [];
  if (namesOf(aggregation).some((name) => flagName.test(name))) flags.push('flagName');
  if ('attribute' in aggregation && aggregation.attribute !== null) flags.push('undatedAttribute');
  if ('filters' in aggregation && aggregation.filters.length > 0) flags.push('undatedRecordFilter');
  return flags;
}

/** AUC of a single measure on all mature rows when it is ≥ .90 or ≤ .10 on ≥ 10 churners, else null. */
function tooGoodAuc(panel: Panel, values: Float64Array, windows: readonly SnapshotWindow[]): number | null {
  const row = rowsWithValue(rowsOfWindow(panel, windows, ['design', 'purge', 'test', 'all']), values);
  if (row.length === 0) return null;
  const rows = selectRows(panel, row);
  const bucket = ordinalBuckets(valuesOfRows(row, values), rows.snapshot, rows.snapshotCount);
  const result = sameDateAuc({ ...rows, bucket });
  if (result.auc === null || result.churnedAccounts < MINIMUM_CHURNERS) return null;
  return result.auc >= SUSPICIOUS_AUC || result.auc <= 1 - SUSPICIOUS_AUC ? result.auc : null;
}

function namesOf(aggregation: Aggregation): string[] {
  return [
    ...('metric' in aggregation ? [aggregation.metric] : []),
    ...('attribute' in aggregation && aggregation.attribute !== null ? [aggregation.attribute] : []),
    ...('column' in aggregation ? [aggregation.column] : []),
  ];
}
