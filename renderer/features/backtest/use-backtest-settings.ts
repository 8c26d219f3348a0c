import { useTranslation } from 'react-i18next';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { useDesignStore } from '../../client/design-store.ts';
import { useDesign } from '../../client/use-design.ts';
import { useQuery } from '../../client/use-query.ts';
import { notifyFailure } from '../../ui/notify.ts';

/** The settings in force: those kept in the design, else what the data proposes. Changing them is a step to undo. */
export function useBacktestSettings(scorecardId: string) {
  const { i18n } = useTranslation('backtest');
  const stored = useDesign()?.backtestSettings ?? null;
  const commit = useDesignStore((state) => state.commit);
  const proposed = useQuery('backtests.proposeSettings', stored === null ? { scorecardId } : null, {
    refreshOn: ['data', 'design'],
  });
  const change = async (body: BacktestSettings) => {
    const step = { nameKey: 'backtest:steps.changeSettings', parameters: {}, screen: 'backtest' };
    const result = await commit(step, [{ kind: 'backtestSettings', id: 'current', body }]);
    if (!result.ok) notifyFailure(i18n, result.error);
  };
  return { settings: stored ?? proposed.value ?? null, query: proposed, change };
}
