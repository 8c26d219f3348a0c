import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { Doors } from './doors.tsx';
import { Recents } from './recents.tsx';

export function FirstStart() {
  const { t } = useTranslation('home');
  return (
    <Page title={t('welcome.title')} why={t('welcome.why')}>
      <Doors />
      <Recents />
    </Page>
  );
}
