import { fromAlarmSide } from '../../../shared/backtest/alarm-side.ts';
import { caseTargets, computeCases } from '../../../shared/backtest/case-view.ts';
import type { LabInput } from '../../../shared/backtest/lab-input.ts';
import type { CaseFigures, DetectionLead, MissFigures } from '../../../shared/schemas/lab-autopsy.ts';
import type { SoughtOutcome } from '../../../shared/schemas/outcome-kinds.ts';
import { accountContexts } from '../../../shared/scoring/account-context.ts';
import { scoreAccount } from '../../../shared/scoring/score-account.ts';
import type { AnalysisData, YieldNow } from '../measures/analysis-data.ts';
import { type ScoredRows, scoreFew, usesPeers, type WeeklyDesign } from './score-weeks.ts';

export interface CaseRequest {
  readonly input: LabInput;
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly outcome: SoughtOutcome | undefined;
  readonly lead: DetectionLead;
  readonly misses: MissFigures;
}

/**
 * The case view: weekly scores of the accounts told of; for a design that ranks accounts among their peers those of the
 * as-of dates, as a week of everybody would be needed for each point.
 */
export async function scoreCases(
  data: AnalysisData,
  { input, columns, outcome, lead, misses }: CaseRequest,
  design: WeeklyDesign,
  yieldNow: YieldNow,
): Promise<CaseFigures> {
  const { panel } = input;
  const targets = caseTargets(input, { lead, misses });
  const scored: ScoredRows = usesPeers(design)
    ? {
        life: panel.life,
        asOf: panel.asOf,
        // Turned over once more they are as people read them.
        scores: fromAlarmSide(outcome, { scores: input.scores, bands: [] }).scores,
        columns,
        context: design.context,
      }
    : await scoreFew(data, { input, targets }, design, yieldNow);
  await yieldNow();
  const contextOf = accountContexts(design.scorecard, scored.context);
  return computeCases(data.dataset.lives, input, {
    lead,
    misses,
    scored,
    lostBy: (row) =>
      scoreAccount(design.scorecard, (id) => scored.columns.get(id)?.[row] ?? Number.NaN, contextOf(row))
        .contributions,
  });
}
