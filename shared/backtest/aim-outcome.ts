import type { BacktestSettings } from '../schemas/backtest-settings.ts';
import type { SoughtOutcome } from '../schemas/outcome-kinds.ts';
import type { Scorecard } from '../schemas/scorecard.ts';

/** What a scorecard is for; absent = nobody said, and it is read as preventing churn. */
export type Aim = Scorecard['purpose']['aim'];

/**
 * The settings as a scorecard of this aim looks at the past: an outcome that was chosen stays (churn too, where it is
 * named); where none was, one that is to find expansion looks for expansion, and 'voluntary only', which is about churn,
 * drops out.
 */
export function withAimOutcome(settings: BacktestSettings, aim: Aim): BacktestSettings {
  if (settings.outcome !== undefined || aim !== 'findExpansion') return settings;
  const { voluntaryOnly: _, ...rest } = settings;
  return { ...rest, outcome: 'expansion' };
}

/**
 * The other way: settings as they are kept for every scorecard of the workspace, so that `withAimOutcome` gives them back
 * for one of this aim. What the aim says by itself is not kept; churn against the aim is kept by its name.
 */
export function withoutAimOutcome(settings: BacktestSettings, aim: Aim): BacktestSettings {
  if (aim !== 'findExpansion') return settings;
  const { outcome = 'churn', ...rest } = settings;
  return outcome === 'expansion' ? rest : { ...rest, outcome };
}

/** The outcome that a scorecard of this aim speaks of on every screen but its back-test. */
export function aimOutcome(aim: Aim): SoughtOutcome {
  return aim === 'findExpansion' ? 'expansion' : 'churn';
}
