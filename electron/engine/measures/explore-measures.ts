import { appearsAroundChurn } from '../../../shared/backtest/appears-around-churn.ts';
import { isCrossSection } from '../../../shared/backtest/cross-section.ts';
import { lintSourceRows, type SourceFinding } from '../../../shared/backtest/lint-source-rows.ts';
import { orderAccounts } from '../../../shared/backtest/order-accounts.ts';
import { measuresReached } from '../../../shared/measures/measure-references.ts';
import { withoutExpiry } from '../../../shared/measures/without-expiry.ts';
import type { ExploredMeasure, Explorer } from '../../../shared/schemas/measure-explorer.ts';
import { isHopedFor } from '../../../shared/schemas/outcome-kinds.ts';
import { kolmogorovSmirnov } from '../../../shared/statistics/kolmogorov-smirnov.ts';
import { takeRows } from '../../../shared/statistics/take-rows.ts';
import {
  type CorrelationMatrix,
  correlationClusters,
  spearmanSteps,
} from '../../../shared/suggestions/correlation-clusters.ts';
import { prepareMeasure, signalOf } from '../../../shared/suggestions/measure-signal.ts';
import { type NoiseFloor, noiseFloorSteps } from '../../../shared/suggestions/noise-floor.ts';
import { countChurnedAccounts } from '../../../shared/suggestions/suggestion-gate.ts';
import { runInSlices } from '../analysis/run-in-slices.ts';
import type { AnalysisData, MeasureFacts, Measures, YieldNow } from './analysis-data.ts';
import type { DesignWindow } from './design-window.ts';
import { windowColumns } from './window-columns.ts';

const SHUFFLES = 200;

/**
 * All measures beside one another on the design window. Facts of one measure are kept with the data, so that a new
 * measure costs its own work only; the noise floors of measures do not depend on each other.
 */
export async function exploreMeasures(
  data: AnalysisData,
  { ids, measures, window }: { ids: readonly string[]; measures: Measures; window: DesignWindow },
  yieldNow: YieldNow,
): Promise<Explorer> {
  const { rows, settings } = window;
  const columns = await windowColumns(data, ids, { ...window, measures }, yieldNow);
  const values = new Map<string, Float64Array>();
  for (const [id, column] of columns) values.set(id, takeRows(column, rows.row));
  const keyOf = (id: string) =>
    `${window.testFrom} ${settings.seed} ${data.columnKey(id, measures, settings)}`;
  const known = new Map(ids.map((id) => [id, data.measureFacts(keyOf(id))]));
  const fresh = ids.filter((id) => known.get(id) === undefined);
  const ofFresh = fresh.map((id) => values.get(id)!);
  const floors = await findNoiseFloors(data, window, ofFresh, yieldNow);
  for (const [i, id] of fresh.entries()) {
    await yieldNow();
    const input = { id, measures, window, values: ofFresh[i]! };
    const gathered = { ...(await gatherFacts(data, input, yieldNow)), noise: floors[i]! };
    data.keepMeasureFacts(keyOf(id), gathered);
    known.set(id, gathered);
  }
  const facts = ids.map((id) => known.get(id)!);
  const matrix = await runInSlices(spearmanSteps([...values.values()]), yieldNow, SHUFFLES);
  return {
    items: ids.map((measureId, i) => toItem(measureId, facts[i]!)),
    clusters: nameClusters(ids, matrix, facts),
    correlations: Array.from(matrix.values, (rho) => (Number.isNaN(rho) ? null : rho)),
    rows: rows.row.length,
    churners: countChurnedAccounts(rows),
  };
}

function findNoiseFloors(
  data: AnalysisData,
  { rows, settings }: DesignWindow,
  columns: readonly Float64Array[],
  yieldNow: YieldNow,
): Promise<NoiseFloor[]> {
  const accountOrder = orderAccounts(data.dataset.accountIds);
  const options = { seed: settings.seed, shuffles: SHUFFLES, accountOrder };
  return runInSlices(noiseFloorSteps(rows, columns, options), yieldNow, SHUFFLES);
}

interface FactsInput {
  readonly id: string;
  readonly measures: Measures;
  readonly window: DesignWindow;
  readonly values: Float64Array;
}

async function gatherFacts(
  data: AnalysisData,
  { id, measures, window, values }: FactsInput,
  yieldNow: YieldNow,
): Promise<Omit<MeasureFacts, 'noise'>> {
  const { rows, settings, panel, isDesign } = window;
  const present = values.filter((value) => !Number.isNaN(value));
  const valuesWhere = (positive: number) =>
    values.filter((value, i) => !Number.isNaN(value) && rows.positive[i] === positive);
  const column = (await windowColumns(data, [id], { ...window, measures }, yieldNow)).get(id)!;
  return {
    ...signalOf(prepareMeasure(rows, values), Int8Array.from(rows.positive)),
    ks: kolmogorovSmirnov(valuesWhere(1), valuesWhere(0)),
    missingShare: values.length === 0 ? 1 : 1 - present.length / values.length,
    staleShare: await findStaleShare(data, { id, measures, window, values }, yieldNow),
    aroundChurn:
      isHopedFor(settings.outcome) || isCrossSection(settings)
        ? null
        : appearsAroundChurn(panel, column, isDesign),
    sources: lintParts(data, id, measures),
  };
}

/** What speaks against the rows of the measure and of those it is made from, each kind once with its largest count. */
function lintParts(data: AnalysisData, id: string, measures: Measures): SourceFinding[] {
  const found = new Map<SourceFinding['kind'], SourceFinding>();
  for (const part of measuresReached([id], measures)) {
    const aggregation = measures.get(part)?.aggregation;
    if (aggregation === undefined) continue;
    for (const finding of lintSourceRows(data.dataset, aggregation)) {
      if (finding.count > (found.get(finding.kind)?.count ?? 0)) found.set(finding.kind, finding);
    }
  }
  return [...found.values()];
}

/** Share of the rows that only lack a value because the newest had grown too old. */
async function findStaleShare(
  data: AnalysisData,
  { id, measures, window, values }: FactsInput,
  yieldNow: YieldNow,
): Promise<number | null> {
  const lasting = withoutExpiry(id, measures);
  if (lasting === null || values.length === 0) return null;
  const columns = await windowColumns(data, [id], { ...window, measures: lasting }, yieldNow);
  const column = columns.get(id)!;
  const stale = values.filter(
    (value, i) => Number.isNaN(value) && !Number.isNaN(column[window.rows.row[i]!]!),
  );
  return stale.length / values.length;
}

function toItem(measureId: string, facts: MeasureFacts): ExploredMeasure {
  const { ks, iv, noise, staleShare, aroundChurn, sources } = facts;
  return { measureId, ks, iv, noise, staleShare, aroundChurn, sources: [...sources] };
}

function nameClusters(
  ids: readonly string[],
  matrix: CorrelationMatrix,
  facts: readonly MeasureFacts[],
): Explorer['clusters'] {
  return correlationClusters(matrix, facts).map(({ members, keep, why }) => ({
    members: members.map((m) => ids[m]!),
    keep: ids[keep]!,
    why,
  }));
}
