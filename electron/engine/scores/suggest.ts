import { horizonOverlap } from '../../../shared/backtest/band-figures.ts';
import { daysBetweenDates } from '../../../shared/backtest/build-schedule.ts';
import { rowsOfWindow } from '../../../shared/backtest/choose-split.ts';
import { rateOf } from '../../../shared/backtest/measure-bin-figures.ts';
import { scoreDesign } from '../../../shared/backtest/score-design.ts';
import { selectRows, selectScored } from '../../../shared/backtest/window-rows.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { isHopedFor } from '../../../shared/schemas/outcome-kinds.ts';
import type { CutoffAdvice } from '../../../shared/schemas/suggestions.ts';
import { measuresNeeded } from '../../../shared/scoring/design-hash.ts';
import { numbersUsed } from '../../../shared/suggestions/numbers-used.ts';
import { suggestCutoffs } from '../../../shared/suggestions/suggest-cutoffs.ts';
import { countChurnedAccounts, suggestionGate } from '../../../shared/suggestions/suggestion-gate.ts';
import { learningSettings } from '../backtests/learning-settings.ts';
import type { AnalysisData, Measures, YieldNow } from '../measures/analysis-data.ts';
import type { DesignInput } from '../workers/compute-protocol.ts';
import { scopeOf } from './variant-scope.ts';

const opposite = { higher: 'lower', lower: 'higher' } as const;

/**
 * Cut-offs for one measure of everyone's groups or a variant's, learnt on the design window's rows and gated by those
 * of its churned accounts that have a score; null without data or without that measure.
 */
export async function adviseCutoffs(
  data: AnalysisData,
  input: DesignInput & {
    readonly measureId: string;
    readonly variantId: string | null;
    readonly settings: BacktestSettings | null;
  },
  yieldNow: YieldNow,
): Promise<CutoffAdvice | null> {
  const measures: Measures = new Map(input.measures.map((measure) => [measure.id, measure]));
  const measure = measures.get(input.measureId);
  const needed = measuresNeeded(input.scorecard, measures);
  const { aim } = input.scorecard.purpose;
  const settings = learningSettings(data, input.settings, { ids: needed, measures, aim });
  if (measure === undefined || settings === null) return null;
  const columns = await data.columns(new Set([...needed, measure.id]), measures, settings, yieldNow);
  const panel = data.panel(settings);
  const { scorecard, variantId } = input;
  const { windows, context, scores } = scoreDesign(data.dataset, { scorecard, settings }, panel, columns);
  const inScope = scopeOf(scorecard, variantId, context);
  const design = rowsOfWindow(panel, windows, ['design', 'all']).filter((r) => inScope(r));
  const rows = selectRows(panel, design);
  await yieldNow();
  const values = columns.get(measure.id) ?? new Float64Array(0);
  const churners = countChurnedAccounts(selectScored(rows, scores));
  // Cut-offs are learnt for a rate that falls towards the healthy side; that of a hoped-for outcome rises.
  const isHoped = isHopedFor(settings.outcome);
  const advice = suggestCutoffs(
    rows,
    Float64Array.from(rows.row, (r) => values[r] ?? Number.NaN),
    {
      direction: isHoped ? opposite[measure.direction] : measure.direction,
      gate: suggestionGate(churners),
      numbersUsed: numbersUsed(input.scorecard, measure.id),
    },
  );
  if (advice.type !== 'suggested') {
    return advice.type === 'gated' ? { ...advice, churners } : { type: 'notSupported', churners };
  }
  const overlap = horizonOverlap(settings.horizonDays, daysBetweenDates(settings.schedule));
  const { type, cutoffs, points, bins, freeNumbers } = advice;
  return {
    type,
    cutoffs: [...cutoffs],
    points: points.map((p) => (isHoped ? 100 - p : p)),
    bins: bins.map((bin) => {
      const { positives: _, ...rate } = rateOf(bin, overlap);
      return { ...rate, churners: bin.churners };
    }),
    churners,
    numbers: freeNumbers,
  };
}
