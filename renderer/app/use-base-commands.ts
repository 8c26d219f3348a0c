import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../client/app-store.ts';
import { call } from '../client/client.ts';
import { type Command, useCommandStore } from '../client/commands.ts';
import { navigate } from '../client/navigate.ts';
import { readWorkspace } from '../client/read-workspace.ts';
import { routeNames } from '../client/route.ts';
import { notifyFailure } from '../ui/notify.ts';
import { useExportData } from '../ui/use-export-data.ts';
import { nextColorScheme } from './next-color-scheme.ts';
import { useShortcutList } from './shortcut-list.tsx';
import { takesText } from './shortcut-of.ts';
import { useLoopFacts } from './use-loop-facts.ts';
import { useUndo } from './use-undo.ts';
import { waitFor } from './wait-for.ts';

/** The commands that are there on every page. A menu of the host names them by the same ids. */
export function useBaseCommands(): void {
  usePut(usePageCommands());
  usePut(useWorkspaceCommands());
  usePut(useTemplateCommands());
  usePut(useDesignCommands());
  usePut(useWindowCommands());
}

/** Keeps the store's copies of these commands up to date. */
function usePut(commands: readonly Command[]): void {
  useEffect(() => {
    const { put, drop } = useCommandStore.getState();
    for (const command of commands) put(command);
    return () => {
      for (const command of commands) drop(command.id);
    };
  });
}

function usePageCommands(): Command[] {
  const { t } = useTranslation(['commands', 'shell']);
  const facts = useLoopFacts();
  return routeNames
    .filter((name) => waitFor(name, facts) === null)
    .map((name) => ({
      id: `go.${name}`,
      label: t('go', { page: t(`shell:rail.${name}`) }),
      run: () => navigate(name),
    }));
}

/** Templates need data to be fitted to. */
function useTemplateCommands(): Command[] {
  const { t } = useTranslation('templates');
  const hasData = useAppStore((state) => (state.summary?.accounts ?? 0) > 0);
  const setChoosing = useAppStore((state) => state.setChoosingTemplate);
  return hasData ? [{ id: 'templates.open', label: t('title'), run: () => setChoosing(true) }] : [];
}

function useWorkspaceCommands(): Command[] {
  const { t, i18n } = useTranslation(['commands', 'data']);
  const exportData = useExportData();
  const hasData = useAppStore((state) => (state.summary?.batches ?? 0) > 0);
  const isOpen = useAppStore((state) => state.workspace !== null && state.workspace !== undefined);
  const save = async () => {
    const result = await call('workspace.save', {});
    if (!result.ok) notifyFailure(i18n, result.error);
  };
  const close = async () => {
    const result = await call('workspace.close', {});
    if (!result.ok) return notifyFailure(i18n, result.error);
    navigate('home');
    await readWorkspace();
  };
  const always = [
    { id: 'new', label: t('new'), run: () => navigate('home', 'new') },
    { id: 'open', label: t('open'), run: () => navigate('home', 'open') },
  ];
  if (!isOpen) return always;
  return [
    ...always,
    { id: 'save', label: t('save'), run: () => void save() },
    { id: 'saveAs', label: t('saveAs'), run: () => navigate('home', 'saveAs') },
    {
      id: 'exportData',
      label: t('data:exportData.command'),
      isHidden: !hasData,
      run: () => void exportData(),
    },
    { id: 'close', label: t('close'), run: () => void close() },
  ];
}

function useDesignCommands(): Command[] {
  const { t } = useTranslation('commands');
  const { undoName, redoName, undo, redo } = useUndo();
  return [
    {
      id: 'undo',
      label: t('undo', { step: undoName ?? '' }),
      isHidden: undoName === null,
      run: () => inText('undo', undoName === null ? null : undo),
    },
    {
      id: 'redo',
      label: t('redo', { step: redoName ?? '' }),
      isHidden: redoName === null,
      run: () => inText('redo', redoName === null ? null : redo),
    },
  ];
}

/** Undo from the host's menu while the person types belongs to the text field. */
function inText(command: 'undo' | 'redo', otherwise: (() => Promise<void>) | null): void {
  if (takesText(document.activeElement)) document.execCommand(command);
  else if (otherwise !== null) void otherwise();
}

function useWindowCommands(): Command[] {
  const { t } = useTranslation('commands');
  const language = useAppStore((state) => state.language);
  const setLanguage = useAppStore((state) => state.setLanguage);
  const setOpen = useShortcutList((state) => state.setOpen);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const themes = { themeSystem: 'auto', themeLight: 'light', themeDark: 'dark' } as const;
  return [
    { id: 'language', label: t('language'), run: () => setLanguage(language === 'ja' ? 'en' : 'ja') },
    { id: 'theme', label: t('theme'), run: () => setColorScheme(nextColorScheme(colorScheme)) },
    { id: 'showShortcuts', label: t('shortcuts'), run: () => setOpen(true) },
    ...Object.entries(themes).map(([id, scheme]) => ({
      id,
      label: t('theme'),
      isHidden: true,
      run: () => setColorScheme(scheme),
    })),
  ];
}
