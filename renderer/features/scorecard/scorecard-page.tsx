import './scorecard.css';
import './scorecard-rules.css';
import './scorecard-panels.css';
import { useTranslation } from 'react-i18next';
import { aimOutcome } from '../../../shared/backtest/aim-outcome.ts';
import { useDesign, useSelectedScorecard } from '../../client/use-design.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { OutcomeWords } from '../../ui/outcome-words.tsx';
import { Page } from '../../ui/page.tsx';
import { FirstScorecard } from './first-scorecard.tsx';
import { ScorecardBuilder } from './scorecard-builder.tsx';

/** ③ Scorecard: what it is made of, how a measure earns points, and what that gives, side by side. */
export function ScorecardPage() {
  const { t } = useTranslation('scorecard');
  const design = useDesign();
  const card = useSelectedScorecard();
  if (card !== null) {
    return (
      <OutcomeWords outcome={aimOutcome(card.purpose.aim)}>
        <ScorecardBuilder key={card.id} saved={card} />
      </OutcomeWords>
    );
  }
  return (
    <Page title={t('title')} why={t('why')}>
      {design === null ? <LoadingState /> : <FirstScorecard />}
    </Page>
  );
}
