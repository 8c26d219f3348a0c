import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { newTaskId, runTask } from '../../client/use-task.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';

/** A zip can only be an export of this app: its manifest says how each file in it is read. */
export function isExport(name: string): boolean {
  return /\.zip$/i.test(name);
}

/** Imports an export whole, without the wizard; each of its files is a batch that can be undone. */
export function useImportExport(): (token: string) => Promise<void> {
  const { t, i18n } = useTranslation('data');
  const format = useFormat();
  return useCallback(
    async (token) => {
      const task = { taskId: newTaskId(), label: t('exportData.restoring') };
      const done = await runTask('data.importExport', { token }, task);
      if (!done.ok) return notifyFailure(i18n, done.error);
      const { files, rows } = done.value;
      if (files === 0) return notifyDone(t('exportData.unchanged'));
      const numbers = { files: format.number(files, 0), rows: format.number(rows, 0) };
      notifyDone(t('exportData.restored', numbers));
    },
    [format, i18n, t],
  );
}
