import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../client/app-store.ts';

/** The window's title: page and workspace, for task bars and screen readers. */
export function useTitle(): void {
  const { t } = useTranslation('shell');
  const route = useAppStore((state) => state.route.name);
  const workspace = useAppStore((state) => state.workspace?.name ?? null);
  const title = [t(`rail.${route}`), ...(workspace === null ? [] : [workspace]), 'Myaku'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
