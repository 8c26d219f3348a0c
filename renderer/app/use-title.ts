import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../client/app-store.ts';

/** The window's title: what is not saved yet, page and workspace, for task bars and screen readers. */
export function useTitle(): void {
  const { t } = useTranslation('shell');
  const route = useAppStore((state) => state.route.name);
  const workspace = useAppStore((state) => state.workspace?.name ?? null);
  const saveState = useAppStore((state) => state.workspace?.saveState ?? 'saved');
  const unsaved = saveState === 'saved' ? [] : [t(`save.${saveState}`)];
  const title = [...unsaved, t(`rail.${route}`), ...(workspace === null ? [] : [workspace]), 'Myaku'].join(
    ' · ',
  );
  useEffect(() => {
    document.title = title;
  }, [title]);
}
