import 'dayjs/locale/ja';
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import type { i18n } from 'i18next';
import { useEffect, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { useAppStore } from '../client/app-store.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { Shell } from './shell.tsx';
import { readableVariables, themeFor } from './theme.ts';
import { useAddress } from './use-address.ts';
import { useEngine } from './use-engine.ts';
import { useScroll } from './use-scroll.ts';

export function App({ i18n }: { readonly i18n: i18n }) {
  const language = useAppStore((state) => state.language);
  useEffect(() => {
    document.documentElement.lang = language;
    void i18n.changeLanguage(language);
  }, [i18n, language]);
  const theme = useMemo(() => themeFor(i18n.t('common:action.close', { lng: language })), [i18n, language]);
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={readableVariables}>
        <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
          <Notifications position="bottom-left" limit={2} containerWidth={160} className="toasts" />
          <Window />
        </DatesProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}

/** What the whole window shows before the frame can: no address, no answer yet. */
function Window() {
  const { t } = useTranslation('shell');
  useEngine();
  // Before the address is followed: the place of the screen being left is still its own.
  useScroll();
  useAddress();
  const connection = useAppStore((state) => state.connection);
  const isKnown = useAppStore((state) => state.workspace !== undefined);
  if (connection === 'noSession') {
    return (
      <main>
        <EmptyState title={t('connection.noSessionTitle')} text={t('connection.noSession')} level={1} />
      </main>
    );
  }
  if (!isKnown) {
    return (
      <main>
        <LoadingState text={t(connection === 'lost' ? 'connection.lost' : 'connection.connecting')} />
      </main>
    );
  }
  return <Shell />;
}
