import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { withAimOutcome, withoutAimOutcome } from '../../../shared/backtest/aim-outcome.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { useDesignStore } from '../../client/design-store.ts';
import { useDesign } from '../../client/use-design.ts';
import { useQuery } from '../../client/use-query.ts';
import { notifyFailure } from '../../ui/notify.ts';

/**
 * The settings in force: those kept in the design, else what the data proposes; the outcome follows the scorecard's aim
 * until another is chosen. Changing them is a step to undo.
 */
export function useBacktestSettings(scorecardId: string) {
  const { i18n } = useTranslation('backtest');
  const design = useDesign();
  const stored = design?.backtestSettings ?? null;
  const aim = design?.scorecards.find(({ id }) => id === scorecardId)?.purpose.aim;
  const commit = useDesignStore((state) => state.commit);
  const proposed = useQuery('backtests.proposeSettings', stored === null ? { scorecardId } : null, {
    refreshOn: ['data', 'design'],
  });
  const change = async (chosen: BacktestSettings) => {
    const body = withoutAimOutcome(chosen, aim);
    const step = { nameKey: 'backtest:steps.changeSettings', parameters: {}, screen: 'backtest' };
    const result = await commit(step, [{ kind: 'backtestSettings', id: 'current', body }]);
    if (!result.ok) notifyFailure(i18n, result.error);
  };
  const found = stored ?? proposed.value ?? null;
  const settings = useMemo(() => (found === null ? null : withAimOutcome(found, aim)), [found, aim]);
  return { settings, query: proposed, change };
}
