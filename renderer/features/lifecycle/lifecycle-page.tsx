import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';

export function LifecyclePage() {
  const { t } = useTranslation(['lifecycle', 'common']);
  return (
    <Page title={t('title')} why={t('why')}>
      <EmptyState title={t('common:state.empty')} />
    </Page>
  );
}
