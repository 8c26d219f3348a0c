import { rowsOfWindow } from '../../../shared/backtest/choose-split.ts';
import { scoreDesign } from '../../../shared/backtest/score-design.ts';
import { toEstimate } from '../../../shared/backtest/window-figures.ts';
import { selectRows, selectScored } from '../../../shared/backtest/window-rows.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { isHopedFor } from '../../../shared/schemas/outcome-kinds.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import type { WeightAdvice } from '../../../shared/schemas/suggestions.ts';
import { measuresNeeded } from '../../../shared/scoring/design-hash.ts';
import { NO_POINTS } from '../../../shared/scoring/points.ts';
import { variantCard } from '../../../shared/scoring/variants.ts';
import { numbersUsed } from '../../../shared/suggestions/numbers-used.ts';
import { pointsOfRows } from '../../../shared/suggestions/points-of-rows.ts';
import {
  type LearntWeights,
  suggestWeightsSteps,
  type WeightEvidence,
} from '../../../shared/suggestions/suggest-weights.ts';
import { countChurnedAccounts, suggestionGate } from '../../../shared/suggestions/suggestion-gate.ts';
import { partPoints, partShares, weightParts } from '../../../shared/suggestions/weight-parts.ts';
import { runInSlices } from '../analysis/run-in-slices.ts';
import { learningSettings } from '../backtests/learning-settings.ts';
import type { AnalysisData, Measures, YieldNow } from '../measures/analysis-data.ts';
import type { DesignInput } from '../workers/compute-protocol.ts';
import { scopeOf } from './variant-scope.ts';

type Input = DesignInput & {
  readonly variantId: string | null;
  readonly settings: BacktestSettings | null;
};

const STEPS_TOLD = 100;

/** Weights for everyone's groups or a variant's, learnt on the design window's scored rows; null without data. */
export async function adviseWeights(
  data: AnalysisData,
  input: Input,
  yieldNow: YieldNow,
): Promise<WeightAdvice | null> {
  const { scorecard, variantId } = input;
  const measures: Measures = new Map(input.measures.map((measure) => [measure.id, measure]));
  const needed = measuresNeeded(scorecard, measures);
  const { aim } = scorecard.purpose;
  const settings = learningSettings(data, input.settings, { ids: needed, measures, aim });
  if (settings === null) return null;
  const columns = await data.columns(needed, measures, settings, yieldNow);
  const panel = data.panel(settings);
  const { windows, context, scores } = scoreDesign(data.dataset, { scorecard, settings }, panel, columns);
  const inScope = scopeOf(scorecard, variantId, context);
  const design = rowsOfWindow(panel, windows, ['design', 'all']).filter((r) => inScope(r));
  const rows = selectScored(selectRows(panel, design), scores);
  const view = viewOf(scorecard, variantId);
  const { groups } = view;
  const churners = countChurnedAccounts(rows);
  const gate = suggestionGate(churners);
  const used = numbersUsed(scorecard, 'weights');
  const byId = new Map(groups.flatMap((group) => group.measures).map((m) => [m.measureId, m]));
  const pointsOf = (id: string) => pointsOfRows(byId.get(id)!, { columns, context, row: rows.row });
  const ofParts = partPoints(groups, pointsOf);
  // Weights are learnt for points that are low before the outcome; a hoped-for one has them high.
  const points = isHopedFor(settings.outcome) ? ofParts.map(turnPoints) : ofParts;
  await yieldNow();
  const { gapDays, horizonDays } = settings;
  const current = partShares(view);
  const options = { gate, asOfDays: panel.asOfDays, gapDays, horizonDays, numbersUsed: used, current };
  const found = await runInSlices(suggestWeightsSteps(rows, points, options), yieldNow, STEPS_TOLD);
  if (found.type === 'gated') return { type: 'gated', churners };
  return {
    type: 'suggested',
    churners,
    freeNumbers: { most: Number.isFinite(gate.freeNumbers) ? gate.freeNumbers : null, used },
    parts: weightParts(groups),
    equal: evidenceOf(found.equal),
    current: found.current === null ? null : toEstimate(found.current),
    spread: [...found.spread],
    byAuc: adviceOf(found.byAuc),
    ridge: adviceOf(found.ridge),
    folds: found.folds,
  };
}

function turnPoints(column: Int16Array): Int16Array {
  return column.map((points) => (points === NO_POINTS ? NO_POINTS : 10_000 - points));
}

function viewOf(scorecard: Scorecard, variantId: string | null): Scorecard {
  const variant = scorecard.variants?.find(({ id }) => id === variantId);
  return variant === undefined ? scorecard : variantCard(scorecard, variant);
}

function evidenceOf({ percents, heldOut }: WeightEvidence) {
  return { percents: [...percents], heldOut: heldOut === null ? null : toEstimate(heldOut) };
}

function adviceOf(learnt: LearntWeights): Extract<WeightAdvice, { type: 'suggested' }>['byAuc'] {
  switch (learnt.type) {
    case 'offered':
      return { type: 'offered', ...evidenceOf(learnt), gain: gainOf(learnt) };
    case 'equalDoesAsWell': {
      const heldOut = learnt.heldOut === null ? null : toEstimate(learnt.heldOut);
      return { type: learnt.type, heldOut, gain: gainOf(learnt) };
    }
    case 'gated':
      return { type: learnt.type, reason: learnt.reason };
    case 'notJudged':
      return { type: learnt.type };
  }
}

function gainOf({ gain }: Extract<LearntWeights, { readonly gain: unknown }>) {
  if (gain === null) return null;
  return { value: gain.difference, low: gain.interval?.low ?? null, high: gain.interval?.high ?? null };
}
