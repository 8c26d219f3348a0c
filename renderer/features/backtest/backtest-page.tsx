import './backtest.css';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { useDesign, useSelectedScorecard } from '../../client/use-design.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { BacktestView } from './backtest-view.tsx';
import { BlockedState, blockedBy } from './blocked-state.tsx';

export function BacktestPage() {
  const { t } = useTranslation('backtest');
  const summary = useAppStore((state) => state.summary);
  const design = useDesign();
  const scorecard = useSelectedScorecard();
  const isReady = summary !== null && design !== null;
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
