import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { saveExport } from '../client/client.ts';
import { newTaskId, runTask } from '../client/use-task.ts';
import { useFormat } from '../format/use-format.ts';
import { notifyDone, notifyFailure } from './notify.ts';

/** Writes all live data as CSV files in one zip and hands it to the person. */
export function useExportData(): () => Promise<void> {
  const { t, i18n } = useTranslation('data');
  const format = useFormat();
  return useCallback(async () => {
    const task = { taskId: newTaskId(), label: t('exportData.running') };
    const exported = await runTask('data.export', {}, task);
    if (!exported.ok) return notifyFailure(i18n, exported.error);
    const { files, rows, ...file } = exported.value;
    const saved = await saveExport({ ...file });
    if (!saved.ok) return notifyFailure(i18n, saved.error);
    if (!saved.value.saved) return;
    notifyDone(t('exportData.done', { files: format.number(files, 0), rows: format.number(rows, 0) }));
  }, [format, i18n, t]);
}
