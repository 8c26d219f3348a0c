import { useTranslation } from 'react-i18next';
import { useQuery } from '../../client/use-query.ts';
import { Page } from '../../ui/page.tsx';
import { Doors } from './doors.tsx';
import { GoOn } from './go-on.tsx';
import { newestRecent } from './newest-recent.ts';
import { Recents } from './recents.tsx';

export function FirstStart() {
  const { t } = useTranslation('home');
  const recents = useQuery('workspace.recents', {}, { refreshOn: ['workspace'] });
  const last = newestRecent(recents.value?.items ?? []);
  return (
    <Page title={t('welcome.title')} why={t('welcome.why')}>
      {last !== null && <GoOn recent={last} />}
      <Doors isFirst={recents.status !== 'loading' && last === null} />
      <Recents />
    </Page>
  );
}
