import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { navigate } from '../../client/navigate.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { AccountPicker } from './account-picker.tsx';
import { AccountView } from './account-view.tsx';
import { useScoring } from './use-account.ts';

/** One account where the address names one, else the search for one. */
export function AccountsPage() {
  const { t } = useTranslation('accounts');
  const accountId = useAppStore((state) => (state.route.name === 'accounts' ? state.route.argument : null));
  const scoring = useScoring();
  if (scoring === null) {
    return (
      <Page title={t('title')} why={t('why')}>
        <EmptyState
          title={t('needs.title')}
          text={t('needs.text')}
          action={<Button onClick={() => navigate('scorecard')}>{t('needs.action')}</Button>}
        />
      </Page>
    );
  }
  if (accountId === null) return <AccountPicker scorecard={scoring.scorecard} asOf={scoring.asOf} />;
  return <AccountView key={accountId} accountId={accountId} {...scoring} />;
}
