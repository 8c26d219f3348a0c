import './backtest.css';
import { useTranslation } from 'react-i18next';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useDesign, useSelectedScorecard } from '../../client/use-design.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { BacktestView } from './backtest-view.tsx';
import { BlockedState, blockedBy } from './blocked-state.tsx';
import { CrossSectionView } from './checks/cross-section-view.tsx';

export function BacktestPage() {
  const { t } = useTranslation('backtest');
  const summary = useAppStore((state) => state.summary);
  const design = useDesign();
  const scorecard = useSelectedScorecard();
  const isReady = summary !== null && design !== null;
  if (isReady && scorecard !== null && isCrossSection(summary)) {
    return <CrossSectionView key={scorecard.id} scorecard={scorecard} />;
  }
  const blocked = isReady ? blockedBy(summary, scorecard) : null;
  if (isReady && blocked === null && scorecard !== null) {
    return <BacktestView key={scorecard.id} scorecardId={scorecard.id} />;
  }
  return (
    <Page title={t('title')} why={t('why')}>
      {blocked === null ? <LoadingState text={t('loading')} /> : <BlockedState blocked={blocked} />}
    </Page>
  );
}

/** A snapshot with a churn flag and nothing dated beside it. */
export function isCrossSection(
  summary: Pick<DataSummary, 'snapshot' | 'metrics' | 'recordSources' | 'churnedAccounts'>,
): boolean {
  const hasDates = summary.metrics.length > 0 || summary.recordSources.length > 0;
  return summary.snapshot !== null && summary.churnedAccounts === 0 && !hasDates;
}
