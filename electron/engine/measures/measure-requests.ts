import type { Aim } from '../../../shared/backtest/aim-outcome.ts';
import { isCrossSection } from '../../../shared/backtest/cross-section.ts';
import { measureBinFigures } from '../../../shared/backtest/measure-bin-figures.ts';
import { measureByDate } from '../../../shared/backtest/measure-by-date.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Explorer, MeasureDetail } from '../../../shared/schemas/measure-explorer.ts';
import { isHopedFor } from '../../../shared/schemas/outcome-kinds.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { measuresNeeded } from '../../../shared/scoring/design-hash.ts';
import { takeRows } from '../../../shared/statistics/take-rows.ts';
import { learningSettings } from '../backtests/learning-settings.ts';
import type { ComputeRequests } from '../workers/compute-protocol.ts';
import type { AnalysisData, Measures, YieldNow } from './analysis-data.ts';
import { type DesignWindow, designWindow, splitOfScorecard } from './design-window.ts';
import { exploreMeasures } from './explore-measures.ts';
import { computeMeasureFigures } from './measure-figures.ts';
import { windowColumns } from './window-columns.ts';

/** Some of a workspace's measures, looked at on the design window of its settings (proposed where there are none). */
export interface MeasuresRequest {
  readonly measures: readonly Measure[];
  readonly ids: readonly string[];
  readonly settings: BacktestSettings | null;
  /** In view: they are looked at on its design window, so that nothing here reads what its back-test has yet to open. */
  readonly scorecard?: Scorecard | undefined;
  /** Of the scorecard in view: decides which outcome they are looked at for. */
  readonly aim?: Aim;
}

/** What each measure shows by itself; no item without data. */
export async function measureFigures(
  data: AnalysisData,
  request: MeasuresRequest,
  yieldNow: YieldNow,
): Promise<ComputeRequests['measures.figures']['output']> {
  const found = await findWindow(data, request, yieldNow);
  if (found === null) return { items: [], designFirst: null, designLast: null, optimistic: true };
  const { measures, window } = found;
  const columns = await windowColumns(data, request.ids, { ...window, measures }, yieldNow);
  const items = [];
  for (const [id, values] of columns) {
    const measure = measures.get(id);
    if (measure === undefined) continue;
    const key = figuresKey(data, id, measures, window);
    let figures = data.measureFigures(key);
    if (figures === undefined) {
      await yieldNow();
      figures = await computeMeasureFigures(data, { measure, values, measures, window }, yieldNow);
      data.keepMeasureFigures(key, figures);
    }
    items.push(figures);
  }
  return { items, designFirst: window.designFirst, designLast: window.designLast, optimistic: true };
}

/** Names a measure's figures by its column and where the design window ends. */
function figuresKey(data: AnalysisData, id: string, measures: Measures, window: DesignWindow): string {
  return `${id}\n${window.testFrom}\n${data.columnKey(id, measures, window.settings)}`;
}

/** All measures beside one another; nothing in it without data. */
export async function explore(
  data: AnalysisData,
  request: MeasuresRequest,
  yieldNow: YieldNow,
): Promise<Explorer> {
  const found = await findWindow(data, request, yieldNow);
  if (found === null) return { items: [], clusters: [], correlations: [], rows: 0, churners: 0 };
  return exploreMeasures(data, { ids: request.ids, ...found }, yieldNow);
}

/** One measure opened; null without data or without that measure. */
export async function measureDetail(
  data: AnalysisData,
  request: MeasuresRequest & { readonly measureId: string },
  yieldNow: YieldNow,
): Promise<MeasureDetail | null> {
  const found = await findWindow(data, request, yieldNow);
  const measure = found?.measures.get(request.measureId);
  if (found === null || measure === undefined) return null;
  const { measures, window } = found;
  const { panel, rows, overlap, isDesign } = window;
  const values = (await windowColumns(data, [measure.id], { ...window, measures }, yieldNow)).get(
    measure.id,
  )!;
  await yieldNow();
  const figures = await computeMeasureFigures(data, { measure, values, measures, window }, yieldNow);
  await yieldNow();
  const ofRows = takeRows(values, rows.row);
  const { bins, missing } = measureBinFigures(rows, ofRows, overlap);
  const isHoped = isHopedFor(window.settings.outcome);
  const isHigherHealthy =
    (figures.healthier === 'notSettled' ? measure.direction : figures.healthier) === 'higher';
  return {
    figures,
    bins: [...bins],
    missingBin: missing,
    // The AUC of a date is that of the healthy side: kept above churned, or expanded above not.
    ...(isCrossSection(window.settings)
      ? { history: [], byDate: [] }
      : measureByDate(panel, values, { isDesign, isHigherHealthy: isHigherHealthy !== isHoped })),
  };
}

async function findWindow(
  data: AnalysisData,
  request: MeasuresRequest,
  yieldNow: YieldNow,
): Promise<{ readonly measures: Measures; readonly window: DesignWindow } | null> {
  const measures: Measures = new Map(request.measures.map((measure) => [measure.id, measure]));
  const { aim, scorecard } = request;
  const needed = scorecard === undefined ? [] : [...measuresNeeded(scorecard, measures)];
  // An empty scorecard has no dates of its own: those that every measure covers.
  const ids = needed.length > 0 ? needed : measures.keys();
  const settings = learningSettings(data, request.settings, { ids, measures, aim });
  if (settings === null) return null;
  if (scorecard === undefined || needed.length === 0)
    return { measures, window: designWindow(data, settings) };
  const testFrom = await splitOfScorecard(data, { scorecard, measures, settings }, yieldNow);
  return { measures, window: designWindow(data, settings, testFrom) };
}
