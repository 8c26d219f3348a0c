import './lifecycle.css';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { useSelectedScorecard } from '../../client/use-design.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { LifecycleOverview } from './lifecycle-overview.tsx';
import { SealPage } from './seal-page.tsx';

/** ⑦ Lifecycle: versions through time, freezes and reviews, sealed predictions; or one seal by its id. */
export function LifecyclePage() {
  const { t } = useTranslation('lifecycle');
  const scorecard = useSelectedScorecard();
  const { argument } = useAppStore((state) => state.route);
  if (scorecard === null) {
    return (
      <Page title={t('title')} why={t('why')}>
        <EmptyState title={t('noScorecard')} text={t('noScorecardText')} />
      </Page>
    );
  }
  if (argument !== null) return <SealPage key={argument} sealId={argument} />;
  return <LifecycleOverview key={scorecard.id} scorecardId={scorecard.id} />;
}
