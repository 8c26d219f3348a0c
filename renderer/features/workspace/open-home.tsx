import { Button, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkspaceState } from '../../../shared/schemas/workspace-state.ts';
import { useAppStore } from '../../client/app-store.ts';
import { navigate } from '../../client/navigate.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Backups } from './backups.tsx';
import { Checklist } from './checklist.tsx';
import { Doors } from './doors.tsx';
import { Recents } from './recents.tsx';
import { ReviewDue } from './review-due.tsx';
import { SaveAs } from './save-as.tsx';
import { useChecklist } from './use-checklist.ts';

/** Where the open workspace is in the loop, and the one next step. */
export function OpenHome({ workspace }: { readonly workspace: WorkspaceState }) {
  const { t } = useTranslation('home');
  const items = useChecklist();
  const next = items?.find((item) => item.state === 'next');
  const asked = useAppStore((state) => state.route.argument);
  const wantsDoors = asked === 'new' || asked === 'open';
  return (
    <Page
      title={workspace.name}
      why={t('why')}
      actions={
        <Button variant="default" onClick={() => navigate('home', wantsDoors ? null : 'open')}>
          {t('another')}
        </Button>
      }
      primary={
        next !== undefined && (
          <Button onClick={() => navigate(next.route)}>{t(`checklist.${next.key}.button`)}</Button>
        )
      }
    >
      <ReviewDue />
      {wantsDoors && <Doors />}
      {items === null ? <LoadingState /> : <Checklist items={items} />}
      <SimpleGrid cols={2} spacing="lg">
        <Recents />
        <div>
          <SaveAs workspace={workspace} isAsked={asked === 'saveAs'} />
          <Backups />
        </div>
      </SimpleGrid>
    </Page>
  );
}
