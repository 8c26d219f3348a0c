import { type BacktestSettings, backtestSettingsSchema } from '../../../shared/schemas/backtest-settings.ts';
import type { RunHead } from './run-context.ts';

/** The run to show: the one in the address if it is of this scorecard, else the scorecard's newest; null = none. */
export function chooseRun(
  runs: readonly RunHead[],
  scorecardId: string,
  argument: string | null,
): string | null {
  const own = runs.filter((run) => run.scorecardId === scorecardId);
  const named = own.find((run) => run.id === argument);
  if (named !== undefined) return named.id;
  return (
    own.reduce<RunHead | null>(
      (newest, run) => (newest === null || run.ranAt > newest.ranAt ? run : newest),
      null,
    )?.id ?? null
  );
}

/** Equal whatever the order of their keys. */
export function areSameSettings(a: BacktestSettings, b: BacktestSettings): boolean {
  const text = (settings: BacktestSettings) => JSON.stringify(backtestSettingsSchema.parse(settings));
  return text(a) === text(b);
}
