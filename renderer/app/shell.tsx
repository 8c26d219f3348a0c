import { Alert, AppShell, Button } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../client/app-store.ts';
import { navigate } from '../client/navigate.ts';
import type { Route } from '../client/route.ts';
import { WorkspaceNotices } from '../features/workspace/workspace-notices.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { Page } from '../ui/page.tsx';
import { CommandPalette } from './command-palette.tsx';
import { Foot } from './foot.tsx';
import { Header } from './header.tsx';
import { PageGuard } from './page-guard.tsx';
import { Rail } from './rail.tsx';
import { pages, TemplateDialog } from './routes.ts';
import { SampleTour } from './sample-tour.tsx';
import { ShortcutList } from './shortcut-list.tsx';
import { useBaseCommands } from './use-base-commands.ts';
import { useLoopFacts } from './use-loop-facts.ts';
import { useNoStrayDrops } from './use-no-stray-drops.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTitle } from './use-title.ts';
import { placeOfWait, waitFor } from './wait-for.ts';

/** The frame: rail, header, foot, and the page between them. */
export function Shell() {
  const { t } = useTranslation('shell');
  const isAway = useAppStore((state) => state.connection === 'lost');
  const away = isAway ? 'away' : undefined;
  const route = useAppStore((state) => state.route);
  const workspaceId = useAppStore((state) => state.workspace?.id ?? '');
  useBaseCommands();
  useShortcuts();
  useNoStrayDrops();
  useTitle();
  return (
    <AppShell
      header={{ height: 48 }}
      footer={{ height: 28 }}
      navbar={{ width: 176, breakpoint: 0 }}
      padding={0}
      transitionDuration={0}
    >
      <button type="button" className="skip-link" onClick={skipToMain}>
        {t('skip')}
      </button>
      <AppShell.Header inert={isAway} className={away}>
        <Header />
      </AppShell.Header>
      <AppShell.Navbar aria-label={t('rail.label')} inert={isAway} className={away}>
        <Rail />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        {isAway && (
          <Alert color="orange" title={t('connection.lost')} role="alert" radius={0}>
            {t('connection.lostText')}
          </Alert>
        )}
        <div inert={isAway} className={away}>
          <WorkspaceNotices />
          <SampleTour />
          <PageGuard key={`${workspaceId} ${route.name}`}>
            <Suspense fallback={<LoadingState />}>
              <CurrentPage route={route} />
            </Suspense>
          </PageGuard>
        </div>
      </AppShell.Main>
      <AppShell.Footer>
        <Foot />
      </AppShell.Footer>
      <Templates />
      <CommandPalette />
      <ShortcutList />
    </AppShell>
  );
}

/** The templates over whichever page asks for them; their code comes with the first visit. */
function Templates() {
  const isChoosing = useAppStore((state) => state.isChoosingTemplate);
  if (!isChoosing) return null;
  return (
    <Suspense fallback={null}>
      <TemplateDialog />
    </Suspense>
  );
}

/** The page of the address, or what it still waits for. */
function CurrentPage({ route }: { readonly route: Route }) {
  const { t } = useTranslation('shell');
  const wait = waitFor(route.name, useLoopFacts());
  if (wait === null) {
    const Current = pages[route.name];
    return <Current />;
  }
  return (
    <Page title={t(`rail.${route.name}`)}>
      <EmptyState
        title={t(`waits.${wait}`)}
        text={t(`waitsFor.${wait}`)}
        action={
          <Button onClick={() => navigate(placeOfWait[wait])}>
            {t('waitsGo', { place: t(`rail.${placeOfWait[wait]}`) })}
          </Button>
        }
      />
    </Page>
  );
}

function skipToMain(): void {
  document.getElementById('main')?.focus();
}
