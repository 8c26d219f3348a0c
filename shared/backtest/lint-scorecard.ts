import { isDatedAttribute } from '../measures/attribute-at.ts';
import type { Dataset } from '../measures/dataset.ts';
import type { LintFinding } from '../schemas/figures.ts';
import type { Aggregation, Measure } from '../schemas/measure.ts';
import { measuresNeeded } from '../scoring/design-hash.ts';
import { ordinalBuckets } from '../statistics/ordinal-buckets.ts';
import { runToEnd } from '../statistics/run-to-end.ts';
import { sameDateAuc } from '../statistics/same-date-auc.ts';
import { takeRows } from '../statistics/take-rows.ts';
import type { Panel } from './build-panel.ts';
import { rowsOfWindow, type SnapshotWindow } from './choose-split.ts';
import { lintSourceRows } from './lint-source-rows.ts';
import type { ReplayInput } from './replay.ts';
import { rowsWithValue, selectRows } from './window-rows.ts';

const SUSPICIOUS_AUC = 0.9;
/** Written out: 1 − .9 is a little below .1 in doubles. */
const SUSPICIOUS_LOW = 0.1;
const MINIMUM_CHURNERS = 10;
const flagName = /churn|cancel|attrit|解約|退会|離反|離脱/i;

/** True where a column is named like the outcome itself (churn, cancel, 解約 …). */
export function isFlagName(name: string): boolean {
  return flagName.test(name);
}

export type DefinitionFlag = 'flagName' | 'undatedAttribute' | 'undatedRecordFilter';

export type LintInput = Pick<ReplayInput, 'dataset' | 'scorecard' | 'measures'> & {
  readonly settings?: Pick<ReplayInput['settings'], 'segment' | 'schedule'>;
};

/**
 * What makes a scorecard unfit to look back with, or worth a second look; see `LintFinding`. Every measure it reads, those
 * inside others too, by its definition, the rows behind it and its own AUC; the attributes that its variants or the
 * segment ask for; accounts without a start. A finding about a measure carries that measure's AUC where it has one.
 */
export function lintScorecard(
  input: LintInput,
  panel: Panel,
  columns: ReadonlyMap<string, Float64Array>,
  windows: readonly SnapshotWindow[],
): LintFinding[] {
  return runToEnd(lintSteps(input, panel, columns, windows));
}

/** lintScorecard in steps, one per measure; each yields the share of the work that is done. */
export function* lintSteps(
  input: LintInput,
  panel: Panel,
  columns: ReadonlyMap<string, Float64Array>,
  windows: readonly SnapshotWindow[],
): Generator<number, LintFinding[], void> {
  const { dataset, measures } = input;
  const findings: LintFinding[] = [];
  const needed = [...measuresNeeded(input.scorecard, measures)];
  for (const [done, id] of needed.entries()) {
    yield done / needed.length;
    const measure = measures.get(id);
    if (measure === undefined) continue;
    const found = measureAuc(panel, columns.get(id), windows);
    findings.push(...findingsOf(dataset, measure, found));
    const auc = found?.auc ?? null;
    for (const { kind, count } of lintSourceRows(dataset, measure.aggregation))
      findings.push({ kind, measureId: id, name: measure.name, auc, count });
  }
  for (const name of attributesAsked(input)) {
    findings.push({ kind: 'undatedCondition', measureId: null, name, auc: null, count: null });
  }
  const assumed = dataset.lives.assumedStart.reduce((sum, flag) => sum + flag, 0);
  if (assumed > 0) {
    findings.push({ kind: 'assumedStart', measureId: null, name: '', auc: null, count: assumed });
  }
  return findings;
}

/** Findings of one measure by its definition and its AUC, if it has one. */
function findingsOf(
  dataset: Pick<Dataset, 'attributeHistory'>,
  measure: Measure,
  found: MeasureAuc | null,
): LintFinding[] {
  const finding = (kind: LintFinding['kind']): LintFinding => ({
    kind,
    measureId: measure.id,
    name: measure.name,
    auc: found?.auc ?? null,
    count: null,
  });
  const findings = lintDefinition(dataset, measure).map(finding);
  if (found !== null && isTooGood(found)) findings.push(finding('tooGood'));
  return findings;
}

/** What its own definition says against a measure, without looking at values; the measures inside it are not followed. */
export function lintDefinition(
  dataset: Pick<Dataset, 'attributeHistory'>,
  { aggregation }: Measure,
): DefinitionFlag[] {
  const flags: DefinitionFlag[] = [];
  if (namesOf(aggregation).some(isFlagName)) flags.push('flagName');
  const attribute = 'attribute' in aggregation ? aggregation.attribute : null;
  if (attribute !== null && !isDatedAttribute(dataset, attribute)) flags.push('undatedAttribute');
  if ('filters' in aggregation && aggregation.filters.length > 0) flags.push('undatedRecordFilter');
  return flags;
}

interface MeasureAuc {
  readonly auc: number | null;
  readonly churnedAccounts: number;
}

/** Of a measure by itself: AUC ≥ .90 or ≤ .10 on at least 10 churned accounts; never where it is undefined (null). */
export function isTooGood({ auc, churnedAccounts }: MeasureAuc): boolean {
  if (auc === null) return false;
  return churnedAccounts >= MINIMUM_CHURNERS && (auc >= SUSPICIOUS_AUC || auc <= SUSPICIOUS_LOW);
}

/** AUC of a single measure on the design window's rows with a value: the test window stays closed. Null without any. */
function measureAuc(
  panel: Panel,
  values: Float64Array | undefined,
  windows: readonly SnapshotWindow[],
): MeasureAuc | null {
  if (values === undefined) return null;
  const row = rowsWithValue(rowsOfWindow(panel, windows, ['design', 'all']), values);
  if (row.length === 0) return null;
  const rows = selectRows(panel, row);
  const bucket = ordinalBuckets(takeRows(values, row), rows.snapshot, rows.snapshotCount);
  const { auc, churnedAccounts } = sameDateAuc({ ...rows, bucket });
  return auc === null ? null : { auc, churnedAccounts };
}

/** Undated attributes that decide who counts, when, or by which weights, once each. */
function attributesAsked({ dataset, scorecard, settings }: Parameters<typeof lintScorecard>[0]): string[] {
  const asked = (conditions: readonly { readonly type: string; readonly attribute?: string }[]) =>
    conditions.flatMap(({ attribute }) => attribute ?? []);
  const ofSegment = asked(settings?.segment?.conditions ?? []);
  const ofVariants = asked((scorecard.variants ?? []).flatMap((variant) => variant.conditions));
  const ofContract =
    settings?.schedule.type === 'renewal'
      ? (['renewalOn', 'termMonths'] as const).flatMap((role) => dataset.contract.get(role) ?? [])
      : [];
  const names = new Set([...ofSegment, ...ofVariants, ...ofContract]);
  return [...names].filter((name) => !isDatedAttribute(dataset, name));
}

function namesOf(aggregation: Aggregation): string[] {
  return [
    ...('metric' in aggregation ? [aggregation.metric] : []),
    ...('attribute' in aggregation && aggregation.attribute !== null ? [aggregation.attribute] : []),
    ...('column' in aggregation ? [aggregation.column] : []),
  ];
}
