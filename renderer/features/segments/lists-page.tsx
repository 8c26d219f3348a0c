import { useTranslation } from 'react-i18next';
import { useAsOf, useDesign, useSelectedScorecard } from '../../client/use-design.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ListWorkbench } from './list-workbench.tsx';

export function ListsPage() {
  const { t } = useTranslation('lists');
  const scorecard = useSelectedScorecard();
  const measures = useDesign()?.measures;
  const asOf = useAsOf();
  if (scorecard === null || measures === undefined || asOf === null) {
    return (
      <Page title={t('title')} why={t('why')}>
        <EmptyState title={t('needs.title')} text={t('needs.text')} />
      </Page>
    );
  }
  return <ListWorkbench scorecard={scorecard} measures={measures} asOf={asOf} />;
}
